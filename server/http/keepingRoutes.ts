import type { IncomingMessage } from 'node:http'
import type { ContactsErased, NamesErased, WallErased, WallKeeping } from '#shared/protocol/api.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import type { Pass } from '../auth/token.ts'
import { eraseFromWall } from '../rooms/eraseFromWall.ts'
import { eraseWall } from '../rooms/eraseWall.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Store } from '../storage/store.ts'
import { HttpError } from './httpError.ts'
import type { MustFacilitate } from './mustFacilitate.ts'
import { readBody } from './readBody.ts'
import type { Reply, Route } from './route.ts'
import { erasePersonBody, keepUntilBody, tokenBody } from './schemas.ts'

export const DAY_MS = 86_400_000

interface KeepingRouteOptions {
  readonly store: Store
  readonly rooms: Rooms
  /** The most days that a wall is kept from now on. */
  readonly mostKeepDays: number
  readonly mustPass: (wall: string | undefined, token: string) => Promise<Pass>
  readonly mustFacilitate: MustFacilitate
}

/** How long a wall is kept, for everybody to see; a facilitator sets it, and erases contacts, names or the whole wall before; everybody erases themselves. */
export function keepingRoutes({ store, rooms, mostKeepDays, mustPass, mustFacilitate }: KeepingRouteOptions): readonly Route[] {
  const latest = (): number => Date.now() + mostKeepDays * DAY_MS

  async function show(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token } = await readBody(request, tokenBody)
    const { wall: id } = await mustPass(wall, token)
    return { status: 200, body: await keeping(id) }
  }

  async function set(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token, until } = await readBody(request, keepUntilBody)
    const { id } = await mustFacilitate(wall, token)
    // A day at least: a slip of the hand must not take a wall away at once.
    if (until < Date.now() + DAY_MS || until > latest()) throw new HttpError(400, 'bad_request', `until: From a day on, and within ${mostKeepDays} days.`)
    await store.setKeptUntil(id, until)
    return { status: 200, body: await keeping(id) }
  }

  async function eraseContacts(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token } = await readBody(request, tokenBody)
    const { id } = await mustFacilitate(wall, token)
    return { status: 200, body: { contacts: await store.eraseContacts(id) } satisfies ContactsErased }
  }

  async function anonymise(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token } = await readBody(request, tokenBody)
    const { id, person } = await mustFacilitate(wall, token)
    return { status: 200, body: (await eraseFromWall(store, rooms, id, { who: 'everybody', by: person })) satisfies NamesErased }
  }

  /** Everybody themselves, and a facilitator whoever asks for it. */
  async function erasePerson(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token, participant, notes } = await readBody(request, erasePersonBody)
    const pass = await mustPass(wall, token)
    if (pass.participant !== participant) await mustFacilitate(wall, token)
    const whom = participant as ParticipantId // whatever it is, only a person of this wall is found by it
    return { status: 200, body: (await eraseFromWall(store, rooms, pass.wall, { who: whom, notes })) satisfies NamesErased }
  }

  async function erase(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token } = await readBody(request, tokenBody)
    const { id } = await mustFacilitate(wall, token)
    return { status: 200, body: (await eraseWall(store, rooms, id)) satisfies WallErased }
  }

  async function keeping(id: WallId): Promise<WallKeeping> {
    const [until, contacts] = await Promise.all([store.keptUntil(id), store.countContacts(id)])
    return { until: until ?? null, latest: latest(), contacts }
  }

  const post = (what: string, handle: Route['handle']): Route => ({ method: 'POST', path: new RegExp(`^/api/walls/([^/]+)/${what}$`), handle })
  return [post('keeping', show), post('keeping/set', set), post('erase-contacts', eraseContacts), post('erase', erase), post('anonymise', anonymise), post('erase-person', erasePerson)]
}
