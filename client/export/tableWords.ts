import type { TFunction } from 'i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Header, TableWords } from '#shared/tables/buildTables.ts'
import type { Language } from '#shared/wall/schema.ts'
import en from '../i18n/locales/en.json'
import { cardLabel, cardValue } from '../pairing/cardInWords.ts'

/**
 * The tables' words in the reader's language.
 * @param t translates into that language; its country names are loaded (`loadCountryNames`)
 */
export function tableWords(t: TFunction, language: Language): TableWords {
  const languages = new Intl.DisplayNames([language], { type: 'language' })
  const said = <Key extends string>(keys: readonly Key[], say: (key: Key) => string): Record<Key, string> =>
    Object.fromEntries(keys.map((key) => [key, say(key)])) as Record<Key, string>
  return {
    language,
    sheets: said(keysOf(en.tables.sheet), (key) => t(`tables.sheet.${key}`)),
    headers: said<Header>(keysOf(en.tables.header), (key) => t(`tables.header.${key}`)),
    figures: said(keysOf(en.tables.figure), (key) => t(`tables.figure.${key}`)),
    kinds: { need: t('kind.need'), offer: t('kind.offer') },
    states: said(keysOf(en.pair.state), (key) => t(`pair.state.${key}`)),
    cardLabel: (field) => cardLabel(t, field, { need: '', offer: '' }),
    cardValue: (field, card, countries) => cardValue(t, language, field, card, countries),
    languageName: (tag) => languages.of(tag) ?? tag,
    countryName: (code) => countryName(code, language),
  }
}

const keysOf = <Key extends string>(strings: Readonly<Record<Key, string>>): readonly Key[] => Object.keys(strings) as Key[]
