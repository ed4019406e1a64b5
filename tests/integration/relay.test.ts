import * as Y from 'yjs'
import { afterEach, describe, expect, test } from 'vitest'
import { SUBPROTOCOL } from '#shared/protocol/limits.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Store } from '../../server/storage/store.ts'
import { docOf, isAnswer, isUpdate, shows } from '../support/heard.ts'
import { noteUpdate, placeNote, textsOf, writeMuch } from '../support/notes.ts'
import { rawClient, type Heard, type RawClient } from '../support/rawClient.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post } from '../support/wallApi.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function start(options?: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(options)
  cleanups.push(() => server.close())
  return server
}
async function provider(server: TestServer, wall: WallId, token: string) {
  const opened = stockProvider(server.url, wall, token)
  cleanups.push(() => opened.destroy())
  await whenSynced(opened)
  return opened
}
async function client(server: TestServer, wall: WallId, token: string, options?: Parameters<typeof rawClient>[3]) {
  const opened = await rawClient(server.url, wall, token, options)
  cleanups.push(() => opened.terminate())
  return opened
}
/** A wall, and two of its participants. */
async function wallOfTwo(server: TestServer) {
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const luis = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })
  return { wall, amina, luis }
}

/** Takes in one message after the other, until they amount to a wall with this note. */
const untilTold = (note: string, doc = new Y.Doc()) => (message: Heard): boolean => {
  if (isAnswer(message) || isUpdate(message)) Y.applyUpdate(doc, message.content)
  return note in textsOf(doc)
}
/** All that a client was told, as a document. */
const told = (someone: RawClient): Y.Doc => docOf(...someone.heard)
/** Everything that one client said before has reached the room when another hears this. */
async function roundTrip(from: RawClient, to: RawClient, mark: string): Promise<void> {
  from.presence(1000 + mark.length, Date.now(), JSON.stringify({ mark }))
  await to.next(shows(mark))
}

describe('the wire', () => {
  test('S2 two stock providers write at once and end with the same wall', async () => {
    const server = await start()
    const { wall, amina, luis } = await wallOfTwo(server)
    const first = await provider(server, wall.id, amina.token)
    const second = await provider(server, wall.id, luis.token)
    for (let index = 0; index < 20; index++) {
      placeNote(first.doc, `first-${index}`, `Soil carbon ${index}`, amina)
      placeNote(second.doc, `second-${index}`, `Suelos ${index}`, luis)
    }
    const isComplete = (doc: Y.Doc): boolean => doc.getMap('notes').size === 40
    await Promise.all([whenDoc(first.doc, isComplete), whenDoc(second.doc, isComplete)])
    expect(readWall(first.doc)).toEqual(readWall(second.doc))
    expect(readWall(first.doc).settings.title).toBe('A wall for a test')
    expect(first.ws?.protocol).toBe(SUBPROTOCOL)
  })

  test('S2 a stock provider that was cut off comes back by itself, with what it wrote meanwhile', async () => {
    const server = await start()
    const { wall, amina, luis } = await wallOfTwo(server)
    const first = await provider(server, wall.id, amina.token)
    const second = await provider(server, wall.id, luis.token)
    const isBack = new Promise<void>((resolve) => {
      first.on('sync', (isSynced: boolean) => {
        if (isSynced) resolve()
      })
    })
    await server.restart()
    placeNote(first.doc, 'offline', 'Written while the server was away', amina)
    await isBack
    await whenDoc(second.doc, (doc) => doc.getMap('notes').has('offline'))
    expect(textsOf(second.doc)).toEqual({ offline: 'Written while the server was away' })
  })

  test('S3 the sender hears its own edit back, and that means saved', async () => {
    const server = await start()
    const { wall, amina } = await wallOfTwo(server)
    const sender = await client(server, wall.id, amina.token)
    sender.update(noteUpdate('n', 'Mangroves', amina))
    const echo = await sender.next(isUpdate)
    expect(textsOf(docOf(echo))).toEqual({ n: 'Mangroves' })
    const { updates } = await server.storage.load(wall.id)
    expect(updates.map((update) => textsOf(docOf({ type: 'update', content: update })))).toContainEqual({ n: 'Mangroves' })
  })

  test('presence goes out with an edit that comes before its own time', async () => {
    // Presence never goes out by itself.
    const server = await start({ timing: { presenceMs: 3_600_000, presenceMsPerClient: 3_600_000 } })
    const { wall, amina, luis } = await wallOfTwo(server)
    const writer = await client(server, wall.id, amina.token)
    const witness = await client(server, wall.id, luis.token)
    witness.ask()
    await witness.next(isAnswer)
    writer.presence(7, 1, '{"here":"Amina"}')
    writer.update(noteUpdate('n', 'Mangroves', amina))
    await witness.next(shows('Amina'))
    expect(textsOf(docOf(...witness.heard.filter(isUpdate)))).toEqual({ n: 'Mangroves' })
  })

  test('a quiet socket hears a message before y-websocket would give up', async () => {
    const server = await start({ timing: { quietMs: 20 } })
    const { wall, amina } = await wallOfTwo(server)
    const quiet = await client(server, wall.id, amina.token)
    const beat = await quiet.next(({ type, content }) => type === 'presence' && content.length === 1)
    expect([...beat.content]).toEqual([0])
  })

  test('whoever has vanished without a goodbye is taken out of the room', async () => {
    const server = await start({ timing: { quietMs: 20 } })
    const { wall, amina, luis } = await wallOfTwo(server)
    const vanishing = await client(server, wall.id, amina.token)
    const witness = await client(server, wall.id, luis.token)
    vanishing.presence(7, 1, '{"here":"Amina"}')
    await witness.next(shows('Amina'))
    vanishing.pause()
    await witness.next(shows('null'))
  })
})

