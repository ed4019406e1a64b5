import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Doc } from 'yjs'
import type { Role } from '#shared/permissions/roles.ts'
import { BYTES, type DocumentRead, type Joined, type LinkRenewed, type WallLook, type WallMade } from '#shared/protocol/api.ts'
import { newId, type ParticipantId, type WallId } from '#shared/wall/ids.ts'
import { readSettings } from '#shared/wall/readWall.ts'
import { hashOf, newKey } from '../auth/keys.ts'
import { originOf } from '../auth/origin.ts'
import { writeToken } from '../auth/token.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Participant } from '../storage/store.ts'
import { consentTo, contactRoutes } from './contactRoutes.ts'
import { createDoors, type DoorOptions } from './createDoors.ts'
import { firstUpdate } from './firstUpdate.ts'
import { historyRoutes } from './historyRoutes.ts'
import { HttpError } from './httpError.ts'
import { DAY_MS, keepingRoutes } from './keepingRoutes.ts'
import { createMustFacilitate } from './mustFacilitate.ts'
import { peopleRoutes } from './peopleRoutes.ts'
import { readBody } from './readBody.ts'
import { recordRoute } from './recordRoute.ts'
import { createRestore } from './restoreRoute.ts'
import type { RecordWriter } from '../record/recordJob.ts'
import type { WallPreparer } from '../restoring/restoreJob.ts'
import type { Reply, Route } from './route.ts'
import { joinBody, lookBody, makeWallBody, renewLinkBody } from './schemas.ts'

interface ApiOptions extends DoorOptions {
  readonly rooms: Rooms
  readonly publicUrl: string | undefined
  /** So many days a new wall is kept, and so many at most. */
  readonly keepDays: number
  readonly mostKeepDays: number
  readonly writer: RecordWriter
  readonly preparer: WallPreparer
}

