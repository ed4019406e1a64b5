import { sidesOf } from '#shared/permissions/can.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import type { PairState, Wall } from '#shared/wall/schema.ts'

/** The states in which both sides have said yes to each other. */
const IN_CONTACT: readonly (PairState | undefined)[] = ['contacted', 'agreed', 'done']

/**
 * Whom somebody on one side of a pair may now reach.
 * @returns `undefined` when they are on neither side, or the two are not in contact
 */
export function otherPersonOf(wall: Wall, id: string, person: ParticipantId | undefined): ParticipantId | undefined {
  const pair = wall.pairs.get(id as PairId) // an id that is none is found nowhere
  const [side] = pair ? sidesOf(wall, pair.id, person) : []
  if (!pair || !side || !IN_CONTACT.includes(pair.state)) return undefined
  return wall.notes.get(pair[otherSide(side)])?.author
}
