import { Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { can } from '#shared/permissions/can.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { notesOfPair, type PairId } from '#shared/wall/ids.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { openPair, showOnWall } from '../state/viewStore.ts'
import { Button } from '../ui/Button.tsx'

/** A facilitator puts a pair in the light: everybody is asked to look at its two notes, and the room screen shows them. */
export function ShowPairButton({ pair }: { pair: PairId }) {
  const { t } = useTranslation()
  const session = useSession()
  const edit: Edit = { type: 'showEveryone', sight: { pair } }
  const mayShow = useSessionState(({ wall }) => can(session.role, session.me?.id, edit, wall))
  if (!mayShow) return null
  const show = (): void => {
    if (!session.commit([edit])) return
    openPair(undefined)
    const ends = notesOfPair(pair)
    if (ends) showOnWall([ends.need, ends.offer])
  }
  return (
    <div>
      <Button icon={<Megaphone aria-hidden="true" />} onPress={show}>
        {t('together.showPair')}
      </Button>
    </div>
  )
}
