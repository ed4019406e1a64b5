import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import type { Pass } from '../auth/token.ts'
import { HttpError } from './httpError.ts'

/** That the token is a facilitator's of this wall, and good now. Throws an {@link HttpError} that says what is wrong. */
export type MustFacilitate = (wall: string | undefined, token: string) => Promise<{ id: WallId; person: ParticipantId }>

/** @param mustPass that the token is good for this wall, whoever holds it */
export function createMustFacilitate(mustPass: (wall: string | undefined, token: string) => Promise<Pass>): MustFacilitate {
  return async (wall, token) => {
    const { wall: id, role, participant } = await mustPass(wall, token)
    if (role !== 'facilitator' || participant === undefined) throw new HttpError(403, 'not_allowed', 'Only a facilitator can do this.')
    return { id, person: participant }
  }
}
