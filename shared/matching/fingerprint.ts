import type { Language } from '#shared/wall/schema.ts'
import { isCommonWord } from './commonWords.ts'
import { foldWord } from './foldWord.ts'
import { HAN_FUNCTION_PAIRS } from './functionWords.ts'
import { guessLanguage } from './guessLanguage.ts'
import type { SpokenHelpKind } from './helpKinds.ts'
import { WORD_LANGUAGES } from './compileVocabulary.ts'
import type { FacetKind } from './facets.ts'
import type { Lexicon } from './lexicon.ts'
import type { Span } from './span.ts'
import { spotHanTerms, spotTerms, type Sighting, type StemAt } from './spotTerms.ts'
import { splitWords, type Word } from './splitWords.ts'
import { stemOf } from './stemOf.ts'
import type { WordLanguage } from './stemWord.ts'
import { withoutSetPhrases } from './withoutSetPhrases.ts'

/** What a note is about, as far as two notes are compared by it. Depends on its text and language alone. */
export interface Fingerprint {
  /** The language the note was read in. */
  readonly language: Language
  /** In the order of the vocabulary. */
  readonly topics: readonly TopicTrace[]
  readonly helpKinds: readonly HelpTrace[]
  readonly facets: readonly FacetTrace[]
  /** The values of each facet as bits; 0 where the note does not say. */
  readonly facetBits: Readonly<Record<FacetKind, number>>
  /** In code unit order. */
  readonly stems: readonly StemTrace[]
  /**
   * Topics and kinds of help once more, to be compared with thousands of others: subject, strength and weight of each, in the order of
   * subjects. Numbers side by side, because objects spread over the memory take twice as long to read.
   */
  readonly subjects: Int32Array
  /** What sharing all of it would be worth: topics and kinds of help, and stems. Kept for the same reason. */
  readonly subjectsWorth: number
  readonly stemsWorth: number
}

/** What sharing a subject is worth that one note speaks of with strength `a` and the other with `b`. */
export const sharedWorth = (a: number, b: number, weight: number): number => Math.floor((a * b * weight) / 1_000_000)

interface Trace {
  /** Place in the vocabulary: what traces are ordered and joined by. */
  readonly subject: number
  /** How clearly the note speaks of it, 1…1000. */
  readonly strength: number
  /** What sharing it is worth, 0…1000. */
  readonly weight: number
  readonly spans: readonly Span[]
}
export interface TopicTrace extends Trace {
  readonly id: string
}
export interface HelpTrace extends Trace {
  readonly id: SpokenHelpKind
}
export interface FacetTrace extends Trace {
  readonly id: string
  readonly facet: FacetKind
}
export interface StemTrace {
  /** Of a thing: its sign and place in the vocabulary, the same in all languages. */
  readonly stem: string
  /** The word as it first stands in the text. */
  readonly word: string
  /** What sharing it is worth, 1…1000: little for words that anybody writes about anything; more for things, which words mean surely. */
  readonly weight: number
  readonly spans: readonly Span[]
}

/** No letter, so that no word's stem begins with it. */
export const THING_SIGN = '='

const COMMON_WEIGHT = 150
const KNOWN_WEIGHT = 700
const UNKNOWN_WEIGHT = 1000
const FAINTEST = 150

/** The language in which the words of a note are read: in a Chinese one, those in Latin letters are most likely English. */
export const mainLanguage = (text: string, declared: string): WordLanguage => wordLanguage(guessLanguage(text, declared))
const wordLanguage = (language: Language): WordLanguage => (language === 'zh' ? 'en' : language)

/**
 * Reads what a note is about. Never throws: a text of no known word has an empty fingerprint.
 * @param declared the note's BCP 47 tag; doubted when the words say otherwise
 */
