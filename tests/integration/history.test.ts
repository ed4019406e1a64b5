import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { VersionRead, VersionsListed } from '#shared/protocol/api.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post, type MadeWall } from '../support/wallApi.ts'

const [soil, late] = ['soil', 'late'] as [NoteId, NoteId]
const place = (id: NoteId, text: string = id): Edit => ({ type: 'placeNote', id, kind: 'need', at: [0, 0], text, lang: 'en', name: 'Amina', country: 'ke' })
const textOf = (doc: Y.Doc, id: NoteId): string | undefined => readWall(doc).notes.get(id)?.text

describe('the versions of a wall', () => {
  let server: TestServer
  let wall: MadeWall
  let inside: WebsocketProvider[] = []

  beforeEach(async () => {
    server = await startTestServer({ timing: { versionMs: 3_600_000, idleMs: 0 } })
    wall = await makeWall(server.url)
  })
  afterEach(async () => {
    leave()
    await server.close()
  })
  function leave(): void {
    for (const provider of inside) provider.destroy()
    inside = []
  }

  /** Somebody inside, by either link. */
  async function enter(role: 'facilitator' | 'participant', on = server) {
    const joined = await join(on.url, wall.id, { key: wall.keys[role], name: role })
    const participant = joined.participant ?? expect.fail('nobody')
    const provider = stockProvider(on.url, wall.id, joined.token)
    inside.push(provider)
    await whenSynced(provider)
    const { doc } = provider
    const edit = (...edits: Edit[]): void => applyEdits(doc, edits, { participant, now: Date.now(), origin: 'me' })
    const ask = (what: string, more: object = {}) => post(on.url, `/api/walls/${wall.id}/versions${what}`, { token: joined.token, ...more })
    const list = async (what = '', more: object = {}): Promise<VersionsListed> => {
      const { status, body } = await ask(what, more)
      expect(status).toBe(200)
      return body as VersionsListed
    }
    return { doc, provider, edit, ask, list, participant }
  }
  /** Whatever somebody else has seen is saved. */
  async function whenSeen(isSo: (doc: Y.Doc) => boolean): Promise<void> {
    const witness = await enter('participant')
    await whenDoc(witness.doc, isSo)
  }

  test('H3 one is kept on request: with who, when and how many notes, and can be read', async () => {
    const chair = await enter('facilitator')
    chair.edit(place(soil))
    await whenSeen((doc) => textOf(doc, soil) === soil)
    const before = Date.now()
    const { versions, damage } = await chair.list('/save')
    expect(versions).toEqual([{ id: 1, at: expect.any(Number) as number, why: 'request', by: chair.participant, notes: 1 }])
    expect(versions[0]?.at).toBeGreaterThanOrEqual(before)
    expect(damage).toEqual([])
    expect(await chair.list()).toEqual({ versions, damage })
    const { body } = await chair.ask('/read', { version: 1 })
    const seen = new Y.Doc()
    Y.applyUpdate(seen, Buffer.from((body as VersionRead).state, 'base64'))
    expect(readWall(seen)).toEqual(readWall(chair.doc))
  })

  test('H2 restoring is an edit like any other: who is inside stays inside and sees it, and it can be taken back', async () => {
    const chair = await enter('facilitator')
    const guest = await enter('participant')
    guest.edit(place(soil, 'as it was'))
    await whenDoc(chair.doc, (doc) => textOf(doc, soil) !== undefined)
    await chair.list('/save')
    guest.edit({ type: 'spliceText', id: soil, offset: 0, remove: 9, insert: 'changed' }, place(late))
    await whenDoc(chair.doc, (doc) => textOf(doc, late) !== undefined)
    let closed = 0
    for (const { provider } of [chair, guest]) provider.on('connection-close', () => closed++)

    const { versions } = await chair.list('/restore', { version: 1 })
    expect(versions.map(({ why, notes }) => [why, notes])).toEqual([['restore', 2], ['request', 1]])
    for (const { doc } of [chair, guest]) await whenDoc(doc, () => textOf(doc, soil) === 'as it was' && textOf(doc, late) === undefined)
    expect(readWall(guest.doc).settings.restored).toMatchObject({ by: chair.participant, to: versions[1]?.at })
    guest.edit({ type: 'spliceText', id: soil, offset: 0, remove: 0, insert: 'still ' })
    await whenDoc(chair.doc, (doc) => textOf(doc, soil) === 'still as it was')

    await chair.list('/restore', { version: versions[0]?.id })
    await whenDoc(guest.doc, (doc) => textOf(doc, soil) === 'changed' && textOf(doc, late) === 'late')
    expect(closed).toBe(0)
    await server.restart()
    const again = await enter('facilitator')
    expect([textOf(again.doc, soil), textOf(again.doc, late)]).toEqual(['changed', 'late'])
  })

  test('H3 one is kept when the wall is locked, in the name of who locked it', async () => {
    const chair = await enter('facilitator')
    chair.edit(place(soil))
    chair.edit({ type: 'lockWall' })
    await whenSeen((doc) => readWall(doc).settings.locked !== undefined)
    leave()
    await server.restart() // waits for what is being kept
    const again = await enter('facilitator')
    expect((await again.list()).versions).toMatchObject([{ why: 'lock', by: chair.participant, notes: 1 }])
  })

  test('H3 one is kept by itself a while after something was written, and none while nothing is', async () => {
    const quick = await startTestServer({ timing: { versionMs: 50 } })
    wall = await makeWall(quick.url)
    const kept: string[] = []
    let tell = (): void => undefined
    const save = quick.storage.saveVersion.bind(quick.storage)
    quick.storage.saveVersion = async (...given) => {
      const version = await save(...given)
      kept.push(given[1].why)
      tell()
      return version
    }
    const chair = await enter('facilitator', quick)
    const whenKept = new Promise<void>((resolve) => (tell = resolve))
    chair.edit(place(soil))
    await whenKept
    expect((await chair.list()).versions).toMatchObject([{ why: 'time', notes: 1 }])
    expect(kept).toEqual(['time'])
    leave()
    await quick.close()
  })

  test('H3 only a facilitator has to do with versions, and a version that is not there is told', async () => {
    const guest = await enter('participant')
    for (const [what, more] of [['', {}], ['/save', {}], ['/read', { version: 1 }], ['/restore', { version: 1 }]] as const) {
      expect((await guest.ask(what, more)).status).toBe(403)
    }
    const chair = await enter('facilitator')
    expect((await chair.ask('/read', { version: 7 })).status).toBe(404)
    expect((await chair.ask('/restore', { version: 7 })).status).toBe(404)
    expect((await chair.ask('/restore', { version: 'x' })).status).toBe(400)
    expect((await post(server.url, `/api/walls/${wall.id}/versions`, { token: 'x.y' })).status).toBe(401)
  })
})
