import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { NamesErased, VersionRead, VersionsListed } from '#shared/protocol/api.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { TIMING } from '../../server/rooms/timing.ts'
import { startServer, type RunningServer } from '../../server/startServer.ts'
import type { Store } from '../../server/storage/store.ts'
import { PROGRAMS } from '../support/programs.ts'
import { STORES, type PlaceMaker, type StorePlace } from '../support/storePlaces.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post, type MadeWall } from '../support/wallApi.ts'

const AMINA = { name: 'Amina Wanjiku', country: 'ke', institution: 'KenyaWild Service', contact: 'amina@example.org' }
const LUIS = { name: 'Luis Quispe', country: 'pe', institution: 'PeruParks', contact: 'luis@example.org' }
const OF_AMINA = [AMINA.name, AMINA.institution, AMINA.contact]
const FIRST = 'healing roots'
const LATER = 'the third valley'

describe.each(STORES)('names on $name', ({ openMaker }) => {
  let maker: PlaceMaker
  let place: StorePlace
  let store: Store
  let server: RunningServer
  let wall: MadeWall
  const lines: WebsocketProvider[] = []

  beforeAll(async () => {
    maker = await openMaker()
  })
  afterAll(() => maker.close())
  beforeEach(async () => {
    place = await maker.make()
    store = await place.open()
    const config = { port: 0, host: '127.0.0.1', publicUrl: undefined, proxyHeader: undefined, wallsPerHour: 100, socketsPerAddress: 100, makerKey: undefined, metrics: undefined, timing: TIMING }
    server = await startServer({ config, storage: store, programs: PROGRAMS, log: pino({ level: 'silent' }), pages: () => (_request, response) => response.end() })
    wall = await makeWall(server.url, { title: 'A wall that stays' })
  })
  afterEach(async () => {
    for (const line of lines.splice(0)) line.destroy()
    await server.close()
    await store.close()
    await place.remove()
  })

  async function enter(key: string, person: Partial<typeof AMINA> = {}) {
    const { participant = '' as ParticipantId, token, secret } = await join(server.url, wall.id, { key, ...person })
    const line = stockProvider(server.url, wall.id, token)
    lines.push(line)
    await whenSynced(line)
    return { participant, token, secret, line, act: (...edits: Edit[]) => applyEdits(line.doc, edits, { participant, now: Date.now(), origin: undefined }) }
  }
  const ask = (what: string, body: object) => post(server.url, `/api/walls/${wall.id}/${what}`, body)
  const note = (id: string, text: string, { name, country }: typeof AMINA): Edit => ({ type: 'placeNote', id: id as NoteId, kind: 'need', at: [0, 0], text, lang: 'en', name, country })
  const versions = async (token: string) => ((await ask('versions', { token })).body as VersionsListed).versions
  async function version(token: string, id: number) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(((await ask('versions/read', { token, version: id })).body as VersionRead).state, 'base64'))
    return readWall(doc)
  }

  /** Amina and Luis have written, she has written hers anew, and a version was kept in between. */
  async function workshop() {
    const chair = await enter(wall.keys.facilitator, { name: 'Fatou Chair', country: 'sn' })
    const amina = await enter(wall.keys.participant, AMINA)
    const luis = await enter(wall.keys.participant, LUIS)
    const hasSeen = (isSo: (doc: Y.Doc) => boolean) => whenDoc(chair.line.doc, isSo)
    amina.act({ type: 'greet', ...AMINA }, note('of-amina', FIRST, AMINA))
    luis.act({ type: 'greet', ...LUIS }, note('of-luis', 'a herbarium', LUIS))
    await hasSeen((doc) => readWall(doc).notes.size === 2)
    await ask('versions/save', { token: chair.token })
    amina.act({ type: 'spliceText', id: 'of-amina' as NoteId, offset: 0, remove: FIRST.length, insert: LATER })
    await hasSeen((doc) => [...readWall(doc).notes.values()].some(({ text }) => text === LATER))
    return { chair, amina, luis, hasSeen }
  }

  test('R74 R76 anonymised by a facilitator alone: no byte of a name, an institution or a contact is kept, in the log and in versions neither, and what is left reads as before', async () => {
    const { chair, amina, hasSeen } = await workshop()
    const names = [...OF_AMINA, LUIS.name, LUIS.institution, LUIS.contact]
    const before = await place.held()
    for (const name of names) expect(before.includes(name), name).toBe(true)
    expect((await ask('anonymise', { token: amina.token })).status).toBe(403)
    const { status, body } = await ask('anonymise', { token: chair.token })
    expect([status, body]).toEqual([200, { people: 3, contacts: 2, nameless: 2, notes: 0, lines: 0, cards: 0, versions: 2, dropped: 0 } satisfies NamesErased]) // one was kept as the wall was locked
    const after = await place.held()
    for (const name of names) expect(after.includes(name), name).toBe(false)
    await hasSeen((doc) => readWall(doc).settings.anonymised !== undefined)
    const seen = [...readWall(chair.line.doc).notes.values()].map(({ text, name, country }) => [text, name, country])
    expect(seen.sort()).toEqual([['a herbarium', 'A participant', 'pe'], [LATER, 'A participant', 'ke']])
    const { id = 0 } = (await versions(chair.token)).at(-1) ?? {}
    expect((await version(chair.token, id)).notes.get('of-amina' as NoteId)).toMatchObject({ text: FIRST, name: 'A participant' })
    // Whoever was on it is the same person as before, and nobody else is.
    expect(await join(server.url, wall.id, { key: wall.keys.participant, participant: amina.participant, secret: amina.secret, name: undefined, country: undefined })).toMatchObject({ participant: amina.participant, name: '' })
  })

  test('R75 R76 who erases themselves is sent away for good: of name, contact and notes no byte is kept, and the others’ stay', async () => {
    const { chair, amina, luis, hasSeen } = await workshop()
    expect((await ask('erase-person', { token: luis.token, participant: amina.participant, notes: 'go' })).status).toBe(403)
    const closed = new Promise<{ code: number; reason: string }>((resolve) => amina.line.on('connection-close', (event) => resolve(event as CloseEvent)))
    const { status, body } = await ask('erase-person', { token: amina.token, participant: amina.participant, notes: 'go' })
    expect([status, body]).toEqual([200, { people: 1, contacts: 1, nameless: 0, notes: 1, lines: 0, cards: 0, versions: 1, dropped: 0 }])
    expect(await closed).toMatchObject({ code: 4411, reason: 'this person was erased from the wall' })
    const after = await place.held()
    for (const trace of [...OF_AMINA, FIRST, LATER]) expect(after.includes(trace), trace).toBe(false)
    for (const trace of [LUIS.name, LUIS.contact, 'a herbarium']) expect(after.includes(trace), trace).toBe(true)
    await hasSeen((doc) => readWall(doc).notes.size === 1)
    expect((await ask('own-contact', { token: amina.token })).body).toMatchObject({ error: { code: 'unknown_person' } })
    expect((await ask('join', { key: wall.keys.participant, participant: amina.participant, secret: amina.secret })).body).toMatchObject({ error: { code: 'unknown_person' } })
    expect((await ask('own-contact', { token: luis.token })).body).toMatchObject({ contact: LUIS.contact })
    expect((await version(chair.token, (await versions(chair.token))[0]?.id ?? 0)).notes.size).toBe(1)
  })

  test('R75 R76 a facilitator erases whoever asks for it; their notes stay without the name, and so they are in a version that is brought back', async () => {
    const { chair, amina } = await workshop()
    const { body } = await ask('erase-person', { token: chair.token, participant: amina.participant, notes: 'stay' })
    expect(body).toMatchObject({ people: 1, nameless: 1, notes: 0 })
    const [{ id } = { id: 0 }] = await versions(chair.token)
    expect((await ask('versions/restore', { token: chair.token, version: id })).status).toBe(200)
    const after = await place.held()
    for (const trace of OF_AMINA) expect(after.includes(trace), trace).toBe(false)
    const viewer = await enter(wall.keys.viewer)
    expect(readWall(viewer.line.doc).notes.get('of-amina' as NoteId)).toMatchObject({ text: FIRST, name: 'A participant', country: 'ke' })
    expect(await store.findParticipant(wall.id, amina.participant)).toBeUndefined()
  })
})
