import type { IncomingMessage } from 'node:http'
import { parseRecordOrder } from '#shared/record/parseRecordOrder.ts'
import type { WallId } from '#shared/wall/ids.ts'
import type { RecordWriter } from '../record/recordJob.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Store } from '../storage/store.ts'
import type { Doors } from './createDoors.ts'
import { HttpError } from './httpError.ts'
import type { MustFacilitate } from './mustFacilitate.ts'
import type { Reply, Route } from './route.ts'
import { whileHere } from './whileHere.ts'

interface RecordRouteOptions extends Pick<Doors, 'mustBeCalm' | 'mustOpen'> {
  readonly store: Store
  readonly rooms: Rooms
  readonly writer: RecordWriter
  readonly mustFacilitate: MustFacilitate
  readonly mustHaveOrigin: (request: IncomingMessage) => string
}

/**
 * The record as a PDF, for a facilitator's programs: the key of the link, or a token, comes as a bearer and never in the address, which
 * is written to logs on the way.
 */
export function recordRoute({ store, rooms, writer, mustBeCalm, mustOpen, mustFacilitate, mustHaveOrigin }: RecordRouteOptions): Route {
  async function mayHave(request: IncomingMessage, wall: string | undefined): Promise<WallId> {
    const [, bearer] = /^Bearer (\S{1,1000})$/i.exec(request.headers.authorization ?? '') ?? []
    if (bearer === undefined) throw new HttpError(401, 'link_invalid', 'Send the key of the facilitator’s link as a bearer: Authorization: Bearer <key>.', { 'www-authenticate': 'Bearer' })
    if (bearer.includes('.')) return (await mustFacilitate(wall, bearer)).id // a key has no dot, a token has one
    const { id, link } = await mustOpen(request, wall, bearer)
    if (link.role !== 'facilitator') throw new HttpError(403, 'not_allowed', 'Only a facilitator can do this.')
    return id
  }

  async function give(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const origin = mustHaveOrigin(request)
    const id = await mayHave(request, wall)
    const order = parseRecordOrder(Object.fromEntries(new URL(request.url ?? '/', origin).searchParams))
    if (!order.ok) throw new HttpError(400, 'bad_request', order.problem)
    if (!writer.hasRoom) throw new HttpError(429, 'too_many', 'Other records are being written. Try again in a moment.', { 'retry-after': '5' })
    const { language, choice, withContacts } = order.value
    const body = await whileHere(request, (signal) =>
      writer.run(async () => {
        const contacts = withContacts ? (await store.openContacts(id)).map(({ id: participant, ...rest }) => ({ participant, ...rest })) : undefined
        return { state: await committedState(id), language, choice, createdAt: Date.now(), link: `${origin}/w/${id}`, contacts }
      }, signal),
    )
    return { status: 200, body, type: 'application/pdf', headers: { 'content-disposition': 'attachment; filename="pollinate.pdf"' } }
  }

  async function committedState(id: WallId): Promise<Uint8Array> {
    const hold = await rooms.hold(id)
    try {
      return await hold.room.committedState()
    } finally {
      hold.release()
    }
  }

  return {
    method: 'GET',
    path: /^\/api\/walls\/([^/]+)\/export\.pdf$/,
    handle(request, groups) {
      mustBeCalm(request)
      return give(request, groups)
    },
  }
}
