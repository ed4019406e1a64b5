import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { FACET_KINDS, type FacetKind, type FacetWords } from './facets.ts'
import { foldWord } from './foldWord.ts'
import { isFunctionWord } from './functionWords.ts'
import { HELP_KINDS_SPOKEN_OF, HELP_WORDS } from './helpKinds.ts'
import { splitWords } from './splitWords.ts'
import { packSpellings } from './packSpellings.ts'
import { stemWord, type WordLanguage } from './stemWord.ts'
import type { ThingWords } from './things.ts'
import { topicLabels, type TopicLabels } from './topicLabels.ts'
import type { TermsByLanguage, Vocabulary } from './vocabulary.ts'

/** Where a term comes from. */
export const TERM_SOURCES = ['label', 'synonym', 'trigger', 'facet', 'taught', 'thing'] as const

/** Something a note can be about: a topic of the vocabulary, a kind of help, a value of a facet, or a thing. */
export interface Subject {
  readonly id: string
  readonly kind: 'topic' | 'help' | FacetKind | 'thing'
  /** What sharing it is worth, 0…1000. */
  readonly weight: number
}

/**
 * The vocabulary with every word folded and stemmed: what takes half a second and would be the same for everybody.
 * Plain JSON, written by `npm run assets` to shared/generated/lexicon.json; `openLexicon` makes it ready to look things up.
 */
export interface CompiledLexicon {
  readonly topics: readonly { readonly id: string; readonly weight: number }[]
  readonly facets: Readonly<Record<FacetKind, readonly string[]>>
  readonly things: readonly string[]
  readonly labels: TopicLabels
  readonly words: Readonly<Record<WordLanguage, CompiledWords>>
  /** Chinese, as it stands in a text. */
  readonly han: readonly TermGroup[]
  /** Folded abbreviation -> subjects. */
  readonly abbreviations: Readonly<Record<string, readonly number[]>>
}

export interface CompiledWords {
  /** Each term as its stems, with spaces between. */
  readonly terms: readonly TermGroup[]
  /** How the words of terms are written, where that is not their stem: see `packSpellings`. */
  readonly spellings: readonly string[]
}

/** The terms of one subject that say equally much. */
interface TermGroup {
  /** Place in `listSubjects`. */
  readonly subject: number
  /** Place in `TERM_SOURCES`. */
  readonly source: number
  /** With TERM_BREAK between: quotation marks would be a fortieth of what is fetched. */
  readonly terms: string
}

export const TERM_BREAK = '|'

/** A term as people write it. */
export interface RawTerm {
  readonly language: Language
  readonly subject: number
  readonly source: number
  readonly text: string
}

const HELP_KIND_WEIGHT = 100
const THING_WEIGHT = 1400

export const WORD_LANGUAGES = LANGUAGES.filter((language): language is WordLanguage => language !== 'zh')

/** Everything a note can be about, at the places that terms name. */
export function listSubjects({ topics, facets, things }: Pick<CompiledLexicon, 'topics' | 'facets' | 'things'>): readonly Subject[] {
  return [
    ...topics.map((topic): Subject => ({ ...topic, kind: 'topic' })),
    ...HELP_KINDS_SPOKEN_OF.map((id): Subject => ({ id, kind: 'help', weight: HELP_KIND_WEIGHT })),
    ...FACET_KINDS.flatMap((kind) => facets[kind].map((id): Subject => ({ id, kind, weight: 0 }))),
    ...things.map((id): Subject => ({ id, kind: 'thing', weight: THING_WEIGHT })),
  ]
}

