import { useTranslation } from 'react-i18next'
import type { Round } from '#shared/meetings/timetable.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './Meetings.module.css'
import { sayTime } from './sayTime.ts'

/** Who sits where in one round. */
export function RoundTable({ round: { number, startsAt, endsAt, sittings }, withTexts }: { round: Round; withTexts: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <table className={styles.round}>
      <caption className={styles.caption}>{t('meetings.round', { number, from: sayTime(startsAt, language), to: sayTime(endsAt, language) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('meetings.table')}</th>
          <th scope="col">{t('kind.need')}</th>
          <th scope="col">{t('kind.offer')}</th>
        </tr>
      </thead>
      <tbody>
        {sittings.map(({ pair, table, need, offer }) => (
          <tr key={pair}>
            <th scope="row">{table}</th>
            {[need, offer].map((note) => (
              <td key={note.id}>
                {sayWho(note, language)}
                {withTexts && <span dir="auto" className={styles.text}>{note.text}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
