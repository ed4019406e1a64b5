import { sidesOf } from '#shared/permissions/can.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import type { PairState, Wall } from '#shared/wall/schema.ts'
import { supportersOf } from '#shared/wall/supportsOf.ts'

/** The states in which both sides have said yes to each other. */
const IN_CONTACT: readonly (PairState | undefined)[] = ['contacted', 'agreed', 'done']

/**
 * Whether somebody may now be told how to reach somebody else about a pair: its two sides each other, once both have said
 * yes; from then on, the two sides and those whose support one of them has accepted. Supporters do not learn of each other.
 */
export function mayReach(wall: Wall, id: string, person: ParticipantId | undefined, other: string): boolean {
  const pair = wall.pairs.get(id as PairId) // an id that is none is found nowhere
  if (!pair || person === undefined || !IN_CONTACT.includes(pair.state)) return false
  const whom = other as ParticipantId
  const isSide = (one: ParticipantId): boolean => sidesOf(wall, pair.id, one).length > 0
  const isSupporter = (one: ParticipantId): boolean => supportersOf(pair.facts).some(({ by }) => by === one)
  return isSide(person) ? whom !== person && (isSide(whom) || isSupporter(whom)) : isSupporter(person) && isSide(whom)
}
