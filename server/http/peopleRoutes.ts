import type { IncomingMessage } from 'node:http'
import type { ParticipantId } from '#shared/wall/ids.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Store } from '../storage/store.ts'
import { HttpError } from './httpError.ts'
import type { MustFacilitate } from './mustFacilitate.ts'
import { readBody } from './readBody.ts'
import type { Reply, Route } from './route.ts'
import { removePersonBody } from './schemas.ts'

interface PeopleRouteOptions {
  readonly store: Store
  readonly rooms: Rooms
  readonly mustFacilitate: MustFacilitate
}

/** What a facilitator can do about people. */
export function peopleRoutes({ store, rooms, mustFacilitate }: PeopleRouteOptions): readonly Route[] {
  async function remove(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token, participant } = await readBody(request, removePersonBody)
    const { id, person } = await mustFacilitate(wall, token)
    if (participant === person) throw new HttpError(400, 'bad_request', 'Nobody removes themselves.')
    const removed = participant as ParticipantId // whatever it is, only a person of this wall is found by it
    if (!(await store.findParticipant(id, removed))) throw new HttpError(404, 'not_found', 'There is no such person on this wall.')
    await store.removeParticipant(id, removed)
    await rooms.dismiss(id, ({ pass }) => pass.participant === removed, 'removed')
    return { status: 200, body: {} }
  }
  return [{ method: 'POST', path: /^\/api\/walls\/([^/]+)\/remove$/, handle: remove }]
}
