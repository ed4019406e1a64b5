import { sidesOf } from '#shared/permissions/can.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import type { Interest, Side, Wall } from '#shared/wall/schema.ts'

/** Somebody asked, and one's own side has not answered. */
export interface Request {
  readonly pair: PairId
  /** The side that is asked: the reader's own. */
  readonly side: Side
  readonly interest: Interest
}

/** What waits for an answer of this person, the oldest first: what comes in later goes to the end and moves nothing. */
export function requestsOf(wall: Wall, person: ParticipantId | undefined): readonly Request[] {
  const requests: Request[] = []
  for (const { id, state, facts } of wall.pairs.values()) {
    if (state !== 'interested') continue
    for (const side of sidesOf(wall, id, person)) {
      const interest = facts.interest[otherSide(side)]
      if (interest) requests.push({ pair: id, side, interest })
    }
  }
  return requests.sort((a, b) => a.interest.at - b.interest.at || (a.pair < b.pair ? -1 : 1))
}
