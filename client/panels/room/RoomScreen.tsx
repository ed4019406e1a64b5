import { useLayoutEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rememberedWall } from '../../session/device.ts'
import { Themes } from '../../notes/Themes.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { holdLight } from '../../ui/theme.ts'
import { CountryBars } from './CountryBars.tsx'
import { JoinCorner } from './JoinCorner.tsx'
import { NewestNotes } from './NewestNotes.tsx'
import { participantKeyIn } from './roomAddress.ts'
import styles from './RoomScreen.module.css'
import { RoomTotals } from './RoomTotals.tsx'
import { RoomViews } from './RoomViews.tsx'
import { useRoomSize } from './useRoomSize.ts'
import { useRoomView } from './useRoomView.ts'

/** What the screen can show, as the page puts it together. */
type RoomParts = Readonly<Record<'canvas' | 'region' | 'meetings', ReactNode>>

/**
 * The wall for a whole room: how to join, how much has come in, what came last; or the region at a glance, or the round of
 * meetings. All that can be pressed is which of these.
 */
export function RoomScreen({ canvas, region, meetings }: RoomParts) {
  const { t } = useTranslation()
  const { wallId } = useSession()
  const { title, themes, isLocked, connection } = useSessionState(({ wall: { settings }, connection }) => ({
    title: settings.title,
    themes: settings.themes,
    isLocked: settings.locked !== undefined,
    connection: connection.is,
  }))
  const state = connection === 'offline' ? 'room.offline' : isLocked ? 'room.locked' : undefined
  useRoomSize()
  // A projector in a lit room: light is what is read at the back.
  useLayoutEffect(holdLight, [])
  const { view, show } = useRoomView()
  const key = participantKeyIn(location.hash) ?? rememberedWall(wallId)?.keys.participant
  return (
    <main className={styles.room}>
      <header className={styles.head}>
        <div className={styles.about}>
          <h1 className={styles.title} dir="auto">
            {title || t('wall.noTitle')}
          </h1>
          {themes.length > 0 && <Themes themes={themes} />}
          {state && (
            <p role="status" className={styles.state}>
              {t(state)}
            </p>
          )}
        </div>
        <RoomTotals />
        <RoomViews view={view} onShow={show} />
      </header>
      {view === 'wall' ? (
        <>
          <div className={styles.wall}>{canvas}</div>
          <aside className={styles.side}>
            <JoinCorner link={key && `${location.origin}/w/${wallId}#k=${key}`} />
            <CountryBars />
          </aside>
          <NewestNotes />
        </>
      ) : (
        <div className={styles.page}>{view === 'region' ? region : meetings}</div>
      )}
    </main>
  )
}