describe('committed before it is heard', () => {
  /** A storage whose appends can be held up, or fail. */
  function gate() {
    const state = { isBroken: false, held: undefined as Promise<void> | undefined, appends: 0, onAppend: () => {} }
    const through = (store: Store): Store => ({
      ...store,
      async append(wall, update) {
        state.appends++
        state.onAppend()
        if (state.isBroken) throw new Error('the disk is full')
        await state.held
        return store.append(wall, update)
      },
    })
    return { state, through }
  }

  test('S1 nobody hears of an edit before it is on the disk', async () => {
    const { state, through } = gate()
    const server = await start({ through })
    const { wall, amina, luis } = await wallOfTwo(server)
    const writer = await client(server, wall.id, amina.token)
    const witness = await client(server, wall.id, luis.token)
    witness.ask()
    await witness.next(isAnswer)
    let letGo = (): void => {}
    state.held = new Promise((resolve) => (letGo = resolve))
    const isCommitting = new Promise<void>((resolve) => (state.onAppend = resolve))
    writer.update(noteUpdate('n', 'Coral reefs', amina))
    await isCommitting
    const latecomer = await client(server, wall.id, luis.token)
    latecomer.ask()
    await roundTrip(writer, witness, 'while it is held')
    expect(witness.heard.filter(isUpdate)).toEqual([])
    expect(latecomer.heard.filter(isAnswer)).toEqual([])
    letGo()
    expect(textsOf(docOf(await witness.next(isUpdate)))).toEqual({ n: 'Coral reefs' })
    expect(textsOf(docOf(await latecomer.next(isAnswer)))).toEqual({ n: 'Coral reefs' })
  })

  test('S3 a question is answered with all that its sender said before, also what came while something else was being saved', async () => {
    const { state, through } = gate()
    const server = await start({ through })
    const { wall, amina, luis } = await wallOfTwo(server)
    const writer = await client(server, wall.id, amina.token)
    const witness = await client(server, wall.id, luis.token)
    await Promise.all([writer, witness].map((someone) => someone.next(({ type }) => type === 'ask'))) // they are in
    let letGo = (): void => {}
    state.held = new Promise((resolve) => (letGo = resolve))
    const isCommitting = new Promise<void>((resolve) => (state.onAppend = resolve))
    witness.update(noteUpdate('one', 'Of somebody else', luis))
    await isCommitting
    writer.update(noteUpdate('two', 'Said before the question', amina))
    writer.ask()
    await roundTrip(writer, witness, 'both have arrived')
    letGo()
    expect(textsOf(docOf(await writer.next(isAnswer)))).toEqual({ one: 'Of somebody else', two: 'Said before the question' })
  })

  test('S4 while the disk refuses, nothing is passed on and nothing is lost; when it takes again, everything arrives', async () => {
    const { state, through } = gate()
    const server = await start({ through, timing: { retryMs: 5, retryMaxMs: 5 } })
    const { wall, amina, luis } = await wallOfTwo(server)
    const writer = await client(server, wall.id, amina.token)
    const witness = await client(server, wall.id, luis.token)
    state.isBroken = true
    const isRefused = new Promise<void>((resolve) => {
      state.onAppend = () => {
        if (state.appends > 2) resolve()
      }
    })
    writer.update(noteUpdate('one', 'First', amina))
    await isRefused
    writer.update(noteUpdate('two', 'Second', amina))
    writer.ask()
    const latecomer = await client(server, wall.id, luis.token)
    latecomer.ask()
    const answer = await latecomer.next(isAnswer)
    expect(readWall(docOf(answer)).settings.title).toBe('A wall for a test')
    expect(textsOf(docOf(answer))).toEqual({})
    expect([...witness.heard, ...writer.heard].filter((message) => isUpdate(message) || isAnswer(message))).toEqual([])
    state.isBroken = false
    await writer.next(isAnswer)
    expect(textsOf(told(writer))).toEqual({ one: 'First', two: 'Second' })
    await witness.next(untilTold('two'))
    expect(textsOf(told(witness))).toEqual({ one: 'First', two: 'Second' })
  })

  test('S5 a server that is stopped after the disk has come back, and before it has tried again, saves and says nothing else', async () => {
    const { state, through } = gate()
    const hour = 3_600_000
    const server = await start({ through, timing: { retryMs: hour, retryMaxMs: hour } })
    const { wall, amina } = await wallOfTwo(server)
    const writer = await client(server, wall.id, amina.token)
    state.isBroken = true
    const isRefused = new Promise<void>((resolve) => (state.onAppend = resolve))
    writer.update(noteUpdate('n', 'Waiting for the disk', amina))
    await isRefused
    state.isBroken = false
    await server.restart()
    const { updates, snapshot } = await server.storage.load(wall.id)
    const doc = docOf(...[snapshot ?? [], ...updates].flat().map((content) => ({ type: 'update' as const, content })))
    expect(textsOf(doc)).toEqual({ n: 'Waiting for the disk' })
  })

  test('S5 a server that is stopped saves first what had arrived', async () => {
    // A tick that never comes by itself.
    const server = await start({ timing: { tickMs: 3_600_000, tickMsPerClient: 3_600_000 } })
    const { wall, amina, luis } = await wallOfTwo(server)
    const writer = await client(server, wall.id, amina.token)
    const witness = await client(server, wall.id, luis.token)
    writer.update(noteUpdate('n', 'At the last moment', amina))
    await roundTrip(writer, witness, 'arrived')
    await server.restart()
    expect(await writer.closed).toEqual({ code: 1012, reason: 'the server restarts' })
    const { updates, snapshot } = await server.storage.load(wall.id)
    const doc = docOf(...[snapshot ?? [], ...updates].flat().map((content) => ({ type: 'update' as const, content })))
    expect(textsOf(doc)).toEqual({ n: 'At the last moment' })
  })
})

