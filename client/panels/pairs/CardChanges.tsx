import { useTranslation } from 'react-i18next'
import { isText } from '#shared/wall/cardTexts.ts'
import { changeOfText } from '#shared/wall/changeOfText.ts'
import { changedFields } from '#shared/wall/pairState.ts'
import type { Card } from '#shared/wall/schema.ts'
import { cardLabel, cardValue, type CardCountries } from '../../pairing/cardInWords.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './CardChanges.module.css'

interface CardChangesProps {
  title: string
  /** As it was confirmed. */
  before: Card
  now: Card
  countries: CardCountries
}

/** What became of a card since it was confirmed, field by field: what it was struck out, what it is now marked. */
export function CardChanges({ title, before, now, countries }: CardChangesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className={styles.changes}>
      <h4 className={styles.title}>{title}</h4>
      <dl className={styles.list}>
        {changedFields(before, now).map((field) => {
          const was = cardValue(t, language, field, before, countries)
          const is = cardValue(t, language, field, now, countries)
          return (
            <div key={field}>
              <dt>{cardLabel(t, field, countries)}</dt>
              <dd dir={isText(field) ? 'auto' : undefined}>{isText(field) ? <ChangedText was={was} is={is} /> : <Changed was={was} is={is} />}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

/** As much of what stayed as says where it is. */
const NEAR = 40

function ChangedText({ was, is }: { was: string; is: string }) {
  const { start, before, now, end } = changeOfText(was, is)
  return (
    <>
      {start.length > NEAR ? `…${start.slice(-NEAR)}` : start}
      <Changed was={before} is={now} wasEmpty={was === ''} isEmpty={is === ''} />
      {end.length > NEAR ? `${end.slice(0, NEAR)}…` : end}
    </>
  )
}

interface ChangedProps {
  was: string
  is: string
  wasEmpty?: boolean
  isEmpty?: boolean
}

function Changed({ was, is, wasEmpty = was === '', isEmpty = is === '' }: ChangedProps) {
  const { t } = useTranslation()
  return (
    <>
      {wasEmpty && <span className={styles.quiet}>{t('card.wasEmpty')} </span>}
      {was && <del className={styles.was}>{was}</del>}
      {was && is && ' '}
      {is && <ins className={styles.is}>{is}</ins>}
      {isEmpty && <span className={styles.quiet}> {t('card.nowEmpty')}</span>}
    </>
  )
}
