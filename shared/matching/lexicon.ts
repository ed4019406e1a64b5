import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { createMender, type NearStem, type WrittenWord } from './createMender.ts'
import { foldWord } from './foldWord.ts'
import { isFunctionWord } from './functionWords.ts'
import { hanPairs } from './hanPairs.ts'
import { HELP_KINDS_SPOKEN_OF, HELP_WORDS, type SpokenHelpKind } from './helpKinds.ts'
import { splitWords } from './splitWords.ts'
import { stemWord, type WordLanguage } from './stemWord.ts'
import type { TermsByLanguage, Vocabulary } from './vocabulary.ts'

/** Something a note can be about: a topic of the vocabulary, or a kind of help. */
interface Subject {
  readonly id: string
  readonly helpKind: SpokenHelpKind | undefined
  /** What sharing it is worth, 0…1000. */
  readonly weight: number
}

export interface Term {
  /** Position in `Lexicon.subjects`. */
  readonly subject: number
  /** Each stem once. */
  readonly stems: readonly string[]
  /** How sure the whole term makes us, 0…1000. */
  readonly trust: number
  readonly source: TermSource
}

interface HanTerm {
  readonly subject: number
  readonly text: string
  readonly trust: number
  readonly source: TermSource
}

type TermSource = 'label' | 'synonym' | 'trigger'

/** The terms of one language that is written in words. */
export interface WordIndex {
  readonly terms: ReadonlyMap<string, readonly Term[]>
  /** Stem -> 1…1000: 1000 for a stem that points to one subject, less the more subjects share it. */
  readonly rarity: ReadonlyMap<string, number>
  /** Stem of labels of one topic, and of that topic's terms alone -> the topic. */
  readonly telltales: ReadonlyMap<string, number>
  /** Finds what a word was probably meant to be; `undefined` when it is like nothing known. */
  readonly nearest: (word: WrittenWord) => NearStem | undefined
}

/** A vocabulary made ready to be looked up. Costs some 0.2 s to make; made once a worker. */
export interface Lexicon {
  readonly subjects: readonly Subject[]
  readonly words: Readonly<Record<WordLanguage, WordIndex>>
  /** Longest first, so that a term inside a longer one is known as such. */
  readonly han: readonly HanTerm[]
  readonly hanRarity: ReadonlyMap<string, number>
  /** Folded abbreviation -> subjects. */
  readonly abbreviations: ReadonlyMap<string, readonly number[]>
}

const TRUST: Readonly<Record<TermSource, number>> = { label: 1000, synonym: 900, trigger: 800 }
const HELP_KIND_WEIGHT = 100

export const WORD_LANGUAGES = LANGUAGES.filter((language): language is WordLanguage => language !== 'zh')

export function compileLexicon(vocabulary: Vocabulary): Lexicon {
  const subjects: Subject[] = []
  const terms: { language: Language; subject: number; text: string; source: TermSource }[] = []
  const abbreviations = new Map<string, number[]>()

  const add = (subject: number, source: TermSource, byLanguage: TermsByLanguage): void => {
    for (const language of LANGUAGES) for (const text of byLanguage[language] ?? []) terms.push({ language, subject, text, source })
  }
  for (const topic of vocabulary.topics) {
    const subject = subjects.push({ id: topic.id, helpKind: undefined, weight: 10 * (topic.weight ?? 100) }) - 1
    for (const language of LANGUAGES) terms.push({ language, subject, text: topic.labels[language], source: 'label' })
    add(subject, 'synonym', topic.synonyms)
    add(subject, 'trigger', topic.trigger)
    for (const text of topic.abbreviations) {
      const key = foldWord(text).replace(/[^\p{L}\p{N}]/gu, '')
      abbreviations.set(key, [...(abbreviations.get(key) ?? []), subject])
    }
  }
  for (const kind of HELP_KINDS_SPOKEN_OF) {
    const subject = subjects.push({ id: kind, helpKind: kind, weight: HELP_KIND_WEIGHT }) - 1
    add(subject, 'synonym', HELP_WORDS[kind])
  }

  const hanTerms = terms.filter((term) => term.language === 'zh')
  const words = Object.fromEntries(
    WORD_LANGUAGES.map((language) => [language, indexWords(language, terms.filter((term) => term.language === language))]),
  ) as unknown as Record<WordLanguage, WordIndex>
  return { subjects, words, abbreviations, ...indexHan(hanTerms) }
}

interface RawTerm {
  readonly subject: number
  readonly text: string
  readonly source: TermSource
}

function indexWords(language: WordLanguage, raw: readonly RawTerm[]): WordIndex {
  const terms = new Map<string, Term[]>()
  const subjectsOf = new Map<string, Set<number>>()
  const labelsOf = new Map<string, Set<number>>()
  const spellings = new Map<string, string>()
  for (const { subject, text, source } of raw) {
    const words = contentWords(text, language)
    const stems = [...new Set(words.map((word) => stemWord(word, language)))]
    if (stems.length === 0) continue
    for (const word of words) spellings.set(foldWord(word), stemWord(word, language))
    const term: Term = { subject, stems, source, trust: TRUST[source] }
    for (const stem of stems) {
      append(terms, stem, term)
      insert(subjectsOf, stem, subject)
      if (source === 'label') insert(labelsOf, stem, subject)
    }
  }
  const telltales = new Map<string, number>()
  for (const [stem, owners] of labelsOf) {
    const [only] = owners
    if (only !== undefined && subjectsOf.get(stem)?.size === 1) telltales.set(stem, only)
  }
  for (const stem of terms.keys()) spellings.set(stem, stem)
  return { terms, rarity: rarities(subjectsOf), telltales, nearest: createMender(language, terms, spellings) }
}

function indexHan(raw: readonly RawTerm[]): Pick<Lexicon, 'han' | 'hanRarity'> {
  const subjectsOf = new Map<string, Set<number>>()
  for (const { subject, text } of raw) for (const pair of hanPairs(text)) insert(subjectsOf, pair, subject)
  const han = raw
    .map(({ subject, text, source }): HanTerm => ({ subject, text: text.toLowerCase(), source, trust: TRUST[source] }))
    .sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : a.text > b.text ? 1 : a.subject - b.subject))
  return { han, hanRarity: rarities(subjectsOf) }
}

function contentWords(text: string, language: WordLanguage): readonly string[] {
  const words = splitWords(text).map((word) => word.text).filter((word) => foldWord(word).length > 1)
  const content = words.filter((word) => !isFunctionWord(foldWord(word), language))
  return content.length > 0 ? content : words
}

/** A fraction instead of a logarithm: near to it, and whole-number exact in every engine. 1000, 800, 666, … */
const rarities = (subjectsOf: ReadonlyMap<string, ReadonlySet<number>>): Map<string, number> =>
  new Map([...subjectsOf].map(([stem, subjects]) => [stem, Math.floor(4000 / (3 + subjects.size))]))

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function insert<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}
