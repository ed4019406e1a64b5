import { CircleCheck, CloudOff, CloudUpload, LoaderCircle, Lock, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSessionState } from '../../session/SessionContext.tsx'
import { classes } from '../../ui/classes.ts'
import { saveStatus, whyNoRoom, type SaveStatus } from './saveStatus.ts'
import styles from './SaveStatusLine.module.css'
import { useSettled } from './useSettled.ts'

const ICONS: Record<SaveStatus['is'], LucideIcon> = {
  connecting: LoaderCircle,
  saved: CircleCheck,
  savedNotKept: TriangleAlert,
  saving: CloudUpload,
  offline: CloudOff,
  offlineNotKept: CloudOff,
  offlineWaiting: CloudOff,
  offlineNotKeptWaiting: TriangleAlert,
  lockedWaiting: Lock,
  lockedNotKeptWaiting: TriangleAlert,
  unsaved: TriangleAlert,
  unsavedNotKept: TriangleAlert,
  closed: TriangleAlert,
}

/** An edit is usually stored before anybody could read that it is being saved. */
const SAVING_MS = 500
/** A person who types offline hears how much waits when they pause, not at every letter. */
const SPOKEN_MS = 4000

/** What comes and goes with every pause in typing is seen, and not read out. */
const isUsual = (is: SaveStatus['is']): boolean => is === 'saved' || is === 'saving' || is === 'connecting'

type Counting = 'offlineWaiting' | 'offlineNotKeptWaiting' | 'lockedWaiting' | 'lockedNotKeptWaiting'
const COUNTING: readonly SaveStatus['is'][] = ['offlineWaiting', 'offlineNotKeptWaiting', 'lockedWaiting', 'lockedNotKeptWaiting'] satisfies Counting[]
const counts = (is: SaveStatus['is']): is is Counting => COUNTING.includes(is)

/** In words, always in view: where one's own words are. */
export function SaveStatusLine() {
  const { t } = useTranslation()
  const { is, waiting } = useSessionState((state) => ({ waiting: 0, ...saveStatus(state) }))
  const shown = useSettled(is, is === 'saving' || is === 'savedNotKept' ? SAVING_MS : 0)
  const state = counts(shown) ? t(`status.${shown}`, { count: waiting }) : t(`status.${shown}`)
  const full = useSessionState(({ connection }) => whyNoRoom(connection))
  const words = full ? `${state}. ${t(`connection.closed.${full}`)}` : state
  const spoken = useSettled(words, SPOKEN_MS)
  const [hasHadTrouble, setTrouble] = useState(false)
  if (!hasHadTrouble && !isUsual(shown)) setTrouble(true)
  const Icon = ICONS[shown]
  return (
    <div role="group" aria-label={t('status.label')} data-trouble={isUsual(shown) ? undefined : ''} className={classes(styles.status, styles[shown])}>
      <Icon aria-hidden="true" />
      <span>{words}</span>
      <span role="status" className={styles.spoken}>
        {hasHadTrouble && spoken}
      </span>
    </div>
  )
}
