import { sidesOf } from '#shared/permissions/can.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { hasConfirmed, otherSide } from '#shared/wall/pairState.ts'
import { NOTE_KINDS, type Pair, type Wall } from '#shared/wall/schema.ts'

/** Pairs of these notes that somebody has shown interest in, in the order in which it began: a later one moves nothing. */
export function pairsOf(wall: Wall, ids: readonly NoteId[]): readonly Pair[] {
  const shown = new Set(ids)
  return [...wall.pairs.values()]
    .filter(({ state, need, offer }) => state && (shown.has(need) || shown.has(offer)) && wall.notes.has(need) && wall.notes.has(offer))
    .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1))
}

const startOf = ({ facts: { interest } }: Pair): number => Math.min(interest.need?.at ?? Infinity, interest.offer?.at ?? Infinity)

export type Turn = 'answer' | 'write' | 'confirm' | 'theirAnswer' | 'theirConfirm'
export const isOwnTurn = (turn: Turn): boolean => turn === 'answer' || turn === 'write' || turn === 'confirm'

/** What a pair waits for, from this person or from the other side; `undefined` where it waits for nothing, or they have no side in it. */
export function turnOf(wall: Wall, pair: Pair, person: ParticipantId | undefined): Turn | undefined {
  const { state, facts, card } = pair
  const mine = sidesOf(wall, pair.id, person)
  if (mine.length === 0) return undefined
  if (state === 'suggested') return 'answer'
  if (state === 'interested') return mine.some((side) => facts.interest[otherSide(side)]) ? 'answer' : 'theirAnswer'
  if (state !== 'contacted') return undefined
  const open = NOTE_KINDS.filter((side) => !hasConfirmed(facts, card, side))
  if (open.length > 1) return 'write'
  return open.some((side) => mine.includes(side)) ? 'confirm' : 'theirConfirm'
}
