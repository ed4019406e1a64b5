import { Presentation } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RoomView } from '#shared/wall/schema.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'

/** For a facilitator: shows this page on the room screen, or the wall again. */
export function ShowInRoom({ view }: { view: Exclude<RoomView, 'wall'> }) {
  const { t } = useTranslation()
  const session = useSession()
  const isShown = useSessionState(({ wall }) => wall.settings.room === view)
  if (session.role !== 'facilitator') return null
  return (
    <Button icon={<Presentation aria-hidden="true" />} onPress={() => session.commit([{ type: 'showInRoom', view: isShown ? 'wall' : view }])}>
      {t(isShown ? 'room.showWall' : 'room.showThis')}
    </Button>
  )
}
