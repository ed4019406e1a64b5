import { sidesOf } from '#shared/permissions/can.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import type { PairState, Wall } from '#shared/wall/schema.ts'
import { supportersOf } from '#shared/wall/supportsOf.ts'

/** The states in which both sides have said yes to each other. */
const IN_CONTACT: readonly (PairState | undefined)[] = ['contacted', 'agreed', 'done']

/**
 * Whether somebody may now be told how to reach somebody else about a pair: its two sides each other, once both have said
 * yes. From then on a side reaches those whose support was accepted, since they offered themselves to both; they reach
 * the side that accepted them, and not the other, which has agreed to nothing. Supporters do not learn of each other.
 */
export function mayReach(wall: Wall, id: string, person: ParticipantId | undefined, other: string): boolean {
  const pair = wall.pairs.get(id as PairId) // an id that is none is found nowhere
  if (!pair || person === undefined || !IN_CONTACT.includes(pair.state)) return false
  const whom = other as ParticipantId
  const isSide = (one: ParticipantId): boolean => sidesOf(wall, pair.id, one).length > 0
  const supportOf = (one: ParticipantId) => supportersOf(pair.facts).find(({ by }) => by === one)
  if (isSide(person)) return whom !== person && (isSide(whom) || supportOf(whom) !== undefined)
  return supportOf(person)?.answeredBy === whom && isSide(whom)
}
