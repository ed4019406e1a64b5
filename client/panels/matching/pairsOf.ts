import { sidesOf } from '#shared/permissions/can.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { hasConfirmed, otherSide } from '#shared/wall/pairState.ts'
import type { Pair, Wall } from '#shared/wall/schema.ts'

/** Pairs of these notes that somebody has shown interest in, in the order in which it began: a later one moves nothing. */
export function pairsOf(wall: Wall, ids: readonly NoteId[]): readonly Pair[] {
  const shown = new Set(ids)
  return [...wall.pairs.values()]
    .filter(({ state, need, offer }) => state && (shown.has(need) || shown.has(offer)) && wall.notes.has(need) && wall.notes.has(offer))
    .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1))
}

const startOf = ({ facts: { interest } }: Pair): number => Math.min(interest.need?.at ?? Infinity, interest.offer?.at ?? Infinity)

/** What a pair waits for from this person, if it does. */
export function turnOf(wall: Wall, pair: Pair, person: ParticipantId | undefined): 'answer' | 'confirm' | undefined {
  const { state, facts, card } = pair
  for (const side of sidesOf(wall, pair.id, person)) {
    if (state === 'interested' && facts.interest[otherSide(side)]) return 'answer'
    if (state === 'contacted' && hasConfirmed(facts, card, otherSide(side)) && !hasConfirmed(facts, card, side)) return 'confirm'
  }
  return undefined
}
