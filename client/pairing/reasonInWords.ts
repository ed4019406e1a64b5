import type { TFunction } from 'i18next'
import type { Reasons } from '#shared/matching/pairScore.ts'
import type { Language, Side } from '#shared/wall/schema.ts'

interface Reader {
  t: TFunction
  language: Language
  /** A topic's name in the reader's language. */
  topicLabel: (id: string, language: Language) => string
  /** The note the reader does not know yet; absent on paper, where both are new. */
  unknownSide?: Side
}

const MOST_TOPICS = 3
const MOST_WORDS = 3

/**
 * Why two notes may belong together, in the reader's language: what both speak of, which help, where, of
 * which creatures and what is done, words that stand in both,
 * and the language of the other note where it differs. Never a number.
 * @returns short phrases, what matters most first; a screen shows them apart, a record joins them
 */
export function reasonInWords(reasons: Reasons, { t, language, topicLabel, unknownSide }: Reader): readonly string[] {
  const together = new Intl.ListFormat(language, { type: 'conjunction' })
  const aside = new Intl.ListFormat(language, { type: 'unit' }) // some of these names have an "and" of their own
  const phrases: string[] = []
  const topics = reasons.topics.slice(0, MOST_TOPICS).map(({ id }) => topicLabel(id, language))
  if (topics.length > 0) phrases.push(t('match.reason.topics', { topics: together.format(topics) }))
  if (reasons.helpKinds.length > 0) {
    phrases.push(t('match.reason.help', { kinds: together.format(reasons.helpKinds.map((kind) => t(`match.help.${kind}`))) }))
  }
  if (reasons.facets.length > 0) {
    const values = reasons.facets.map(({ kind, id }) => t(`match.facet.${kind}.${id}` as 'match.facet.realm.sea'))
    phrases.push(t('match.reason.facets', { values: aside.format(values) }))
  }
  if (reasons.words.length > 0) {
    const words = reasons.words.slice(0, MOST_WORDS).map((word) => t('match.reason.quoted', { word }))
    phrases.push(t('match.reason.words', { words: together.format(words) }))
  }
  if (reasons.byModel) phrases.push(t('match.reason.byModel'))
  const { need, offer, differ } = reasons.languages
  if (differ) {
    const names = new Intl.DisplayNames([language], { type: 'language' })
    const nameOf = (tag: Language): string => names.of(tag) ?? tag
    phrases.push(
      unknownSide
        ? t('match.reason.writtenIn', { language: nameOf(reasons.languages[unknownSide]) })
        : t('match.reason.twoLanguages', { need: nameOf(need), offer: nameOf(offer) }),
    )
  }
  return phrases
}
