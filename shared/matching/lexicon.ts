import { listSubjects, TERM_BREAK, TERM_SOURCES, WORD_LANGUAGES, type CompiledLexicon, type CompiledWords, type Subject } from './compileVocabulary.ts'
import { createMender, type NearStem, type WrittenWord } from './createMender.ts'
import { hanPairs } from './hanPairs.ts'
import { unpackSpellings } from './packSpellings.ts'
import type { WordLanguage } from './stemWord.ts'
import type { TopicLabels } from './topicLabels.ts'

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

type TermSource = (typeof TERM_SOURCES)[number]

/** The terms of one language that is written in words. */
export interface WordIndex {
  readonly terms: ReadonlyMap<string, readonly Term[]>
  /** Stem -> 1…1000: 1000 for a stem that points to one subject, less the more subjects share it. Facets do not count. */
  readonly rarity: ReadonlyMap<string, number>
  /** Stem of labels of one topic, and of that topic's terms alone -> the topic. */
  readonly telltales: ReadonlyMap<string, number>
  /** Finds what a word was probably meant to be; `undefined` when it is like nothing known. */
  readonly nearest: (word: WrittenWord) => NearStem | undefined
}

/** A vocabulary ready to be looked up; made once a worker. */
export interface Lexicon {
  readonly subjects: readonly (Subject & {
    /** Of a facet: which value it is, one bit each; 0 for others. */
    readonly bit: number
  })[]
  readonly labels: TopicLabels
  readonly words: Readonly<Record<WordLanguage, WordIndex>>
  /** Longest first, so that a term inside a longer one is known as such. */
  readonly han: readonly HanTerm[]
  readonly hanRarity: ReadonlyMap<string, number>
  readonly abbreviations: ReadonlyMap<string, readonly number[]>
}

const TRUST: Readonly<Record<TermSource, number>> = { label: 1000, synonym: 900, trigger: 800, facet: 1000, taught: 1000, thing: 1000 }

export function openLexicon(compiled: CompiledLexicon): Lexicon {
  const listed = listSubjects(compiled)
  const subjects = listed.map((subject) => ({ ...subject, bit: bitOf(subject, compiled.facets) }))
  const isAside = subjects.map(({ kind }) => kind !== 'topic' && kind !== 'help')
  const words = Object.fromEntries(
    WORD_LANGUAGES.map((language) => [language, indexWords(language, compiled.words[language], isAside)]),
  ) as unknown as Record<WordLanguage, WordIndex>
  return {
    subjects,
    labels: compiled.labels,
    words,
    abbreviations: new Map(Object.entries(compiled.abbreviations)),
    ...indexHan(compiled.han, isAside),
  }
}

const bitOf = ({ id, kind }: Subject, facets: CompiledLexicon['facets']): number =>
  kind === 'topic' || kind === 'help' || kind === 'thing' ? 0 : 1 << facets[kind].indexOf(id)

function indexWords(language: WordLanguage, compiled: CompiledWords, isAside: readonly boolean[]): WordIndex {
  const terms = new Map<string, Term[]>()
  const subjectsOf = new Map<string, Set<number>>()
  const labelsOf = new Map<string, Set<number>>()
  for (const group of compiled.terms) {
    const { subject } = group
    const source = sourceOf(group.source)
    for (const text of group.terms.split(TERM_BREAK)) {
      const term: Term = { subject, stems: text.split(' '), source, trust: TRUST[source] }
      for (const stem of term.stems) {
        append(terms, stem, term)
        if (!isAside[subject]) insert(subjectsOf, stem, subject)
        if (source === 'label') insert(labelsOf, stem, subject)
      }
    }
  }
  const telltales = new Map<string, number>()
  for (const [stem, owners] of labelsOf) {
    const [only] = owners
    if (only !== undefined && subjectsOf.get(stem)?.size === 1) telltales.set(stem, only)
  }
  const spellings = unpackSpellings(compiled.spellings)
  for (const stem of terms.keys()) spellings.set(stem, stem)
  return { terms, rarity: rarities(subjectsOf), telltales, nearest: createMender(language, terms, spellings) }
}

function indexHan(groups: CompiledLexicon['han'], isAside: readonly boolean[]): Pick<Lexicon, 'han' | 'hanRarity'> {
  const subjectsOf = new Map<string, Set<number>>()
  const han: HanTerm[] = []
  for (const group of groups) {
    const { subject } = group
    const source = sourceOf(group.source)
    for (const text of group.terms.split(TERM_BREAK)) {
      han.push({ subject, text, source, trust: TRUST[source] })
      if (!isAside[subject]) for (const pair of hanPairs(text)) insert(subjectsOf, pair, subject)
    }
  }
  han.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : a.text > b.text ? 1 : a.subject - b.subject))
  return { han, hanRarity: rarities(subjectsOf) }
}

const sourceOf = (place: number): TermSource => TERM_SOURCES[place] ?? 'trigger'

/** A fraction instead of a logarithm: near to it, and whole-number exact in every engine. 1000, 875, 777, … */
const rarities = (subjectsOf: ReadonlyMap<string, ReadonlySet<number>>): Map<string, number> =>
  new Map([...subjectsOf].map(([stem, subjects]) => [stem, Math.floor(7000 / (6 + subjects.size))]))

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
