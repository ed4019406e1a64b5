import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Note, Pair } from '#shared/wall/schema.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './CardFields.module.css'

/** The card for whoever is not on one of its sides: the board is there to be read. */
export function CardWords({ pair: { card }, need, offer }: { pair: Pair; need: Note; offer: Note }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const byWhen = card.byWhen && new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(card.byWhen))
  const rows = [
    [t('card.what'), card.what],
    [t('card.helpKind'), card.helpKind && t(`card.help.${card.helpKind}`)],
    [t('card.byWhen'), byWhen],
    [t('card.firstStep'), card.firstStep],
    [t('card.who', { country: countryName(need.country, language) }), card.whoNeed],
    [t('card.who', { country: countryName(offer.country, language) }), card.whoOffer],
  ]
  return (
    <dl className={styles.words}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto" className={value ? undefined : styles.hint}>
            {value || t('card.open')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