export function fingerprint(written: string, declared: string, lexicon: Lexicon): Fingerprint {
  const language = guessLanguage(written, declared)
  const text = withoutSetPhrases(written)
  const words = splitWords(text)
  const stems = stemsOf(words, wordLanguage(language), lexicon)
  const sightings = [
    ...spotAbbreviations(words, lexicon),
    ...WORD_LANGUAGES.flatMap((each) => spotTerms(stems.filter((stem) => stem.language === each), lexicon.words[each])),
    ...spotHanTerms(text, lexicon),
  ]
  const { topics, helpKinds, facets, facetBits } = tracesOf(sightings, lexicon)
  const traces = wordTraces(text, words, stems, sightings, lexicon)
  return {
    language,
    topics,
    helpKinds,
    facets,
    facetBits,
    stems: traces,
    subjects: Int32Array.from([...topics, ...helpKinds].sort((a, b) => a.subject - b.subject).flatMap(({ subject, strength, weight }) => [subject, strength, weight])),
    subjectsWorth: [...topics, ...helpKinds].reduce((sum, { strength, weight }) => sum + sharedWorth(strength, strength, weight), 0),
    stemsWorth: traces.reduce((sum, { weight }) => sum + weight, 0),
  }
}

function stemsOf(words: readonly Word[], main: WordLanguage, lexicon: Lexicon): readonly StemAt[] {
  return words.flatMap((word, at) => {
    const stem = stemOf(word, main, lexicon)
    return stem ? [{ ...stem, at }] : []
  })
}

function spotAbbreviations(words: readonly Word[], lexicon: Lexicon): readonly Sighting[] {
  const isShouting = words.length > 3 && words.every((word) => word.text === word.text.toUpperCase())
  return words.flatMap((word) => {
    // "PA" is protected areas, "NbS" and "PAs" too are short for something; "pa" and "Mat" are words of some language.
    const isShort = word.text.length < 4
    if (isShort && (isShouting || (word.text.match(/\p{Lu}/gu) ?? []).length < 2)) return []
    const singular = /^\p{Lu}{2,}s$/u.test(word.text) ? word.text.slice(0, -1) : word.text
    const subjects = lexicon.abbreviations.get(foldWord(word.text)) ?? lexicon.abbreviations.get(foldWord(singular)) ?? []
    return subjects.map((subject) => ({ subject, strength: subjects.length > 1 ? 600 : 1000, spans: [spanOf(word)] }))
  })
}

const spanOf = (word: Word): Span => [word.start, word.end]

function gather(sightings: readonly Sighting[]): ReadonlyMap<number, readonly Sighting[]> {
  const bySubject = new Map<number, Sighting[]>()
  for (const sighting of sightings) {
    if (sighting.strength < FAINTEST) continue
    const list = bySubject.get(sighting.subject)
    if (list) list.push(sighting)
    else bySubject.set(sighting.subject, [sighting])
  }
  return bySubject
}

function tracesOf(sightings: readonly Sighting[], lexicon: Lexicon): Pick<Fingerprint, 'topics' | 'helpKinds' | 'facets' | 'facetBits'> {
  const topics: TopicTrace[] = []
  const helpKinds: HelpTrace[] = []
  const facets: FacetTrace[] = []
  const facetBits = { realm: 0, group: 0, act: 0 }
  for (const [subject, seen] of [...gather(sightings)].sort(([a], [b]) => a - b)) {
    const known = lexicon.subjects[subject]
    if (!known) continue
    const trace = { subject, weight: known.weight, ...combine(seen) }
    if (known.kind === 'topic') topics.push({ ...trace, id: known.id })
    else if (known.kind === 'help') helpKinds.push({ ...trace, id: known.id as SpokenHelpKind })
    else if (known.kind !== 'thing') {
      facets.push({ ...trace, id: known.id, facet: known.kind })
      facetBits[known.kind] |= known.bit
    }
  }
  return { topics, helpKinds, facets, facetBits }
}

