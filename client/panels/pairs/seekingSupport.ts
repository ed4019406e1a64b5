import { sidesOf } from '#shared/permissions/can.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import type { Card, Note, Wall } from '#shared/wall/schema.ts'
import { SUPPORTABLE, supportersOf } from '#shared/wall/supportsOf.ts'

/** A pair whose two sides have put on their card that they seek a supporter. */
export interface SeekingPair {
  readonly id: PairId
  readonly need: Note
  readonly offer: Note
  readonly card: Card
}

/** The pairs that seek a supporter and have none yet, without those of this person's own. */
export function seekingSupport(wall: Wall, person: ParticipantId | undefined): readonly SeekingPair[] {
  return [...wall.pairs.values()].flatMap(({ id, state, card, facts, ...ids }): SeekingPair[] => {
    const [need, offer] = [wall.notes.get(ids.need), wall.notes.get(ids.offer)]
    if (!need || !offer || card.payer !== 'sought' || !SUPPORTABLE.has(state) || supportersOf(facts).length > 0) return []
    return sidesOf(wall, id, person).length > 0 ? [] : [{ id, need, offer, card }]
  })
}
