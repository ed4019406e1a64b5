import { Megaphone, MousePointer2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { can } from '#shared/permissions/can.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { useView } from '../state/viewStore.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { seenBox } from './camera.ts'
import styles from './LeadTools.module.css'
import type { WallScene } from './wallScene.ts'

/** What a facilitator leads the room with: asks everybody to look here, and points with a laser. */
export function LeadTools({ scene }: { scene: WallScene }) {
  const { t } = useTranslation()
  const session = useSession()
  const mayLead = useSessionState(({ wall }) => can(session.role, session.me?.id, { type: 'stopShowing' }, wall))
  const isLaser = useSessionState(({ wall }) => wall.settings.laser?.client === session.doc.clientID)
  // What is seen here hangs elsewhere for all others.
  const isPrivate = useView((view) => view.arrangement !== undefined)
  if (!mayLead) return null
  const callEverybody = (): void => {
    const { x, y, width, height } = seenBox(scene.man.camera(), scene.man.size())
    session.commit([{ type: 'showEveryone', sight: { place: { x: Math.round(x), y: Math.round(y), width: Math.ceil(width), height: Math.ceil(height) } } }])
  }
  const laser: Edit = isLaser ? { type: 'stopLaser' } : { type: 'pointLaser', client: session.doc.clientID }
  return (
    <div role="group" data-cover="edge" aria-label={t('together.lead')} className={styles.bar}>
      <IconButton label={t('together.bring')} isDisabled={isPrivate} onPress={callEverybody}>
        <Megaphone aria-hidden="true" />
      </IconButton>
      {/* A finger shows nobody where it is. */}
      <Toggle isSelected={isLaser} isDisabled={isPrivate && !isLaser} onChange={() => session.commit([laser])} aria-label={t('together.laser')} className={styles.laser}>
        <MousePointer2 aria-hidden="true" />
        <span>{t(isLaser ? 'together.laserOn' : 'together.laserShort')}</span>
      </Toggle>
    </div>
  )
}