/** The strongest sighting counts whole; others, of other words, close nine tenths of what they can of what is missing to certainty. */
function combine(seen: readonly Sighting[]): { strength: number; spans: readonly Span[] } {
  const ordered = [...seen].sort((a, b) => b.strength - a.strength || firstStart(a) - firstStart(b))
  const counted = new Set<number>()
  let missing = 1000
  for (const [rank, { strength, spans }] of ordered.entries()) {
    if (spans.every(([start]) => counted.has(start))) continue
    const counts = rank === 0 ? strength : Math.floor((9 * strength) / 10)
    missing = Math.floor((missing * (1000 - counts)) / 1000)
    for (const [start] of spans) counted.add(start)
  }
  return { strength: 1000 - missing, spans: inOrder(ordered.flatMap((sighting) => sighting.spans)) }
}

const firstStart = (sighting: Sighting): number => sighting.spans[0]?.[0] ?? 0

function inOrder(spans: readonly Span[]): readonly Span[] {
  const byStart = new Map<number, Span>()
  for (const span of spans) if ((byStart.get(span[0])?.[1] ?? -1) < span[1]) byStart.set(span[0], span)
  return [...byStart.values()].sort((a, b) => a[0] - b[0])
}

function wordTraces(text: string, words: readonly Word[], stems: readonly StemAt[], sightings: readonly Sighting[], lexicon: Lexicon): readonly StemTrace[] {
  const traces = new Map<string, { stem: string; word: string; weight: number; spans: Span[] }>()
  const add = (stem: string, word: string, weight: number, span: Span): void => {
    const trace = traces.get(stem)
    if (trace) trace.spans.push(span)
    else traces.set(stem, { stem, word, weight, spans: [span] })
  }
  const things = thingsIn(sightings, lexicon)
  const isNamed = (start: number, end: number): boolean => things.some(({ spans }) => spans.some((span) => span[0] <= start && end <= span[1]))
  for (const { subject, strength, spans } of things) {
    const weight = Math.floor((strength * (lexicon.subjects[subject]?.weight ?? 0)) / 1000)
    const written = text.slice(Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end)))
    for (const span of spans) add(`${THING_SIGN}${subject}`, written, weight, span)
  }
  const named = new Set(stems.flatMap(({ stem, word }) => (isNamed(word.start, word.end) ? [stem] : [])))
  for (const { stem, word, folded, language, isKnown } of stems) {
    if (named.has(stem)) continue
    const rarity = isKnown ? lexicon.words[language].rarity.get(stem) : undefined
    const weight = isCommonWord(folded, language) ? COMMON_WEIGHT : rarity === undefined ? UNKNOWN_WEIGHT : Math.floor((KNOWN_WEIGHT * rarity) / 1000)
    add(stem, word.text, weight, spanOf(word))
  }
  for (const word of words) {
    if (!word.isHan) continue
    for (let at = 0; at + 1 < word.text.length; at++) {
      const pair = word.text.slice(at, at + 2)
      if (HAN_FUNCTION_PAIRS.has(pair) || isNamed(word.start + at, word.start + at + 2)) continue
      const rarity = lexicon.hanRarity.get(pair) ?? 500
      add(pair, pair, Math.floor((KNOWN_WEIGHT * rarity) / 1000), [word.start + at, word.start + at + 2])
    }
  }
  return [...traces.values()].sort((a, b) => (a.stem < b.stem ? -1 : 1))
}

/** The things a text names, but not those whose words only stand there as part of another's: "snow leopard" is no leopard. */
function thingsIn(sightings: readonly Sighting[], lexicon: Lexicon): readonly Sighting[] {
  const things = sightings.filter(({ subject }) => lexicon.subjects[subject]?.kind === 'thing')
  const size = ({ spans }: Sighting): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)
  return things.filter((one) => !things.some((other) => size(other) > size(one) && one.spans.every(([start, end]) => other.spans.some((span) => span[0] <= start && end <= span[1]))))
}
