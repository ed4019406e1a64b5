import { useTranslation } from 'react-i18next'
import { isText } from '#shared/wall/cardTexts.ts'
import { CARD_FIELDS, type Note, type Pair } from '#shared/wall/schema.ts'
import { cardLabel, cardValue, countriesOf } from '../../pairing/cardInWords.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './CardFields.module.css'

/** The card for whoever is not on one of its sides: the board is there to be read. */
export function CardWords({ pair: { card }, need, offer }: { pair: Pair; need: Note; offer: Note }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const countries = countriesOf({ need, offer }, language)
  return (
    <dl className={styles.words}>
      {CARD_FIELDS.map((field) => {
        const value = cardValue(t, language, field, card, countries)
        return (
          <div key={field}>
            <dt>{cardLabel(t, field, countries)}</dt>
            <dd dir={value && isText(field) ? 'auto' : undefined} className={value ? undefined : styles.hint}>
              {value || t('card.open')}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
