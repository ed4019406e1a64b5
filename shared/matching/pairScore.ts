import type { Language } from '#shared/wall/schema.ts'
import { FACET_KINDS, type FacetKind } from './facets.ts'
import { foldWord } from './foldWord.ts'
import { sharedWorth, THING_SIGN, type Fingerprint, type StemTrace } from './fingerprint.ts'
import type { SpokenHelpKind } from './helpKinds.ts'
import { integerSqrt } from './integerSqrt.ts'
import type { Span } from './span.ts'

/** Why two notes may belong together, as data; screens put it in words of the reader's language. */
export interface Reasons {
  /** What both speak of, what weighs most first; `strength` 1…1000. */
  readonly topics: readonly { readonly id: string; readonly strength: number }[]
  readonly helpKinds: readonly SpokenHelpKind[]
  /** Where both happen, of which creatures, and what is done. */
  readonly facets: readonly { readonly kind: FacetKind; readonly id: string }[]
  /** Words that stand in both, as the need writes them; "rats = ratas" where the offer has another one for the same thing. */
  readonly words: readonly string[]
  /** What to highlight: UTF-16 offsets, in order, apart from each other. */
  readonly spansNeed: readonly Span[]
  readonly spansOffer: readonly Span[]
  readonly languages: { readonly need: Language; readonly offer: Language; readonly differ: boolean }
  /** The operator's sentence model calls them alike, and the words alone would not have found them. */
  readonly byModel?: true
}

/** Weights of the two looks at a pair; they add up to 1000. Of the first, nine parts are likeness and one coverage of the need. */
const BY_SUBJECTS = 600
const BY_WORDS = 400
/** Evidence of this size halves the score: one broad topic in common is no certainty, however alike the notes. */
const DOUBT = 250
/** What a score is worth, in thousandths, when both notes name the same value of a facet, or none in common. */
const AGREE: Readonly<Record<FacetKind, number>> = { realm: 1050, group: 1150, act: 1100 }
const DIFFER = 850
/** A word must be worth this much to be named as a reason. */
const WORTH_NAMING = 300

/**
 * How well an offer may answer a need. Depends on the two fingerprints alone, never on the rest of the wall: so every
 * screen shows the same list, and a score holds until one of the two texts changes.
 * @returns 0…1000, whole
 * @see docs/adr/0004-matching.md
 */
export function pairScore(need: Fingerprint, offer: Fingerprint): number {
  const shared = sharedSubjects(need.subjects, offer.subjects)
  const words = sharedStems(need.stems, offer.stems)
  const bySubjects = Math.floor((9 * share(shared, integerSqrt(need.subjectsWorth * offer.subjectsWorth)) + share(shared, need.subjectsWorth)) / 10)
  const byWords = share(words, integerSqrt(need.stemsWorth * offer.stemsWorth))
  const raw = Math.floor((BY_SUBJECTS * bySubjects + BY_WORDS * byWords) / 1000)
  const evidence = shared + Math.floor((600 * words) / 1000)
  const likeness = Math.floor((raw * evidence) / (evidence + DOUBT))
  return Math.min(1000, FACET_KINDS.reduce((score, kind) => byFacet(score, kind, need.facetBits[kind], offer.facetBits[kind]), likeness))
}

/** Only where both notes say: the same topic in another place, of other creatures, or with another thing to do, is less of a match. */
function byFacet(score: number, kind: FacetKind, need: number, offer: number): number {
  if (need === 0 || offer === 0) return score
  return Math.floor((score * ((need & offer) === 0 ? DIFFER : AGREE[kind])) / 1000)
}

/** In thousandths, at most all of it. */
const share = (part: number, whole: number): number => (part === 0 ? 0 : Math.min(1000, Math.floor((1000 * part) / Math.max(1, whole))))

/** These two walks are done for thousands of pairs a note, so they are written out: a call a step would add a fifth. */
function sharedSubjects(one: Int32Array, other: Int32Array): number {
  let shared = 0
  let left = 0
  let right = 0
  while (left < one.length && right < other.length) {
    const a = one[left] ?? 0
    const b = other[right] ?? 0
    if (a === b) shared += sharedWorth(one[left + 1] ?? 0, other[right + 1] ?? 0, one[left + 2] ?? 0)
    if (a <= b) left += 3
    if (b <= a) right += 3
  }
  return shared
}

function sharedStems(one: readonly StemTrace[], other: readonly StemTrace[]): number {
  let shared = 0
  let right = 0
  for (const a of one) {
    let b = other[right]
    while (b && b.stem < a.stem) b = other[++right]
    if (!b) break
    if (b.stem === a.stem) shared += Math.min(a.weight, b.weight)
  }
  return shared
}

export function explainPair(need: Fingerprint, offer: Fingerprint): Reasons {
  const topics: { id: string; strength: number; value: number }[] = []
  const helpKinds: SpokenHelpKind[] = []
  const facets: { kind: FacetKind; id: string }[] = []
  const words: { word: string; start: number }[] = []
  const spansNeed: Span[] = []
  const spansOffer: Span[] = []
  const mark = (a: { spans: readonly Span[] }, b: { spans: readonly Span[] }): void => {
    spansNeed.push(...a.spans)
    spansOffer.push(...b.spans)
  }
  forEachShared(need.topics, offer.topics, (trace) => trace.subject, (a, b) => {
    topics.push({ id: a.id, strength: Math.min(a.strength, b.strength), value: sharedWorth(a.strength, b.strength, a.weight) })
    mark(a, b)
  })
  forEachShared(need.helpKinds, offer.helpKinds, (trace) => trace.subject, (a, b) => {
    helpKinds.push(a.id)
    mark(a, b)
  })
  forEachShared(need.facets, offer.facets, (trace) => trace.subject, (a, b) => {
    facets.push({ kind: a.facet, id: a.id })
    mark(a, b)
  })
  forEachShared(need.stems, offer.stems, (trace) => trace.stem, (a, b) => {
    if (Math.min(a.weight, b.weight) < WORTH_NAMING) return
    const isSame = foldWord(a.word) === foldWord(b.word) || !a.stem.startsWith(THING_SIGN)
    words.push({ word: isSame ? a.word : `${a.word} = ${b.word}`, start: a.spans[0]?.[0] ?? 0 })
    mark(a, b)
  })
  return {
    topics: topics.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1)).map(({ id, strength }) => ({ id, strength })),
    helpKinds,
    facets,
    words: words.sort((a, b) => a.start - b.start).map(({ word }) => word),
    spansNeed: joinSpans(spansNeed),
    spansOffer: joinSpans(spansOffer),
    languages: { need: need.language, offer: offer.language, differ: need.language !== offer.language },
  }
}

/** Walks two lists that are ordered by the same key. */
function forEachShared<T, K extends number | string>(one: readonly T[], other: readonly T[], keyOf: (item: T) => K, visit: (a: T, b: T) => void): void {
  let left = 0
  let right = 0
  for (;;) {
    const a = one[left]
    const b = other[right]
    if (a === undefined || b === undefined) return
    const keyA = keyOf(a)
    const keyB = keyOf(b)
    if (keyA === keyB) visit(a, b)
    if (keyA <= keyB) left++
    if (keyB <= keyA) right++
  }
}

function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
