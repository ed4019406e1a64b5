import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Registry } from 'prom-client'
import type { WallKeeping } from '#shared/protocol/api.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { createMeters } from '../../server/observe/createMeters.ts'
import { eraseDueWalls, eraseWall } from '../../server/rooms/eraseWall.ts'
import { Rooms } from '../../server/rooms/rooms.ts'
import { TIMING } from '../../server/rooms/timing.ts'
import { startServer, type RunningServer } from '../../server/startServer.ts'
import { openSqliteStore } from '../../server/storage/openSqliteStore.ts'
import type { Store } from '../../server/storage/store.ts'
import { PROGRAMS } from '../support/programs.ts'
import { noteUpdate } from '../support/notes.ts'
import { rawClient, type RawClient } from '../support/rawClient.ts'
import { join, makeWall, post, type MadeWall } from '../support/wallApi.ts'

const DAY_MS = 86_400_000
const SECRET = 'The healing root grows in the third valley'
const CONTACT = 'amina.wanjiku@example.org'

let folder: string
let store: Store
let server: RunningServer
let wall: MadeWall
beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-keeping-'))
  await start()
  wall = await makeWall(server.url, { title: 'A wall that goes' })
})
afterEach(async () => {
  await server.close()
  await store.close()
  await rm(folder, { recursive: true })
})
async function start(): Promise<void> {
  store = await openSqliteStore(joinPath(folder, 'pollinate.sqlite'))
  const config = { port: 0, host: '127.0.0.1', publicUrl: undefined, proxyHeader: undefined, wallsPerHour: 100, socketsPerAddress: 100, makerKey: undefined, metrics: undefined, timing: TIMING }
  server = await startServer({ config, storage: store, programs: PROGRAMS, log: pino({ level: 'silent' }), pages: () => (_request, response) => response.end() })
}
/** Every byte of the database and its log. */
async function onDisk(): Promise<string> {
  const files = await Promise.all((await readdir(folder)).map((file) => readFile(joinPath(folder, file))))
  return Buffer.concat(files).toString('latin1')
}
/** Somebody in the wall whose note is saved. */
async function writer({ token, participant }: { token: string; participant?: ParticipantId }): Promise<RawClient> {
  const person = await rawClient(server.url, wall.id, token)
  person.update(noteUpdate('n', SECRET, participant ? { participant } : {}))
  await person.next(({ type }) => type === 'update')
  return person
}
const keeping = async (token: string): Promise<WallKeeping> => (await post(server.url, `/api/walls/${wall.id}/keeping`, { token })).body as WallKeeping