describe('rooms', () => {
  test('S6 a room that is being dropped lets nobody in before its save is done, and comes back whole', async () => {
    let loads = 0
    let letGo = (): void => {}
    let onCompact = (): void => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const isSaving = new Promise<void>((resolve) => (onCompact = resolve))
    const through = (store: Store): Store => ({
      ...store,
      load(wall) {
        loads++
        return store.load(wall)
      },
      async compact(...snapshot) {
        onCompact()
        await held
        await store.compact(...snapshot)
      },
    })
    const server = await start({ through, timing: { idleMs: 1 } })
    const { wall, amina, luis } = await wallOfTwo(server)
    const writer = await client(server, wall.id, amina.token)
    writer.update(noteUpdate('n', 'Peatlands', amina))
    await writer.next(isUpdate)
    expect(loads).toBe(1)
    writer.terminate()
    await isSaving
    const next = await client(server, wall.id, luis.token)
    next.ask()
    const health = await fetch(new URL('/healthz', server.url))
    expect(await health.json()).toEqual({ status: 'ok' })
    expect([loads, next.heard.length]).toEqual([1, 0])
    letGo()
    expect(textsOf(docOf(await next.next(isAnswer)))).toEqual({ n: 'Peatlands' })
    expect(loads).toBe(2)
    expect((await server.storage.load(wall.id)).updates).toEqual([])
  })

  test('S7 a long log becomes one snapshot', async () => {
    let compactions = 0
    let onCompact = (): void => {}
    const isCompacted = new Promise<void>((resolve) => (onCompact = resolve))
    const through = (store: Store): Store => ({
      ...store,
      async compact(wall, snapshot, seq) {
        compactions++
        await store.compact(wall, snapshot, seq)
        onCompact()
      },
    })
    const server = await start({ through })
    const { wall, amina } = await wallOfTwo(server)
    await server.storage.append(wall.id, noteUpdate('big', 'x'.repeat(60_000), amina))
    const writer = await client(server, wall.id, amina.token)
    writer.update(noteUpdate('one', 'y'.repeat(10_000), amina))
    await isCompacted
    expect(compactions).toBe(1)
    const { snapshot, updates } = await server.storage.load(wall.id)
    expect(updates).toEqual([])
    const stored = textsOf(docOf({ type: 'update', content: snapshot ?? new Uint8Array() }))
    expect(Object.keys(stored).sort()).toEqual(['big', 'one'])
  })

  test('R99 words that were written over are gone from the log when everybody has left', async () => {
    const server = await start({ timing: { idleMs: 1 } })
    const { wall, amina } = await wallOfTwo(server)
    const stored = async (): Promise<string> => {
      const { snapshot, updates } = await server.storage.load(wall.id)
      return `${updates.length} ${[snapshot ?? new Uint8Array(), ...updates].map((bytes) => Buffer.from(bytes).toString('latin1')).join(' ')}`
    }
    const first = await provider(server, wall.id, amina.token)
    placeNote(first.doc, 'n', 'Healingroots of the valley', amina)
    const witness = await provider(server, wall.id, amina.token)
    await whenDoc(witness.doc, (doc) => doc.getMap('notes').has('n'))
    for (const line of [first, witness]) line.destroy()
    await expect.poll(stored).toMatch(/^0 .*Healingroots/s)
    // One update is all that comes after that.
    const second = await provider(server, wall.id, amina.token)
    const text = second.doc.getMap<Y.Map<Y.Text>>('notes').get('n')?.get('text')
    text?.delete(0, 'Healingroots'.length)
    const reader = await provider(server, wall.id, amina.token)
    await whenDoc(reader.doc, (doc) => !JSON.stringify(doc.getMap('notes').toJSON()).includes('Healingroots'))
    for (const line of [second, reader]) line.destroy()
    await expect.poll(stored).toMatch(/^0 .* of the valley/s)
    expect(await stored()).not.toContain('Healingroots')
  })

  test('a reader that falls behind is spared what it cannot take, and then has everything', async () => {
    const server = await start()
    const { wall, amina, luis } = await wallOfTwo(server)
    const slow = await client(server, wall.id, luis.token)
    slow.ask()
    await slow.next(isAnswer)
    slow.pause()
    const witness = await client(server, wall.id, luis.token)
    witness.ask()
    // One after the other, and together about twice what the system holds between two sockets.
    for (const [last, author] of Object.entries({ first: luis, last: amina })) {
      const writer = await provider(server, wall.id, author.token)
      writeMuch(writer.doc, author)
      placeNote(writer.doc, last, `The ${last} word. `, author)
      await witness.next(untilTold(last))
    }
    slow.resume()
    await slow.next(untilTold('last'))
    const bytes = slow.heard.reduce((sum, { content }) => sum + content.length, 0)
    expect(bytes).toBeLessThan(24_000_000)
    expect(Object.values(textsOf(told(slow))).sort().join('')).toBe('The first word. The last word. ')
  })

  test('a reader that takes nothing at all is ended', async () => {
    // The server shares this process with its clients: shorter, and it would end those that only have to wait for it.
    const server = await start({ timing: { stuckMs: 1500, quietMs: 1500 } })
    const { wall, amina, luis } = await wallOfTwo(server)
    const stuck = await client(server, wall.id, luis.token)
    stuck.presence(7, 1, '{"here":"Luis"}')
    const witness = await client(server, wall.id, amina.token)
    await witness.next(shows('Luis'))
    stuck.pause()
    const writer = await provider(server, wall.id, amina.token)
    writeMuch(writer.doc, amina)
    await witness.next(shows('null'))
  })
})