/** The routes under /api, as shared/protocol/api.ts describes them. */
export function apiRoutes(options: ApiOptions): readonly Route[] {
  const { store, rooms, secret, publicUrl, keepDays, mostKeepDays } = options
  const { mustBeCalm, mustBeMaker, mustOpen, mustKnow, mustPass } = createDoors(options)
  const mustFacilitate = createMustFacilitate(mustPass)

  async function make(request: IncomingMessage): Promise<Reply> {
    const body = await readBody(request, makeWallBody)
    mustHaveOrigin(request)
    mustBeMaker(request, body.key)
    return { status: 201, body: await makeWall(request, firstUpdate(body, Date.now())) }
  }

  async function makeWall(request: IncomingMessage, update: Uint8Array): Promise<WallMade> {
    const origin = mustHaveOrigin(request)
    const id = newId<WallId>(randomBytes)
    const keys = byRole(newKey)
    const now = Date.now()
    await store.makeWall({ id, madeAt: now, keyHashes: byRole((role) => hashOf(keys[role])), update, keepUntil: now + keepDays * DAY_MS })
    return { id, links: byRole((role) => linkTo(origin, id, keys[role])) }
  }

  async function look(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { key } = await readBody(request, lookBody)
    const { id, link } = await mustOpen(request, wall, key)
    const { title, language, countries } = await read(id, (doc) => readSettings(doc))
    return { status: 200, body: { title, language, role: link.role, countries: [...countries] } satisfies WallLook }
  }

  async function readDocument(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { key } = await readBody(request, lookBody)
    const { id } = await mustOpen(request, wall, key)
    const hold = await rooms.hold(id)
    try {
      const state = await hold.room.committedState()
      if (request.headers.accept === BYTES) return { status: 200, body: state, type: BYTES, isLoose: true }
      return { status: 200, body: { state: Buffer.from(state).toString('base64') } satisfies DocumentRead }
    } finally {
      hold.release()
    }
  }

  async function join(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const body = await readBody(request, joinBody)
    const { id, link } = await mustOpen(request, wall, body.key)
    const { role, generation } = link
    const tokenFor = (participant?: ParticipantId): string =>
      writeToken({ wall: id, role, generation, participant }, secret, Date.now())
    if (role === 'viewer') return { status: 200, body: { role, token: tokenFor() } satisfies Joined }

    const known = body.participant === undefined ? undefined : await mustKnow(id, body.participant, body.secret)
    const participantSecret = body.secret !== undefined && known ? body.secret : newKey()
    const name = body.name ?? known?.name
    const country = body.country ?? known?.country
    if (name === undefined) throw new HttpError(400, 'bad_request', 'name: The name is missing.')
    if (country === undefined) throw new HttpError(400, 'bad_request', 'country: The country is missing.')
    const participant: Participant = {
      id: known?.id ?? newId<ParticipantId>(randomBytes),
      secretHash: known?.secretHash ?? hashOf(participantSecret),
      name,
      country,
      institution: body.institution ?? known?.institution ?? '',
      contact: body.contact ?? known?.contact ?? '',
      isRemoved: known?.isRemoved ?? false,
    }
    // Who only asks for another token changes nothing of what is kept of them, and brings nothing back that was erased meanwhile.
    const isNews = !known || [body.name, body.country, body.institution, body.contact].some((said) => said !== undefined)
    if (isNews) await store.saveParticipant(id, participant)
    if (body.contact !== undefined) await store.saveContact(id, participant.id, body.contact, consentTo(body.contact, body.consent ?? false, known))
    const joined: Joined = {
      role,
      token: tokenFor(participant.id),
      participant: participant.id,
      secret: participantSecret,
      name,
      country,
      institution: participant.institution,
    }
    return { status: 200, body: joined }
  }

  async function renewLink(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { key, role } = await readBody(request, renewLinkBody)
    const origin = mustHaveOrigin(request)
    const { id, link } = await mustOpen(request, wall, key)
    if (link.role !== 'facilitator') throw new HttpError(403, 'not_allowed', 'Only the facilitator can revoke links.')
    const newLinkKey = newKey()
    const renewed = await store.renewLink(id, role, hashOf(newLinkKey))
    await rooms.dismiss(id, ({ pass }) => pass.role === role && pass.generation < renewed.generation)
    return { status: 200, body: { link: linkTo(origin, id, newLinkKey) } satisfies LinkRenewed }
  }

  function mustHaveOrigin(request: IncomingMessage): string {
    const origin = originOf(request, publicUrl)
    if (origin === undefined) throw new HttpError(400, 'bad_request', 'The Host header names no possible host.')
    return origin
  }

  async function read<T>(wall: WallId, reader: (doc: Doc) => T): Promise<T> {
    const hold = await rooms.hold(wall)
    try {
      return reader(hold.room.doc)
    } finally {
      hold.release()
    }
  }

  const post = (path: RegExp, handle: Route['handle']): Route => ({
    method: 'POST',
    path,
    handle(request, groups) {
      mustBeCalm(request)
      return handle(request, groups)
    },
  })
  return [
    post(/^\/api\/walls$/, make),
    post(/^\/api\/walls\/restore$/, createRestore({ proxyHeader: options.proxyHeader, preparer: options.preparer, mustBeMaker, makeWall })),
    post(/^\/api\/walls\/([^/]+)\/look$/, look),
    post(/^\/api\/walls\/([^/]+)\/document$/, readDocument),
    post(/^\/api\/walls\/([^/]+)\/join$/, join),
    post(/^\/api\/walls\/([^/]+)\/revoke$/, renewLink),
    ...contactRoutes({ store, read, mustBeCalm, mustOpen, mustPass }),
    ...keepingRoutes({ store, rooms, mostKeepDays, mustPass, mustFacilitate }),
    ...historyRoutes({ store, rooms, mustFacilitate }),
    ...peopleRoutes({ store, rooms, mustPass, mustFacilitate }),
    recordRoute({ store, rooms, writer: options.writer, mustBeCalm, mustOpen, mustFacilitate, mustHaveOrigin }),
  ]
}

const linkTo = (origin: string, wall: WallId, key: string): string => `${origin}/w/${wall}#k=${key}`

const byRole = <T>(give: (role: Role) => T): Record<Role, T> => ({
  facilitator: give('facilitator'),
  participant: give('participant'),
  viewer: give('viewer'),
})
