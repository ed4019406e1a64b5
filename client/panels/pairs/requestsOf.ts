import { sidesOf } from '#shared/permissions/can.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import { askedOf, willAnswerLater } from '#shared/wall/pairState.ts'
import type { Interest, Side, Suggestion, Wall } from '#shared/wall/schema.ts'
import { SUPPORTABLE, supportsOf, type OfferedSupport } from '#shared/wall/supportsOf.ts'

/** Somebody asked, and one's own side has not answered. */
export type Request = AskedSide | AskedSupport

/** The other side is interested, or a facilitator has put the two notes together. */
export interface AskedSide {
  readonly is: 'interest' | 'suggestion'
  readonly pair: PairId
  /** The side that is asked: the reader's own. */
  readonly side: Side
  readonly asked: Interest | Suggestion
  /** The reader has said that they will answer later. */
  readonly isLater: boolean
}
/** A third party offers to support a pair of the reader's. */
export interface AskedSupport {
  readonly is: 'support'
  readonly pair: PairId
  readonly side: Side
  readonly asked: OfferedSupport
  readonly isLater: false
}

/** What waits for an answer of this person, the oldest first: what comes in later goes to the end and moves nothing. */
export function requestsOf(wall: Wall, person: ParticipantId | undefined): readonly Request[] {
  const requests: Request[] = []
  for (const { id, state, facts } of wall.pairs.values()) {
    const mine = sidesOf(wall, id, person)
    if (state === 'interested' || state === 'suggested') {
      for (const side of mine) {
        const asked = askedOf(facts, side)
        if (asked) requests.push({ is: state === 'interested' ? 'interest' : 'suggestion', pair: id, side, asked, isLater: willAnswerLater(facts, side) })
      }
    }
    const [side] = mine
    if (side && SUPPORTABLE.has(state)) {
      for (const asked of supportsOf(facts)) if (asked.standing === 'offered') requests.push({ is: 'support', pair: id, side, asked, isLater: false })
    }
  }
  return requests.sort((a, b) => a.asked.at - b.asked.at || (a.pair < b.pair ? -1 : 1))
}

/** What is to be answered now: what was put off waits apart. */
export const isDue = ({ isLater }: Request): boolean => !isLater
