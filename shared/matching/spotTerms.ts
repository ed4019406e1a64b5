import { hanPairs } from './hanPairs.ts'
import type { Lexicon, Term, WordIndex } from './lexicon.ts'
import type { Span } from './span.ts'
import type { Word } from './splitWords.ts'
import type { WordLanguage } from './stemWord.ts'

/** A word of the note with the stem it is looked up by. */
export interface StemAt {
  /** Which word of the text it is. */
  readonly at: number
  readonly word: Word
  readonly folded: string
  readonly language: WordLanguage
  readonly stem: string
  /** Whether the vocabulary has it. */
  readonly isKnown: boolean
  /** Whether it was misspelt and is only probably this. */
  readonly isMended: boolean
}

/** A term, or enough of one, seen in the text. */
export interface Sighting {
  readonly subject: number
  /** 0…1000 */
  readonly strength: number
  readonly spans: readonly Span[]
}

/** Least share of a term's stems, weighed by rarity, that must stand in the text. */
const LEAST_SHARE = 500
/** Words of a term may stand this much farther apart than in the term itself. */
const SLACK_WORDS = 3
const FAR_APART = 900
const TELLTALE = 600
const MENDED = 700
const NESTED = 400

/**
 * Finds terms whose words stand near each other in any order; part of a long term counts for part.
 * @param stems of one language, in the order of the text
 */
export function spotTerms(stems: readonly StemAt[], index: WordIndex): readonly Sighting[] {
  const places = new Map<string, StemAt[]>()
  for (const stem of stems) {
    const list = places.get(stem.stem)
    if (list) list.push(stem)
    else places.set(stem.stem, [stem])
  }
  const sightings: Sighting[] = []
  const tried = new Set<Term>()
  for (const [stem, [first]] of places) {
    for (const term of index.terms.get(stem) ?? []) {
      if (tried.has(term)) continue
      tried.add(term)
      const sighting = spotTerm(term, places, index)
      if (sighting) sightings.push(sighting)
    }
    const subject = index.telltales.get(stem)
    if (subject !== undefined && first) sightings.push({ subject, strength: TELLTALE, spans: [[first.word.start, first.word.end]] })
  }
  return sightings
}

const isWholeOnly = ({ source }: Pick<Term, 'source'>): boolean => source === 'facet' || source === 'thing'

function spotTerm(term: Term, places: ReadonlyMap<string, readonly StemAt[]>, index: WordIndex): Sighting | undefined {
  let whole = 0
  let found = 0
  const near: StemAt[] = []
  for (const stem of term.stems) {
    const rarity = index.rarity.get(stem) ?? 1000
    whole += rarity
    const here = places.get(stem)
    if (!here) continue
    found += rarity
    near.push(nearest(here, near[0]))
  }
  const share = Math.floor((1000 * found) / whole)
  if (share < (isWholeOnly(term) ? 1000 : LEAST_SHARE)) return undefined
  // Half a term says less than half as much.
  let strength = Math.floor((term.trust * share * (1000 + share)) / 2_000_000)
  const ats = near.map((stem) => stem.at)
  if (Math.max(...ats) - Math.min(...ats) > term.stems.length + SLACK_WORDS) strength = Math.floor((strength * FAR_APART) / 1000)
  if (term.stems.length === 1 && (term.source === 'synonym' || term.source === 'trigger')) {
    // A single word that serves several subjects says less of each.
    strength = Math.floor((strength * (100 + Math.floor((900 * whole) / 1000))) / 1000)
  }
  if (near.some((stem) => stem.isMended)) strength = Math.floor((strength * MENDED) / 1000)
  return { subject: term.subject, strength, spans: near.map(({ word }): Span => [word.start, word.end]) }
}

function nearest(candidates: readonly StemAt[], to: StemAt | undefined): StemAt {
  const distance = (stem: StemAt): number => (to ? Math.abs(stem.at - to.at) : stem.at)
  return candidates.reduce((best, next) => (distance(next) < distance(best) ? next : best))
}

/** Chinese terms by substring, longest first; long ones that do not stand there whole, by their pairs of characters. */
export function spotHanTerms(text: string, lexicon: Lexicon): readonly Sighting[] {
  if (!/\p{Script=Han}/u.test(text)) return []
  const lower = lowerSameLength(text)
  const pairs = new Map<string, number>()
  for (const pair of hanPairs(lower)) pairs.set(pair, lower.indexOf(pair))
  const covered = new Uint8Array(lower.length)
  const sightings: Sighting[] = []
  for (const term of lexicon.han) {
    const spans: Span[] = []
    for (let start = lower.indexOf(term.text); start >= 0; start = lower.indexOf(term.text, start + 1)) spans.push([start, start + term.text.length])
    if (spans.length > 0) {
      // A thing is named beside the topic that it stands in, and a topic's word inside of a thing's is as telling as without.
      const isThing = term.source === 'thing'
      const isNested = !isThing && spans.every(([start, end]) => covered.subarray(start, end).every((mark) => mark === 1))
      if (!isThing) for (const [start, end] of spans) covered.fill(1, start, end)
      sightings.push({ subject: term.subject, strength: isNested ? Math.floor((term.trust * NESTED) / 1000) : term.trust, spans })
      continue
    }
    const partly = term.source === 'trigger' || isWholeOnly(term) ? undefined : spotHanPairs(term.text, pairs, lexicon)
    if (partly) sightings.push({ subject: term.subject, strength: Math.floor((term.trust * partly.strength) / 1000), spans: partly.spans })
  }
  return sightings
}

function spotHanPairs(term: string, pairs: ReadonlyMap<string, number>, lexicon: Lexicon): { strength: number; spans: readonly Span[] } | undefined {
  if (term.length < 3) return undefined
  let whole = 0
  let found = 0
  const spans: Span[] = []
  for (const pair of hanPairs(term)) {
    const rarity = lexicon.hanRarity.get(pair) ?? 1000
    whole += rarity
    const start = pairs.get(pair)
    if (start === undefined) continue
    found += rarity
    spans.push([start, start + 2])
  }
  if (whole === 0) return undefined
  const share = Math.floor((1000 * found) / whole)
  return share < LEAST_SHARE ? undefined : { strength: Math.floor((share * (1000 + share)) / 2000), spans }
}

/** Offsets must hold in the text as it is; the rare letters whose lower case is longer keep their case. */
function lowerSameLength(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}