describe('how long a wall is kept', () => {
  test('R30 a new wall is kept a year; everybody sees it, a facilitator says otherwise within what the operator allows, nobody else does', async () => {
    const chair = await join(server.url, wall.id, { key: wall.keys.facilitator })
    const guest = await join(server.url, wall.id, { key: wall.keys.participant })
    const viewer = await join(server.url, wall.id, { key: wall.keys.viewer })
    const days = (until: number | null): number => Math.round(((until ?? 0) - Date.now()) / DAY_MS)
    for (const { token } of [chair, guest, viewer]) expect(days((await keeping(token)).until)).toBe(365)
    const set = (token: string, inDays: number) => post(server.url, `/api/walls/${wall.id}/keeping/set`, { token, until: Date.now() + inDays * DAY_MS })
    expect([(await set(guest.token, 30)).status, (await set(viewer.token, 30)).status]).toEqual([403, 403])
    expect([(await set(chair.token, 0.5)).status, (await set(chair.token, 3651)).status]).toEqual([400, 400])
    expect((await set(chair.token, 30)).status).toBe(200)
    expect(days((await keeping(guest.token)).until)).toBe(30)
  })

  test('R31 when its time has passed a wall is gone, for who is inside too, and no byte of it is left on the disk', async () => {
    const amina = await join(server.url, wall.id, { key: wall.keys.participant, contact: CONTACT })
    const person = await writer(amina)
    expect(await onDisk()).toContain(SECRET)
    expect(await onDisk()).toContain(CONTACT)
    const other = await makeWall(server.url)

    await store.setKeptUntil(wall.id, Date.now() - 1)
    person.terminate()
    await server.close()
    await store.close()
    await start() // which looks at once
    await expect.poll(() => store.hasWall(wall.id)).toBe(false)
    const bytes = await onDisk()
    for (const trace of [SECRET, CONTACT, wall.id]) expect(bytes.includes(trace), trace).toBe(false)
    expect((await post(server.url, `/api/walls/${wall.id}/look`, { key: wall.keys.facilitator })).status).toBe(410)
    expect((await post(server.url, `/api/walls/${other.id}/look`, { key: other.keys.facilitator })).status).toBe(200)
  })

  test('R31 each wall at its own time, and not before', async () => {
    const other = await makeWall(server.url)
    const log = pino({ level: 'silent' })
    const rooms = new Rooms({ store, bus: undefined, log, timing: TIMING, meters: createMeters(new Registry()) })
    const inDays = (days: number): Promise<readonly WallId[]> => eraseDueWalls(store, rooms, log, Date.now() + days * DAY_MS)
    await store.setKeptUntil(wall.id, Date.now() + 10 * DAY_MS)
    expect(await inDays(9)).toEqual([])
    expect(await inDays(11)).toEqual([wall.id])
    expect(await inDays(11)).toEqual([])
    expect(await inDays(366)).toEqual([other.id])
    await rooms.close()
  })

  test('R32 a facilitator erases a wall while people are in it: they are sent away for good, and what was there is told', async () => {
    const chair = await join(server.url, wall.id, { key: wall.keys.facilitator })
    const amina = await join(server.url, wall.id, { key: wall.keys.participant, contact: CONTACT })
    const person = await writer(amina)
    const refused = await post(server.url, `/api/walls/${wall.id}/erase`, { token: amina.token })
    expect(refused.status).toBe(403)
    const { status, body } = await post(server.url, `/api/walls/${wall.id}/erase`, { token: chair.token })
    expect([status, body]).toEqual([200, { people: 2, contacts: 1, versions: 1 }])
    expect(await person.closed).toEqual({ code: 4404, reason: 'this wall was erased' })
    const bytes = await onDisk()
    for (const trace of [SECRET, CONTACT, wall.id]) expect(bytes.includes(trace), trace).toBe(false)
    expect((await post(server.url, `/api/walls/${wall.id}/keeping`, { token: chair.token })).status).toBe(401)
  })

  test('R70 a server tells a wall that was erased from one that it does not know', async () => {
    const [chair, amina] = [await join(server.url, wall.id, { key: wall.keys.facilitator }), await join(server.url, wall.id, { key: wall.keys.participant })]
    await post(server.url, `/api/walls/${wall.id}/erase`, { token: chair.token })
    const [erased, unknown] = await Promise.all([wall.id, 'a-wall-that-never-was'].map((id) => post(server.url, `/api/walls/${id}/look`, { key: wall.keys.participant })))
    expect([erased, unknown]).toEqual([
      { status: 410, body: { error: { code: 'erased', message: 'This wall was erased.' } } },
      { status: 404, body: { error: { code: 'not_found', message: 'There is no such wall.' } } },
    ])
    expect((await (await rawClient(server.url, wall.id, amina.token)).closed).reason).toBe('this wall was erased')
    expect((await (await rawClient(server.url, 'a-wall-that-never-was' as WallId, amina.token)).closed).reason).toBe('no such wall')
  })

  test('R32 who is on the way in while a wall is erased is told so, and nothing of them stays', async () => {
    const chair = await join(server.url, wall.id, { key: wall.keys.facilitator })
    const amina = await join(server.url, wall.id, { key: wall.keys.participant })
    const joining = (): Promise<unknown>[] => Array.from({ length: 10 }, () => post(server.url, `/api/walls/${wall.id}/join`, { key: wall.keys.participant, name: 'Amina', country: 'ke', contact: CONTACT }))
    const coming = (): Promise<{ code: number }>[] => Array.from({ length: 10 }, async () => (await rawClient(server.url, wall.id, amina.token)).closed)
    const [before, inside] = [joining(), coming()]
    const erased = post(server.url, `/api/walls/${wall.id}/erase`, { token: chair.token })
    const answers = (await Promise.all([...before, ...joining()])) as { status: number }[]
    expect((await erased).status).toBe(200)
    for (const { status } of answers) expect([200, 404, 410]).toContain(status)
    for (const { code } of await Promise.all([...inside, ...coming()])) expect([1013, 4401, 4404]).toContain(code) // 1013: ask again
    expect(await onDisk()).not.toContain(CONTACT)
    expect(await onDisk()).not.toContain(wall.id)
  })

  test('R32 while storage refuses to erase a wall everything is as before', async () => {
    const log = pino({ level: 'silent' })
    const refusing: Store = { ...store, eraseWall: () => Promise.reject(new Error('the disk is full')) }
    const rooms = new Rooms({ store: refusing, bus: undefined, log, timing: TIMING, meters: createMeters(new Registry()) })
    const held = await rooms.hold(wall.id)
    await expect(eraseWall(refusing, rooms, wall.id)).rejects.toThrow('the disk is full')
    await expect(held.room.edit(() => undefined)).rejects.toThrow('There is no wall') // this room is over; whoever comes gets a new one
    expect(await store.wasErased(wall.id)).toBe(false)
    held.release()
    const again = await rooms.hold(wall.id)
    expect(again.room).not.toBe(held.room)
    await again.room.edit((doc) => doc.getMap('settings').set('title', 'As before'))
    again.release()
    await rooms.close()
  })

  test('R33 a facilitator erases all contacts: they are gone from the disk, and how many were there is told', async () => {
    const chair = await join(server.url, wall.id, { key: wall.keys.facilitator })
    const amina = await join(server.url, wall.id, { key: wall.keys.participant, contact: CONTACT })
    expect((await keeping(chair.token)).contacts).toBe(1)
    expect((await post(server.url, `/api/walls/${wall.id}/erase-contacts`, { token: amina.token })).status).toBe(403)
    const { body } = await post(server.url, `/api/walls/${wall.id}/erase-contacts`, { token: chair.token })
    expect(body).toEqual({ contacts: 1 })
    expect(await onDisk()).not.toContain(CONTACT)
    expect((await keeping(chair.token)).contacts).toBe(0)
  })
})
