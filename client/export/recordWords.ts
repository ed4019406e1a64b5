import type { TFunction } from 'i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { RecordWords } from '#shared/record/buildRecord.ts'
import type { Language } from '#shared/wall/schema.ts'
import { directionOf } from '../i18n/setUpI18n.ts'

/**
 * The record's words in the reader's language.
 * @param t translates into that language; its country names are loaded (`loadCountryNames`)
 */
export function recordWords(t: TFunction, language: Language): RecordWords {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
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
      interested: t('pair.state.interested'),
      declined: t('pair.state.declined'),
      contacted: t('pair.state.contacted'),
      agreed: t('pair.state.agreed'),
      done: t('pair.state.done'),
      dropped: t('pair.state.dropped'),
    },
    helpKinds: {
      visit: t('card.help.visit'),
      training: t('card.help.training'),
      expert: t('card.help.expert'),
      data: t('card.help.data'),
      tool: t('card.help.tool'),
      'case-study': t('card.help.case-study'),
      'joint-project': t('card.help.joint-project'),
    },
    cardFields: { helpKind: t('record.helpKind'), firstStep: t('record.firstStep'), byWhen: t('record.byWhen') },
    open: t('record.open'),
    countryName: (code) => countryName(code, language),
    date: (ms) => dates.format(ms),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    figure: (figure, count) => t(`record.figure.${figure}`, { count }),
    who: (name, country) => isolate(t('record.who', { name: isolate(name), country })),
    whoActs: (country) => t('record.whoActs', { country }),
    writtenBy: (name) => t('record.writtenBy', { name: isolate(name) }),
    pairedWith: (state, numbers) => t('record.pairedWith', { state, numbers: isolate(numbers) }),
    said: (what, who, date) => t(`record.said.${what}`, { who, date }),
    confirmed: (who, date) => t('record.confirmed', { who, date }),
  }
}

/** Keeps a name of one script from turning a sentence of another one around. */
const isolate = (name: string): string => `\u2068${name}\u2069`
