import { pairIdOf, type NoteId, type PairId } from '#shared/wall/ids.ts'
import type { SurveyedPair } from './wallSurvey.ts'

/** Two countries of which each may help the other. */
export interface Exchange {
  /** In code order. */
  readonly countries: readonly [string, string]
  /** The best pair of each direction; the needs are of the countries in their order. */
  readonly halves: readonly [PairId, PairId]
}

type Half = Pick<SurveyedPair, 'need' | 'offer' | 'score' | 'likelihood'>

/**
 * Finds two-way pairs: a need of the one country meets an offer of the other, and the other way about. Both must be at least
 * possible and one of them likely: two faint hopes are no exchange.
 * @returns one for each two countries at most, the best first
 */
export function findExchanges(pairs: Iterable<Half>, countryOf: (note: NoteId) => string | undefined): readonly Exchange[] {
  const best = new Map<string, Half>()
  for (const pair of pairs) {
    const [from, to] = [countryOf(pair.need), countryOf(pair.offer)]
    if (from === undefined || to === undefined || from === to) continue
    const way = `${from} ${to}`
    const before = best.get(way)
    if (!before || isBetter(pair, before)) best.set(way, pair)
  }
  const found: (Exchange & { score: number })[] = []
  for (const [way, pair] of best) {
    const [from = '', to = ''] = way.split(' ')
    const back = from < to ? best.get(`${to} ${from}`) : undefined
    if (!back || (pair.likelihood !== 'likely' && back.likelihood !== 'likely')) continue
    found.push({
      countries: [from, to],
      halves: [pairIdOf(pair.need, pair.offer), pairIdOf(back.need, back.offer)],
      // As good as its weaker half.
      score: Math.min(pair.score, back.score),
    })
  }
  return found
    .sort((a, b) => b.score - a.score || (a.countries.join() < b.countries.join() ? -1 : 1))
    .map(({ countries, halves }) => ({ countries, halves }))
}

const isBetter = (one: Half, other: Half): boolean =>
  one.score > other.score || (one.score === other.score && pairIdOf(one.need, one.offer) < pairIdOf(other.need, other.offer))

/** The other half of the exchange that a pair is part of. */
export function otherHalf(exchanges: readonly Exchange[], pair: PairId): PairId | undefined {
  for (const { halves } of exchanges) if (halves.includes(pair)) return halves.find((half) => half !== pair)
  return undefined
}
