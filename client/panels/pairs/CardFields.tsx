import { useTranslation } from 'react-i18next'
import { HELP_KINDS, type Note, type Pair } from '#shared/wall/schema.ts'
import { countriesOf } from '../../pairing/cardInWords.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { CardChoiceField } from './CardChoiceField.tsx'
import { CardDayField } from './CardDayField.tsx'
import styles from './CardFields.module.css'
import { CardTextField } from './CardTextField.tsx'
import { MoreOfCard } from './MoreOfCard.tsx'

interface CardProps {
  pair: Pair
  need: Note
  offer: Note
}

/** The way forward, open for writing to both sides at once: what matters first, the rest one press away. */
export function CardFields({ pair, need, offer }: CardProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id, card } = pair
  const countries = countriesOf({ need, offer }, language)
  return (
    <div className={styles.fields}>
      <CardTextField pair={id} field="what" label={t('card.what')} hint={t('card.whatHint')} rows={3} />
      <CardTextField pair={id} field="firstStep" label={t('card.firstStep')} hint={t('card.firstStepHint')} />
      <div className={styles.pairOfFields}>
        <CardDayField pair={id} field="byWhen" card={card} label={t('card.byWhen')} />
        <CardChoiceField pair={id} field="helpKind" card={card} label={t('card.helpKind')} options={HELP_KINDS} words={(kind) => t(`card.help.${kind}`)} />
      </div>
      <div className={styles.pairOfFields}>
        <CardTextField pair={id} field="whoNeed" label={t('card.who', { country: countries.need })} rows={1} />
        <CardTextField pair={id} field="whoOffer" label={t('card.who', { country: countries.offer })} rows={1} />
      </div>
      <MoreOfCard pair={pair} countries={countries} />
    </div>
  )
}
