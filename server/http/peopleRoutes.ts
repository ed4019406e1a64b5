import type { IncomingMessage } from 'node:http'
import type { PeopleRemoved } from '#shared/protocol/api.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import type { Pass } from '../auth/token.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Store } from '../storage/store.ts'
import { HttpError } from './httpError.ts'
import type { MustFacilitate } from './mustFacilitate.ts'
import { readBody } from './readBody.ts'
import type { Reply, Route } from './route.ts'
import { personBody, tokenBody } from './schemas.ts'

interface PeopleRouteOptions {
  readonly store: Store
  readonly rooms: Rooms
  readonly mustPass: (wall: string | undefined, token: string) => Promise<Pass>
  readonly mustFacilitate: MustFacilitate
}

/** Who was removed, and what a facilitator can do about it. */
export function peopleRoutes({ store, rooms, mustPass, mustFacilitate }: PeopleRouteOptions): readonly Route[] {
  /** Whom a facilitator asks about; nobody decides about themselves. */
  async function mustMean(request: IncomingMessage, wall: string | undefined): Promise<{ id: WallId; whom: ParticipantId }> {
    const { token, participant } = await readBody(request, personBody)
    const { id, person } = await mustFacilitate(wall, token)
    if (participant === person) throw new HttpError(400, 'bad_request', 'Nobody decides this about themselves.')
    const whom = participant as ParticipantId // whatever it is, only a person of this wall is found by it
    if (!(await store.findParticipant(id, whom))) throw new HttpError(404, 'not_found', 'There is no such person on this wall.')
    return { id, whom }
  }

  async function remove(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { id, whom } = await mustMean(request, wall)
    await store.removeParticipant(id, whom)
    await rooms.dismiss(id, ({ pass }) => pass.participant === whom, 'removed')
    return { status: 200, body: {} }
  }

  // No other server needs to hear of it: each asks the store before it lets somebody in.
  async function readmit(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { id, whom } = await mustMean(request, wall)
    await store.readmitParticipant(id, whom)
    return { status: 200, body: {} }
  }

  async function listRemoved(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token } = await readBody(request, tokenBody)
    const { wall: id } = await mustPass(wall, token)
    return { status: 200, body: { participants: [...(await store.removedParticipants(id))] } satisfies PeopleRemoved }
  }

  return [
    { method: 'POST', path: /^\/api\/walls\/([^/]+)\/remove$/, handle: remove },
    { method: 'POST', path: /^\/api\/walls\/([^/]+)\/readmit$/, handle: readmit },
    { method: 'POST', path: /^\/api\/walls\/([^/]+)\/removed$/, handle: listRemoved },
  ]
}
