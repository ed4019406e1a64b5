import { useTranslation } from 'react-i18next'
import { FOCAL_POINT, GBF_TARGETS, PAYERS, type CardField, type Pair } from '#shared/wall/schema.ts'
import { cardValue, targetName, type CardCountries } from '../../pairing/cardInWords.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { CardChoiceField } from './CardChoiceField.tsx'
import { CardDayField } from './CardDayField.tsx'
import styles from './CardFields.module.css'
import { CardTextField } from './CardTextField.tsx'

const FIELDS: readonly CardField[] = ['untilWhen', 'payer', 'howWeKnow', 'focalPoint', 'priority', 'target']

/** What an agreement is stronger with, folded so that the card stays short. What is filled in is read without opening it. */
export function MoreOfCard({ pair: { id, card }, countries }: { pair: Pair; countries: CardCountries }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const filled = FIELDS.map((field) => cardValue(t, language, field, card, countries)).filter(Boolean)
  return (
    <Disclosure title={t('card.more')} summary={filled.length > 0 ? <bdi>{filled.join(' · ')}</bdi> : t('card.moreHint')}>
      <div className={styles.fields}>
        <div className={styles.pairOfFields}>
          <CardDayField pair={id} field="untilWhen" card={card} label={t('card.untilWhen')} />
          <CardChoiceField
            pair={id}
            field="payer"
            card={card}
            label={t('card.payer')}
            options={PAYERS}
            words={(payer) => (payer === 'need' || payer === 'offer' ? t('card.payers.side', { country: countries[payer] }) : t(`card.payers.${payer}`))}
          />
        </div>
        <CardTextField pair={id} field="howWeKnow" label={t('card.howWeKnow')} hint={t('card.howWeKnowHint')} />
        <CardChoiceField pair={id} field="focalPoint" card={card} label={t('card.focalPoint')} options={FOCAL_POINT} words={(word) => t(`card.focal.${word}`)} />
        <CardTextField pair={id} field="priority" label={t('card.priority')} rows={1} />
        <CardChoiceField pair={id} field="target" card={card} label={t('card.target')} options={GBF_TARGETS} words={(target) => targetName(t, target)} />
      </div>
    </Disclosure>
  )
}
