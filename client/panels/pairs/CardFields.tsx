import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { HELP_KINDS, type Note, type Pair } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Select } from '../../ui/Select.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './CardFields.module.css'
import { CardTextField } from './CardTextField.tsx'

interface CardProps {
  pair: Pair
  need: Note
  offer: Note
}

/** The way forward, open for writing to both sides at once. */
export function CardFields({ pair: { id, card }, need, offer }: CardProps) {
  const { t } = useTranslation()
  const session = useSession()
  const language = useLanguage()
  const dateId = useId()
  const kinds = [{ id: 'none' as const, label: t('card.helpKindNone') }, ...HELP_KINDS.map((kind) => ({ id: kind, label: t(`card.help.${kind}`) }))]
  return (
    <div className={styles.fields}>
      <CardTextField pair={id} field="what" label={t('card.what')} hint={t('card.whatHint')} rows={3} />
      <div className={styles.pairOfFields}>
        <Select
          label={t('card.helpKind')}
          options={kinds}
          value={card.helpKind || 'none'}
          onChange={(kind) => session.commit([{ type: 'chooseOnCard', pair: id, field: 'helpKind', value: kind === 'none' ? '' : kind }])}
        />
        <div className={styles.field}>
          <label htmlFor={dateId} className={styles.label}>
            {t('card.byWhen')}
          </label>
          <input
            id={dateId}
            type="date"
            value={card.byWhen}
            onChange={(event) => session.commit([{ type: 'chooseOnCard', pair: id, field: 'byWhen', value: event.target.value }])}
            className={styles.box}
          />
        </div>
      </div>
      <CardTextField pair={id} field="firstStep" label={t('card.firstStep')} hint={t('card.firstStepHint')} />
      <div className={styles.pairOfFields}>
        <CardTextField pair={id} field="whoNeed" label={t('card.who', { country: countryName(need.country, language) })} rows={1} />
        <CardTextField pair={id} field="whoOffer" label={t('card.who', { country: countryName(offer.country, language) })} rows={1} />
      </div>
    </div>
  )
}
