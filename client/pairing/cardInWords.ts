import type { TFunction } from 'i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { EMPTY_CARD, type Card, type CardField, type Language, type Note, type Side } from '#shared/wall/schema.ts'
import { isText } from '#shared/wall/cardTexts.ts'
import { unreachable } from '#shared/wall/unreachable.ts'

/** The two countries that the card speaks of, in the reader's language. */
export type CardCountries = Readonly<Record<Side, string>>
export const countriesOf = (notes: Readonly<Record<Side, Pick<Note, 'country'>>>, language: Language): CardCountries => ({
  need: countryName(notes.need.country, language),
  offer: countryName(notes.offer.country, language),
})

/** What a field of the card is called, where it is read and not filled in. */
export function cardLabel(t: TFunction, field: CardField, countries: CardCountries): string {
  if (field === 'whoNeed') return t('card.short.who', { country: countries.need })
  if (field === 'whoOffer') return t('card.short.who', { country: countries.offer })
  return t(`card.short.${field}`)
}

/** What a field says, in the reader's language; a text stays as it was written. Empty while it is open. */
export function cardValue(t: TFunction, language: Language, field: CardField, card: Card, countries: CardCountries): string {
  if (isText(field)) return card[field].trim()
  if (card[field] === EMPTY_CARD[field]) return ''
  switch (field) {
    case 'helpKind':
      return card.helpKind && t(`card.help.${card.helpKind}`)
    case 'byWhen':
    case 'untilWhen':
      return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(card[field]))
    case 'payer':
      if (card.payer === 'need' || card.payer === 'offer') return t('card.payers.side', { country: countries[card.payer] })
      return card.payer && t(`card.payers.${card.payer}`)
    case 'focalPoint':
      return card.focalPoint && t(`card.focal.${card.focalPoint}`)
    case 'target':
      return card.target && targetName(t, card.target)
    default:
      return unreachable(field)
  }
}

/** A target of the Global Biodiversity Framework: "2. Restore 30% of all degraded ecosystems". */
export const targetName = (t: TFunction, target: Exclude<Card['target'], ''>): string => `${target}. ${t(`card.targets.${target}`)}`
