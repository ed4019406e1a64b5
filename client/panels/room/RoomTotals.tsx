import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteKind } from '#shared/wall/schema.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { classes } from '../../ui/classes.ts'
import { countNotes } from './countNotes.ts'
import styles from './RoomTotals.module.css'

/** The two numbers everybody watches grow, and from the first one on what has been agreed. */
export function RoomTotals() {
  const { t } = useTranslation()
  const notes = useSessionState(({ wall }) => wall.notes)
  const agreed = useSessionState(({ wall }) => [...wall.pairs.values()].filter(({ state }) => state === 'agreed' || state === 'done').length)
  const { needs, offers } = useMemo(() => countNotes(notes.values()), [notes])
  return (
    <div className={styles.totals}>
      {agreed > 0 && <p className={styles.agreed}>{t('room.agreed', { count: agreed })}</p>}
      <Total kind="need" count={needs} label={t('room.needs')} />
      <Total kind="offer" count={offers} label={t('room.offers')} />
    </div>
  )
}

function Total({ kind, count, label }: { kind: NoteKind; count: number; label: string }) {
  const { i18n } = useTranslation()
  return (
    <p className={classes(styles.total, styles[kind])}>
      <span className={styles.shape} aria-hidden="true" />
      <span className={styles.number}>{count.toLocaleString(i18n.language)}</span> {label}
    </p>
  )
}
