import { useTranslation } from 'react-i18next'
import type { Round } from '#shared/meetings/timetable.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './Meetings.module.css'
import { meetingsOf } from './meetingsOf.ts'
import { sayTime } from './sayTime.ts'

/** When and where the people of one country meet whom, and about what. */
export function OwnMeetings({ country, rounds }: { country: string; rounds: readonly Round[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const own = meetingsOf(country, rounds)
  if (own.length === 0) return <p>{t('meetings.noneForYou')}</p>
  return (
    <ol role="list" className={styles.own}>
      {own.map(({ pair, startsAt, table, mine, theirs }) => (
        <li key={pair} className={styles.meeting}>
          <p className={styles.when}>{t('meetings.line', { time: sayTime(startsAt, language), table, who: sayWho(theirs, language) })}</p>
          <p dir="auto">{mine.text}</p>
          <p dir="auto" className={styles.theirs}>{theirs.text}</p>
        </li>
      ))}
    </ol>
  )
}
