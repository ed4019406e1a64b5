import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay, todayAsDay } from '#shared/wall/dates.ts'
import type { PairId } from '#shared/wall/ids.ts'
import type { Card } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import styles from './CardFields.module.css'

interface CardDayFieldProps {
  pair: PairId
  field: 'byWhen' | 'untilWhen'
  card: Card
  label: string
}

/** A day on the card. One that can hardly be meant is asked about, and taken all the same. */
export function CardDayField({ pair, field, card, label }: CardDayFieldProps) {
  const { t } = useTranslation()
  const session = useSession()
  const id = useId()
  const note = noteOn(field, card, todayAsDay(new Date()))
  const choose = (value: string): void => {
    if (value === '' || isDay(value)) session.commit([{ type: 'chooseOnCard', pair, field, value }])
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input id={id} type="date" value={card[field]} onChange={(event) => choose(event.target.value)} aria-describedby={`${id}-note`} className={styles.box} />
      <span id={`${id}-note`} role="status" className={styles.doubt}>
        {note && t(`card.${note}`)}
      </span>
    </div>
  )
}

/** Days as `YYYY-MM-DD` compare as text. */
function noteOn(field: CardDayFieldProps['field'], card: Card, today: string): 'dayPast' | 'untilBefore' | undefined {
  if (field === 'untilWhen' && card.untilWhen && card.byWhen && card.untilWhen < card.byWhen) return 'untilBefore'
  return card[field] && card[field] < today ? 'dayPast' : undefined
}
