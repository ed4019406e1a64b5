import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { PairState } from '#shared/wall/schema.ts'

/** What of the matches somebody wants to see; all three hold at once. */
export interface MatchFilter {
  /** ISO 3166-1 alpha-2 of the other side, or `all`. */
  readonly country: string
  /** Id of a topic that both notes speak of, or `all`. */
  readonly topic: string
  /** Only what nobody has shown interest in. */
  readonly onlyUnanswered: boolean
}
export const NO_FILTER: MatchFilter = { country: 'all', topic: 'all', onlyUnanswered: false }

export const isOn = (filter: MatchFilter): boolean => filter.country !== 'all' || filter.topic !== 'all' || filter.onlyUnanswered

/** Whether somebody has shown interest and it has not come to nothing. */
export const isAnswered = (state: PairState | undefined): boolean => state !== undefined && ANSWERED.has(state)
const ANSWERED: ReadonlySet<PairState> = new Set(['interested', 'contacted', 'agreed', 'done'])

/** What a filter asks about a match. */
export interface MatchTraits {
  readonly countryOf: (note: NoteId) => string | undefined
  readonly stateOf: (candidate: NoteId) => PairState | undefined
}

/** Of a note's candidates those that pass, in their order. */
export function passing(candidates: readonly Candidate[], { country, topic, onlyUnanswered }: MatchFilter, { countryOf, stateOf }: MatchTraits): readonly Candidate[] {
  return candidates.filter(
    ({ id, reasons }) =>
      (country === 'all' || countryOf(id) === country) &&
      (topic === 'all' || reasons.topics.some(({ id: shared }) => shared === topic)) &&
      !(onlyUnanswered && isAnswered(stateOf(id))),
  )
}