export function compileVocabulary(vocabulary: Vocabulary, facets: FacetWords, things: ThingWords = {}): CompiledLexicon {
  const { topics, abbreviations, raw: ofTopics } = topicTerms(vocabulary)
  const facetIds = { realm: Object.keys(facets.realm), group: Object.keys(facets.group), act: Object.keys(facets.act) }
  const thingIds = Object.keys(things)
  const subjects = listSubjects({ topics, facets: facetIds, things: thingIds })
  const raw: RawTerm[] = [...ofTopics]
  const add = (kind: Subject['kind'], id: string, source: (typeof TERM_SOURCES)[number], byLanguage: TermsByLanguage): void => {
    const subject = subjects.findIndex((each) => each.kind === kind && each.id === id)
    raw.push(...termsOf(subject, source, byLanguage))
  }
  for (const kind of HELP_KINDS_SPOKEN_OF) add('help', kind, 'synonym', HELP_WORDS[kind])
  for (const kind of FACET_KINDS) {
    for (const [id, words] of Object.entries(facets[kind])) add(kind, id, 'facet', words)
  }
  for (const [id, words] of Object.entries(things)) add('thing', id, 'thing', words)

  return { topics, facets: facetIds, things: thingIds, labels: topicLabels(vocabulary), abbreviations, ...compileTerms(raw) }
}

/** What a vocabulary says of topics, which are the first of all subjects. */
export function topicTerms(vocabulary: Vocabulary): Pick<CompiledLexicon, 'topics' | 'abbreviations'> & { readonly raw: readonly RawTerm[] } {
  const abbreviations = new Map<string, number[]>()
  const raw = vocabulary.topics.flatMap((topic, subject) => {
    for (const text of topic.abbreviations) {
      const folded = foldWord(text).replace(/[^\p{L}\p{N}]/gu, '')
      abbreviations.set(folded, [...(abbreviations.get(folded) ?? []), subject])
    }
    const labels = Object.fromEntries(LANGUAGES.map((language) => [language, [topic.labels[language]]]))
    return [...termsOf(subject, 'label', labels), ...termsOf(subject, 'synonym', topic.synonyms), ...termsOf(subject, 'trigger', topic.trigger)]
  })
  return { topics: vocabulary.topics.map(({ id, weight = 100 }) => ({ id, weight: 10 * weight })), abbreviations: Object.fromEntries(abbreviations), raw }
}

const termsOf = (subject: number, source: (typeof TERM_SOURCES)[number], byLanguage: TermsByLanguage): readonly RawTerm[] =>
  LANGUAGES.flatMap((language) => (byLanguage[language] ?? []).map((text) => ({ language, subject, source: TERM_SOURCES.indexOf(source), text })))

/** Terms with every word folded and stemmed, each in its language. */
export function compileTerms(raw: readonly RawTerm[]): Pick<CompiledLexicon, 'words' | 'han'> {
  const words = Object.fromEntries(
    WORD_LANGUAGES.map((language) => [language, compileWords(language, raw.filter((term) => term.language === language))]),
  ) as unknown as CompiledLexicon['words']
  return { words, han: grouped(raw.filter(({ language }) => language === 'zh'), (text) => text.toLowerCase()) }
}

function compileWords(language: WordLanguage, raw: readonly RawTerm[]): CompiledWords {
  const spellings = new Map<string, string>()
  const terms = grouped(raw, (text) => {
    const words = contentWords(text, language)
    const stems = words.map((word) => stemWord(word, language))
    for (const [at, word] of words.entries()) spellings.set(foldWord(word), stems[at] ?? '')
    return [...new Set(stems)].join(' ')
  })
  return { terms, spellings: packSpellings(spellings) }
}

/** A term that says no more than another one of its subject is left out; the first, which is trusted more, stays. */
function grouped(raw: readonly RawTerm[], write: (text: string) => string): readonly TermGroup[] {
  const known = new Set<string>()
  const groups = new Map<string, { subject: number; source: number; terms: string[] }>()
  for (const { subject, source, text } of raw) {
    const key = `${subject} ${source}`
    const group = groups.get(key) ?? { subject, source, terms: [] }
    groups.set(key, group)
    const term = write(text)
    const inAnyOrder = `${subject} ${term.split(' ').sort().join(' ')}`
    if (term === '' || known.has(inAnyOrder)) continue
    known.add(inAnyOrder)
    group.terms.push(term)
  }
  return [...groups.values()].filter(({ terms }) => terms.length > 0).map((group) => ({ ...group, terms: group.terms.join(TERM_BREAK) }))
}

function contentWords(text: string, language: WordLanguage): readonly string[] {
  const words = splitWords(text).map((word) => word.text).filter((word) => foldWord(word).length > 1)
  const content = words.filter((word) => !isFunctionWord(foldWord(word), language))
  return content.length > 0 ? content : words
}