describe('doors', () => {
  test.each([
    ['an invented token', (token: string) => `${token.slice(0, -3)}abc`],
    ['no token', () => ''],
  ])('D1 %s opens nothing: 4401, and the provider does not try again', async (_what, mangle) => {
    const server = await start()
    const { wall, amina } = await wallOfTwo(server)
    const token = mangle(amina.token)
    const opened = await client(server, wall.id, token, token ? {} : { protocols: [SUBPROTOCOL] })
    expect(await opened.closed).toEqual({ code: 4401, reason: 'link invalid, expired or revoked' })
    expect(opened.heard).toEqual([])
  })

  test("D1 a token of one wall does not open another's relay", async () => {
    const server = await start()
    const { amina } = await wallOfTwo(server)
    const other = await makeWall(server.url)
    expect((await (await client(server, other.id, amina.token)).closed).code).toBe(4401)
  })

  test('D1 a wall that is not there: 4404', async () => {
    const server = await start()
    const { amina } = await wallOfTwo(server)
    for (const name of ['nowhere', '%00', 'x'.repeat(65)]) {
      expect((await (await client(server, name as WallId, amina.token)).closed).code).toBe(4404)
    }
  })

  test('D1 a page of somebody else cannot open the relay: 4403', async () => {
    const server = await start()
    const { wall, amina } = await wallOfTwo(server)
    const foreign = await client(server, wall.id, amina.token, { headers: { origin: 'http://elsewhere.example' } })
    expect((await foreign.closed).code).toBe(4403)
    const own = await client(server, wall.id, amina.token, { headers: { origin: server.url } })
    own.ask()
    await own.next(isAnswer)
  })

  test('D2 a viewer sees everything and changes nothing, and is not punished for trying', async () => {
    const server = await start()
    const { wall, amina } = await wallOfTwo(server)
    const { token } = await join(server.url, wall.id, { key: wall.keys.viewer })
    const viewer = await client(server, wall.id, token)
    const writer = await client(server, wall.id, amina.token)
    viewer.answer(noteUpdate('forbidden', 'From a viewer', amina))
    viewer.update(noteUpdate('forbidden', 'From a viewer', amina))
    viewer.presence(9, 1, '{"here":"a viewer"}')
    viewer.ask()
    await viewer.next(isAnswer)
    writer.update(noteUpdate('n', 'Wetlands', amina))
    await viewer.next(isUpdate)
    await roundTrip(writer, writer, 'after all')
    expect(textsOf(told(viewer))).toEqual({ n: 'Wetlands' })
    expect(textsOf(told(writer))).toEqual({ n: 'Wetlands' })
    expect(writer.heard.some(shows('a viewer'))).toBe(false)
    const { updates } = await server.storage.load(wall.id)
    expect(textsOf(docOf(...updates.map((content) => ({ type: 'update' as const, content }))))).toEqual({ n: 'Wetlands' })
  })

  test('D3 a revoked link closes the connections that came by it, and its tokens open nothing more', async () => {
    const server = await start()
    const { wall, amina } = await wallOfTwo(server)
    const facilitator = await join(server.url, wall.id, { key: wall.keys.facilitator })
    const participant = await client(server, wall.id, amina.token)
    const stays = await client(server, wall.id, facilitator.token)
    stays.ask()
    await stays.next(isAnswer)
    participant.ask()
    await participant.next(isAnswer)
    const renewed = await post(server.url, `/api/walls/${wall.id}/revoke`, { key: wall.keys.facilitator, role: 'participant' })
    expect(renewed.status).toBe(200)
    expect((await participant.closed).code).toBe(4401)
    expect((await (await client(server, wall.id, amina.token)).closed).code).toBe(4401)
    stays.update(noteUpdate('n', 'Still here', facilitator))
    await stays.next(isUpdate)
  })

  const cut = noteUpdate('n', 'Forests', { participant: 'anybody' as ParticipantId }).subarray(0, 30)
  test.each<[string, Uint8Array | string]>([
    ['an unknown kind of message', new Uint8Array([77])],
    ['nothing', new Uint8Array([])],
    ['text instead of bytes', '\u0003'],
    ['an update that breaks off', new Uint8Array([0, 2, cut.length, ...cut])],
    ['an update of noise', new Uint8Array([0, 2, 5, 250, 251, 252, 253, 254])],
    ['a state vector of noise', new Uint8Array([0, 0, 3, 255, 255, 255])],
    ['presence that is no JSON', new Uint8Array([1, 6, 1, 1, 1, 2, 123, 123])],
    ['bytes behind the message', new Uint8Array([3, 1])],
  ])('D4 %s ends the connection of its sender (4400) and changes nothing for anybody else', async (_what, frame) => {
    const server = await start()
    const { wall, amina, luis } = await wallOfTwo(server)
    const offender = await client(server, wall.id, amina.token)
    const honest = await client(server, wall.id, luis.token)
    offender.send(frame)
    expect(await offender.closed).toEqual({ code: 4400, reason: 'bad message' })
    honest.update(noteUpdate('n', 'Rivers', luis))
    honest.ask()
    await honest.next(isAnswer)
    expect(textsOf(told(honest))).toEqual({ n: 'Rivers' })
    expect([...told(honest).share.keys()].sort()).toEqual(['notes', 'settings'])
  })

  test('J5 a text that stands behind itself leaves no trace, and what is honest beside it arrives', async () => {
    const server = await start()
    const { wall, amina, luis } = await wallOfTwo(server)
    const offender = await client(server, wall.id, amina.token)
    const honest = await client(server, wall.id, luis.token)
    const behindItself = new Uint8Array([1, 1, 4, 0, 0x84, 4, 3, 1, 120, 0])
    offender.update(Y.mergeUpdates([noteUpdate('beside', 'Beside', amina), behindItself]))
    expect((await offender.next(({ type }) => type === 'refusal')).content).toEqual(new TextEncoder().encode('badPlace'))
    honest.update(noteUpdate('after', 'After', luis))
    const fresh = await client(server, wall.id, luis.token)
    await honest.next(untilTold('after'))
    fresh.ask()
    expect(textsOf(docOf(await fresh.next(isAnswer)))).toEqual({ beside: 'Beside', after: 'After' })
  })

  test("D5 presence belongs to the person who announced it: nobody else can change it or take it away", async () => {
    const server = await start()
    const { wall, amina, luis } = await wallOfTwo(server)
    const owner = await client(server, wall.id, amina.token)
    const thief = await client(server, wall.id, luis.token)
    const witness = await client(server, wall.id, luis.token)
    owner.presence(7, 1, '{"name":"Amina"}')
    await witness.next(shows('Amina'))
    thief.presence(7, 99, '{"name":"forged"}')
    await roundTrip(thief, witness, 'after the forgery')
    thief.presence(7, 100, 'null')
    await roundTrip(thief, witness, 'after the removal')
    expect(witness.heard.some(shows('null'))).toBe(false)
    const sameElsewhere = await client(server, wall.id, amina.token)
    sameElsewhere.presence(7, 2, '{"name":"Amina again"}')
    await witness.next(shows('Amina again'))
    owner.terminate()
    await roundTrip(thief, witness, 'after the old line broke')
    expect(witness.heard.some(shows('forged'))).toBe(false)
    sameElsewhere.terminate()
    await witness.next(shows('null'))
    expect(witness.heard.filter(shows('null'))).toHaveLength(1)
  })
})
