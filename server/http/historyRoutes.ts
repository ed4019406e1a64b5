import type { IncomingMessage } from 'node:http'
import * as Y from 'yjs'
import type { VersionRead, VersionsListed } from '#shared/protocol/api.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { restoreWall } from '#shared/wall/restoreWall.ts'
import type { Room } from '../rooms/room.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Store } from '../storage/store.ts'
import type { MustFacilitate } from './mustFacilitate.ts'
import { HttpError } from './httpError.ts'
import { readBody } from './readBody.ts'
import type { Reply, Route } from './route.ts'
import { tokenBody, versionBody } from './schemas.ts'

interface HistoryRouteOptions {
  readonly store: Store
  readonly rooms: Rooms
  readonly mustFacilitate: MustFacilitate
}

/** The earlier versions of a wall, for its facilitators. */
export function historyRoutes({ store, rooms, mustFacilitate }: HistoryRouteOptions): readonly Route[] {
  async function list(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token } = await readBody(request, tokenBody)
    const { id } = await mustFacilitate(wall, token)
    return { status: 200, body: await listed(id) }
  }

  async function save(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token } = await readBody(request, tokenBody)
    const { id, person } = await mustFacilitate(wall, token)
    await inRoom(id, (room) => room.history.keep('request', person))
    return { status: 200, body: await listed(id) }
  }

  async function read(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token, version } = await readBody(request, versionBody)
    const { id } = await mustFacilitate(wall, token)
    const { state } = await mustLoad(id, version)
    return { status: 200, body: { state: Buffer.from(state).toString('base64') } satisfies VersionRead }
  }

  async function restore(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token, version } = await readBody(request, versionBody)
    const { id, person } = await mustFacilitate(wall, token)
    const { state, at } = await mustLoad(id, version)
    const earlier = new Y.Doc()
    Y.applyUpdate(earlier, state)
    await inRoom(id, async (room) => {
      await room.history.keep('restore', person)
      await room.edit((doc) => restoreWall(doc, earlier, { participant: person, now: Date.now(), versionAt: at }))
    })
    return { status: 200, body: await listed(id) }
  }

  async function listed(wall: WallId): Promise<VersionsListed> {
    const [versions, { damage }] = await Promise.all([store.listVersions(wall), store.load(wall)])
    return {
      versions: versions.map(({ id, at, why, by, notes }) => ({ id, at, why, notes, ...(by && { by }) })),
      damage: damage.map(({ at, bytes }) => ({ at, bytes })),
    }
  }

  async function mustLoad(wall: WallId, version: number): Promise<{ state: Uint8Array; at: number }> {
    const [versions, state] = await Promise.all([store.listVersions(wall), store.loadVersion(wall, version)])
    const known = versions.find(({ id }) => id === version)
    if (state && known) return { state, at: known.at }
    throw new HttpError(404, 'not_found', 'This version is not there any more, or it is damaged.')
  }

  async function inRoom<T>(wall: WallId, task: (room: Room) => Promise<T>): Promise<T> {
    const hold = await rooms.hold(wall)
    try {
      return await task(hold.room)
    } finally {
      hold.release()
    }
  }

  const post = (what: string, handle: Route['handle']): Route => ({ method: 'POST', path: new RegExp(`^/api/walls/([^/]+)/versions${what}$`), handle })
  return [post('', list), post('/save', save), post('/read', read), post('/restore', restore)]
}
