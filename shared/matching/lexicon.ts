import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { isCommonWord } from './commonWords.ts'
import { foldWord } from './foldWord.ts'
import { isFunctionWord } from './functionWords.ts'
import { hanPairs } from './hanPairs.ts'
import { HELP_KINDS_SPOKEN_OF, HELP_WORDS, type SpokenHelpKind } from './helpKinds.ts'
import { isWithinEdits } from './isWithinEdits.ts'
import { splitWords } from './splitWords.ts'
import { stemWord, type WordLanguage } from './stemWord.ts'
import type { TermsByLanguage, Vocabulary } from './vocabulary.ts'

/** Something a note can be about: a topic of the vocabulary, or a kind of help. */
export interface Subject {
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

export interface HanTerm {
  readonly subject: number
  readonly text: string
  readonly trust: number
  readonly source: TermSource
}

export type TermSource = 'label' | 'synonym' | 'trigger'

/** The terms of one language that is written in words. */
export interface WordIndex {
  readonly terms: ReadonlyMap<string, readonly Term[]>
  /** Stem -> 1…1000: 1000 for a stem that points to one subject, less the more subjects share it. */
  readonly rarity: ReadonlyMap<string, number>
  /** Stem of labels of one topic, and of that topic's terms alone -> the topic. */
  readonly telltales: ReadonlyMap<string, number>
  /** First letter and length -> stems, sorted: where to look for what was meant. */
  readonly byShape: ReadonlyMap<string, readonly string[]>
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
  for (const { subject, text, source } of raw) {
    const stems = contentStems(text, language)
    if (stems.length === 0) continue
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
  const byShape = new Map<string, string[]>()
  for (const stem of [...terms.keys()].sort()) {
    if (stem.length >= 4) append(byShape, shapeOf(stem.charAt(0), stem.length), stem)
  }
  return { terms, rarity: rarities(subjectsOf), telltales, byShape }
}

function indexHan(raw: readonly RawTerm[]): Pick<Lexicon, 'han' | 'hanRarity'> {
  const subjectsOf = new Map<string, Set<number>>()
  for (const { subject, text } of raw) for (const pair of hanPairs(text)) insert(subjectsOf, pair, subject)
  const han = raw
    .map(({ subject, text, source }): HanTerm => ({ subject, text: text.toLowerCase(), source, trust: TRUST[source] }))
    .sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : a.text > b.text ? 1 : a.subject - b.subject))
  return { han, hanRarity: rarities(subjectsOf) }
}

function contentStems(text: string, language: WordLanguage): readonly string[] {
  const words = splitWords(text).filter((word) => !word.isHan && foldWord(word.text).length > 1)
  const content = words.filter((word) => !isFunctionWord(foldWord(word.text), language))
  return [...new Set((content.length > 0 ? content : words).map((word) => stemWord(word.text, language)))]
}

/** A fraction instead of a logarithm: near to it, and whole-number exact in every engine. 1000, 833, 714, … */
const rarities = (subjectsOf: ReadonlyMap<string, ReadonlySet<number>>): Map<string, number> =>
  new Map([...subjectsOf].map(([stem, subjects]) => [stem, Math.floor(5000 / (4 + subjects.size))]))

const shapeOf = (firstLetter: string, length: number): string => `${firstLetter}${length}`

/**
 * The stem of the vocabulary that a word was probably meant to be: itself, without a clinging Arabic particle, or one
 * that one slip (two in long words) turns it into. `undefined` when there is none; real words are never "mended".
 */
export function nearestStem(index: WordIndex, stem: string, folded: string, language: WordLanguage): { stem: string; isExact: boolean } | undefined {
  if (index.terms.has(stem)) return { stem, isExact: true }
  if (language === 'ar' && folded.length > 4 && /^[بلكف]/.test(folded)) {
    const bare = stemWord(folded.slice(1), 'ar')
    if (index.terms.has(bare)) return { stem: bare, isExact: true }
  }
  if (stem.length < 5 || /\p{N}/u.test(stem) || isCommonWord(folded, language)) return undefined
  const most = stem.length >= 8 ? 2 : 1
  let best: string | undefined
  let bestRank = Infinity
  for (let length = stem.length - 3; length <= stem.length + 3; length++) {
    for (const known of index.byShape.get(shapeOf(stem.charAt(0), length)) ?? []) {
      const rank = slips(stem, known, most)
      if (rank < bestRank || (rank === bestRank && best !== undefined && known < best)) {
        best = known
        bestRank = rank
      }
    }
  }
  return best === undefined ? undefined : { stem: best, isExact: false }
}

/** How far `known` is from what was written: 1 one slip, 1.5 another ending, 2 two slips, Infinity too far. */
function slips(written: string, known: string, most: number): number {
  if (isWithinEdits(written, known, 1)) return 1
  if (known.length >= 5 && (written.startsWith(known) || known.startsWith(written))) return 1.5
  return most >= 2 && isWithinEdits(written, known, 2) ? 2 : Infinity
}

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
