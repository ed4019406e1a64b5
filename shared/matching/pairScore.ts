import type { Language } from '#shared/wall/schema.ts'
import type { Fingerprint, HelpTrace, StemTrace, TopicTrace } from './fingerprint.ts'
import type { SpokenHelpKind } from './helpKinds.ts'
import { integerSqrt } from './integerSqrt.ts'
import type { Span } from './span.ts'

/** Why two notes may belong together, as data; screens put it in words of the reader's language. */
export interface Reasons {
  /** What both speak of, what weighs most first; `strength` 1…1000. */
  readonly topics: readonly { readonly id: string; readonly strength: number }[]
  readonly helpKinds: readonly SpokenHelpKind[]
  /** Words that stand in both, as the need writes them. */
  readonly words: readonly string[]
  /** What to highlight: UTF-16 offsets, in order, apart from each other. */
  readonly spansNeed: readonly Span[]
  readonly spansOffer: readonly Span[]
  readonly languages: { readonly need: Language; readonly offer: Language; readonly differ: boolean }
}

/** Weights of the three looks at a pair; they add up to 1000. */
const BY_SUBJECTS = 650
const BY_WORDS = 350
/** Evidence of this size halves the score: one broad topic in common is no certainty, however alike the notes. */
const DOUBT = 400
/** A word must be worth this much to be named as a reason. */
const WORTH_NAMING = 300

/**
 * How well an offer may answer a need. Depends on the two fingerprints alone, never on the rest of the wall: so every
 * screen shows the same list, and a score holds until one of the two texts changes.
 * @returns 0…1000, whole
 * @see docs/adr/0004-matching.md
 */
export function pairScore(need: Fingerprint, offer: Fingerprint): number {
  const subjects = compareTraces(need.topics, offer.topics)
  const help = compareTraces(need.helpKinds, offer.helpKinds)
  const shared = subjects.shared + help.shared
  const needOwn = subjects.own + help.own
  const offerOwn = subjects.others + help.others
  // Half how much alike the two are, half how much of the need is covered.
  const alike = shared === 0 ? 0 : Math.floor((1000 * shared) / Math.max(1, integerSqrt(needOwn * offerOwn)))
  const covered = shared === 0 ? 0 : Math.floor((1000 * shared) / Math.max(1, needOwn))
  const bySubjects = Math.min(1000, Math.floor((3 * alike + covered) / 4))
  const words = compareStems(need.stems, offer.stems)
  const byWords = words.shared === 0 ? 0 : Math.min(1000, Math.floor((1000 * words.shared) / Math.max(1, integerSqrt(words.own * words.others))))
  const raw = Math.floor((BY_SUBJECTS * bySubjects + BY_WORDS * byWords) / 1000)
  const evidence = shared + Math.floor((300 * words.shared) / 1000)
  return Math.floor((raw * evidence) / (evidence + DOUBT))
}

interface Comparison {
  readonly shared: number
  readonly own: number
  readonly others: number
}

/** Sums of strength x strength x weight / 1000: over what both have, over the one's, over the other's. */
function compareTraces(one: readonly (TopicTrace | HelpTrace)[], other: readonly (TopicTrace | HelpTrace)[]): Comparison {
  let shared = 0
  forEachShared(one, other, (trace) => trace.subject, (a, b) => {
    shared += worth(a.strength, b.strength, a.weight)
  })
  return { shared, own: sum(one), others: sum(other) }
}

const worth = (a: number, b: number, weight: number): number => Math.floor((a * b * weight) / 1_000_000)
const sum = (traces: readonly (TopicTrace | HelpTrace)[]): number =>
  traces.reduce((total, { strength, weight }) => total + worth(strength, strength, weight), 0)

function compareStems(one: readonly StemTrace[], other: readonly StemTrace[]): Comparison {
  let shared = 0
  forEachShared(one, other, (trace) => trace.stem, (a, b) => {
    shared += Math.min(a.weight, b.weight)
  })
  const total = (traces: readonly StemTrace[]): number => traces.reduce((all, { weight }) => all + weight, 0)
  return { shared, own: total(one), others: total(other) }
}

export function explainPair(need: Fingerprint, offer: Fingerprint): Reasons {
  const topics: { id: string; strength: number; value: number }[] = []
  const helpKinds: SpokenHelpKind[] = []
  const words: { word: string; start: number }[] = []
  const spansNeed: Span[] = []
  const spansOffer: Span[] = []
  const mark = (a: { spans: readonly Span[] }, b: { spans: readonly Span[] }): void => {
    spansNeed.push(...a.spans)
    spansOffer.push(...b.spans)
  }
  forEachShared(need.topics, offer.topics, (trace) => trace.subject, (a, b) => {
    topics.push({ id: a.id, strength: Math.min(a.strength, b.strength), value: worth(a.strength, b.strength, a.weight) })
    mark(a, b)
  })
  forEachShared(need.helpKinds, offer.helpKinds, (trace) => trace.subject, (a, b) => {
    helpKinds.push(a.id)
    mark(a, b)
  })
  forEachShared(need.stems, offer.stems, (trace) => trace.stem, (a, b) => {
    if (Math.min(a.weight, b.weight) < WORTH_NAMING) return
    words.push({ word: a.word, start: a.spans[0]?.[0] ?? 0 })
    mark(a, b)
  })
  return {
    topics: topics.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1)).map(({ id, strength }) => ({ id, strength })),
    helpKinds,
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
