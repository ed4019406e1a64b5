import type { TFunction } from 'i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { RecordWords } from '#shared/record/buildRecord.ts'
import type { Language } from '#shared/wall/schema.ts'
import { directionOf } from '../i18n/directionOf.ts'
import { cardLabel, cardValue } from '../pairing/cardInWords.ts'

/**
 * The record's words in the reader's language.
 * @param t translates into that language; its country names are loaded (`loadCountryNames`)
 */
export function recordWords(t: TFunction, language: Language): RecordWords {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const wholeDays = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  // In Chinese a range is written in figures with slashes, whatever was asked for.
  const fromTo = (first: number, last: number): string =>
    language === 'zh' && first < last ? `${wholeDays.format(first)}至${wholeDays.format(last)}` : wholeDays.formatRange(first, last)
  return {
    language,
    dir: directionOf(language),
    noTitle: t('record.noTitle'),
    labels: {
      kind: { need: t('kind.need'), offer: t('kind.offer') },
      kindMeaning: { need: t('record.needMeaning'), offer: t('record.offerMeaning') },
      recordOf: t('record.recordOf'),
      wallPage: t('record.wallPage'),
      wallAlt: t('record.wallAlt'),
      legendAgreed: t('record.legendAgreed'),
      legendContact: t('record.legendContact'),
      legendInterest: t('record.legendInterest'),
      numbersMeaning: t('record.numbersMeaning'),
      notesByCountry: t('record.notesByCountry'),
      notesByTopic: t('record.notesByTopic'),
      notesByTopicMeaning: t('record.notesByTopicMeaning'),
      noTopics: t('record.noTopics'),
      contents: t('record.contents'),
      scan: t('record.scan'),
      region: t('record.region'),
      regionTopics: t('region.heat'),
      topic: t('region.topic'),
      countries: t('record.countries'),
      regionGaps: t('region.gaps'),
      regionBonds: t('region.bonds'),
      regionBondsMeaning: t('region.bondsMeaning'),
      needing: t('region.needing'),
      offering: t('region.offering'),
      pairsCount: t('record.pairsCount'),
      bond: { agreed: t('region.bond.agreed'), contact: t('region.bond.contact'), asked: t('region.bond.asked') },
      whereToGo: t('record.whereToGo'),
      doors: DOORS.map(({ door, url }) => ({ name: t(`record.doors.${door}.name`), does: t(`record.doors.${door}.does`), ...(url !== undefined && { url }) })),
      formTitle: t('record.formTitle'),
      formHelp: t('record.formHelp'),
      formName: t('join.name'),
      formCountry: t('join.country'),
      sheets: t('record.sheets'),
      sheetsMeaning: t('record.sheetsMeaning'),
      pairs: t('record.pairs'),
      agreements: t('record.agreements'),
      unmetNeeds: t('record.unmetNeeds'),
      unmetNeedsMeaning: t('record.unmetNeedsMeaning'),
      untakenOffers: t('record.untakenOffers'),
      untakenOffersMeaning: t('record.untakenOffersMeaning'),
      people: t('record.people'),
      why: t('record.why'),
      noNotes: t('record.noNotes'),
      noPairs: t('record.noPairs'),
      noAgreements: t('record.noAgreements'),
      noneLeft: t('record.noneLeft'),
    },
    states: {
      suggested: t('pair.state.suggested'),
      interested: t('pair.state.interested'),
      declined: t('pair.state.declined'),
      contacted: t('pair.state.contacted'),
      agreed: t('pair.state.agreed'),
      done: t('pair.state.done'),
      dropped: t('pair.state.dropped'),
    },
    cardLabel: (field, countries) => cardLabel(t, field, countries),
    cardValue: (field, card, countries) => cardValue(t, language, field, card, countries),
    open: t('record.open'),
    support: t('contact.support'),
    contacts: t('consent.contacts'),
    countryName: (code) => countryName(code, language),
    date: (ms) => dates.format(ms),
    days: (days, taken) => t('workshop.recordOf', { days: fromTo(Date.parse(days.first), Date.parse(days.last)), taken }),
    figure: (figure, count) => t(`record.figure.${figure}`, { count }),
    fate: (kind, fate, number) => t(`region.fate.${kind}.${fate}`, { number }),
    who: (name, country) => isolate(t('record.who', { name: isolate(name), country })),
    writtenBy: (name) => t('record.writtenBy', { name: isolate(name) }),
    imported: (from) => t('again.importedFrom', { from: isolate(from) }),
    places: (number) => t('note.places', { number }),
    pairedWith: (state, numbers) => t('record.pairedWith', { state, numbers: isolate(numbers) }),
    said: (what, who, date) => t(`record.said.${what}`, { who, date }),
    confirmed: (who, date) => t('record.confirmed', { who, date }),
  }
}

/** Of the Convention and its partners: who takes what nobody in the room could. With an address where somebody has looked that it leads there. */
const DOORS: readonly { door: 'bioBridge' | 'nbsap' | 'centres'; url?: string }[] = [
  { door: 'bioBridge', url: 'https://www.cbd.int/biobridge' },
  { door: 'nbsap' },
  { door: 'centres' },
]

/** Keeps a name of one script from turning a sentence of another one around. */
const isolate = (name: string): string => `\u2068${name}\u2069`
