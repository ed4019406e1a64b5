import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { WebsocketProvider } from 'y-websocket'
import type { Joined } from '#shared/protocol/api.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Bus } from '../../server/bus/bus.ts'
import { balance, type Balancer } from '../support/balance.ts'
import { noteUpdate, placeNote, textsOf } from '../support/notes.ts'
import { rawClient, type Heard } from '../support/rawClient.ts'
import { spawnServer, type ServerProcess } from '../support/spawnServer.ts'
import { startCluster, type Cluster, type ClusterNode } from '../support/startCluster.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post, type MadeWall } from '../support/wallApi.ts'

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.close())

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function startNode(options?: Parameters<Cluster['startNode']>[0]): Promise<ClusterNode> {
  const node = await cluster.startNode(options)
  cleanups.push(() => node.close())
  return node
}
async function provider({ url }: { url: string }, wall: MadeWall, { token }: Joined): Promise<WebsocketProvider> {
  const opened = stockProvider(url, wall.id, token)
  cleanups.push(() => opened.destroy())
  await whenSynced(opened)
  return opened
}
async function client({ url }: { url: string }, wall: MadeWall, { token }: Joined) {
  const opened = await rawClient(url, wall.id, token)
  cleanups.push(() => opened.terminate())
  return opened
}
const joinAs = (name: string, country: string, { url }: { url: string }, wall: MadeWall): Promise<Joined> =>
  join(url, wall.id, { key: wall.keys.participant, name, country })

/** A wall that was made on one server, with a participant on each. */
async function wallOnTwo(here: { url: string }, there: { url: string }) {
  const wall = await makeWall(here.url)
  const [amina, luis] = await Promise.all([joinAs('Amina', 'ke', here, wall), joinAs('Luis', 'pe', there, wall)])
  return { wall, amina, luis }
}

const has = (...notes: readonly string[]) => (doc: Y.Doc): boolean => notes.every((note) => doc.getMap('notes').has(note))
const shows = (state: string) => (message: Heard): boolean =>
  message.type === 'presence' && new TextDecoder().decode(message.content).includes(state)
const mark = (note: string) => `{"mark":"${note}"}`
const type = (doc: Y.Doc, note: string, text: string, { participant }: Joined): void => {
  if (participant === undefined) throw new Error('A viewer types nothing.')
  const offset = textsOf(doc)[note]?.length ?? 0
  applyEdits(doc, [{ type: 'spliceText', id: note as NoteId, offset, remove: 0, insert: text }], { participant, now: 0, origin: undefined })
}

describe('two servers, one wall', () => {
  test('N1 N7 what is typed once on either server is there once on both, and is stored once', async () => {
    const [here, there] = [await startNode(), await startNode()]
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const first = await provider(here, wall, amina)
    const second = await provider(there, wall, luis)
    placeNote(first.doc, 'need', '', amina)
    placeNote(second.doc, 'offer', '', luis)
    for (let index = 0; index < 20; index++) {
      type(first.doc, 'need', `${index} `, amina)
      type(second.doc, 'offer', `${index} `, luis)
      await new Promise(setImmediate)
    }
    const expected = Array.from({ length: 20 }, (_, index) => `${index} `).join('')
    const isComplete = (doc: Y.Doc): boolean => Object.values(textsOf(doc)).join() === `${expected},${expected}`
    await Promise.all([whenDoc(first.doc, isComplete), whenDoc(second.doc, isComplete)])
    expect(readWall(first.doc)).toEqual(readWall(second.doc))
    const { updates, seq } = await here.storage.load(wall.id)
    // At most one for each edit and its echo's clock: nothing came back from the bus to be stored again.
    expect(updates.length).toBe(seq)
    expect(seq).toBeLessThanOrEqual(43)
  })

  test('N2 people on both servers see each other, and who leaves is gone on both', async () => {
    const [here, there] = [await startNode(), await startNode()]
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const one = await client(here, wall, amina)
    const other = await client(there, wall, luis)
    one.presence(7, 1, mark('amina is here'))
    await other.next(shows('amina is here'))
    other.presence(8, 1, mark('luis is here'))
    await one.next(shows('luis is here'))
    const late = await client(here, wall, luis)
    await late.next(shows('luis is here'))
    one.terminate()
    await other.next(shows('null'))
  })

  test('N2 presence belongs to the person on every server', async () => {
    const [here, there] = [await startNode(), await startNode()]
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const owner = await client(here, wall, amina)
    const thief = await client(there, wall, luis)
    owner.presence(7, 1, mark('amina is here'))
    await thief.next(shows('amina is here'))
    thief.presence(7, 9, mark('forged'))
    thief.presence(7, 10, 'null')
    thief.presence(8, 1, mark('luis'))
    await owner.next(shows('luis'))
    expect(owner.heard.some(shows('forged'))).toBe(false)
    expect(owner.heard.some(shows('null'))).toBe(false)
    const elsewhere = await client(there, wall, amina)
    elsewhere.presence(7, 2, mark('amina again'))
    await owner.next(shows('amina again'))
  })

  test('N5 a link that is revoked on one server ends on the other, also for those inside', async () => {
    const [here, there] = [await startNode(), await startNode()]
    const { wall, amina } = await wallOnTwo(here, there)
    const inside = await client(there, wall, amina)
    const viewer = await client(there, wall, await join(there.url, wall.id, { key: wall.keys.viewer }))
    viewer.ask()
    await viewer.next(({ type }) => type === 'answer')
    const revoked = await post(here.url, `/api/walls/${wall.id}/revoke`, { key: wall.keys.facilitator, role: 'participant' })
    expect(revoked.status).toBe(200)
    expect((await inside.closed).code).toBe(4401)
    viewer.ask()
    await viewer.next(({ type }) => type === 'ask')
  })

  test('R32 a wall that is erased on one server is gone on the other: who is in is sent away for good, and nothing waits to be saved', async () => {
    const [here, there] = [await startNode(), await startNode()]
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const [inside, beside] = [await client(there, wall, amina), await client(here, wall, luis)]
    inside.update(noteUpdate('n', 'Peat', amina))
    await beside.next(({ type }) => type === 'update')
    const { token } = await join(here.url, wall.id, { key: wall.keys.facilitator, name: 'Chair' })
    expect((await post(here.url, `/api/walls/${wall.id}/erase`, { token })).status).toBe(200)
    expect([(await inside.closed).reason, (await beside.closed).reason]).toEqual(['this wall was erased', 'this wall was erased'])
    expect((await fetch(new URL('/readyz', there.url))).status).toBe(200)
  })

  test('R32 N3 a server that does not hear of it finds out when somebody writes, and keeps nothing of it', async () => {
    const deaf = (bus: Bus): Bus => ({ ...bus, join: (wall, listener) => bus.join(wall, { ...listener, onDoors: () => undefined }) })
    const [here, there] = [await startNode(), await startNode({ through: deaf })]
    const { wall, amina } = await wallOnTwo(here, there)
    const inside = await client(there, wall, amina)
    inside.ask()
    await inside.next(({ type }) => type === 'answer')
    const { token } = await join(here.url, wall.id, { key: wall.keys.facilitator, name: 'Chair' })
    await post(here.url, `/api/walls/${wall.id}/erase`, { token })
    inside.update(noteUpdate('n', 'Peat', amina))
    expect((await inside.closed).reason).toBe('this wall was erased')
    expect((await fetch(new URL('/readyz', there.url))).status).toBe(200)
    await expect(there.storage.load(wall.id)).rejects.toThrow('There is no wall')
    expect(await there.storage.loadClaims(wall.id)).toEqual(new Map())
  })

  test('N5 D26 who is removed on one server is sent away on the other, and nobody else is; let in again on one, they come in at both', async () => {
    const [here, there] = [await startNode(), await startNode()]
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const [removed, stays] = [await client(there, wall, amina), await client(there, wall, luis)]
    const { token } = await join(here.url, wall.id, { key: wall.keys.facilitator, name: 'Chair' })
    expect((await post(here.url, `/api/walls/${wall.id}/remove`, { token, participant: amina.participant })).status).toBe(200)
    expect((await removed.closed).code).toBe(4410)
    stays.ask()
    await stays.next(({ type }) => type === 'answer')
    expect((await (await client(there, wall, amina)).closed).code).toBe(4410)

    expect((await post(there.url, `/api/walls/${wall.id}/readmit`, { token, participant: amina.participant })).status).toBe(200)
    for (const node of [here, there]) {
      const back = await client(node, wall, amina)
      back.ask()
      await back.next(({ type }) => type === 'answer')
    }
  })

  test('R75 R76 N5 who is erased on one server is sent away on the other, whose room keeps nothing of them and writes nothing back', async () => {
    const [here, there] = [await startNode(), await startNode()]
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const [inside, stays] = [await client(there, wall, amina), await provider(there, wall, luis)]
    inside.update(noteUpdate('n', 'Peat of the third valley', amina))
    await whenDoc(stays.doc, has('n'))
    const { token } = await join(here.url, wall.id, { key: wall.keys.facilitator, name: 'Chair' })
    const answer = await post(here.url, `/api/walls/${wall.id}/erase-person`, { token, participant: amina.participant, notes: 'go' })
    expect(answer.status).toBe(200)
    expect(await inside.closed).toEqual({ code: 4411, reason: 'this person was erased from the wall' })
    await whenDoc(stays.doc, (doc) => !has('n')(doc))
    // The other room's own doing: it goes on from what it holds, and tidies as it ends.
    placeNote(stays.doc, 'm', 'A herbarium', luis)
    await whenDoc((await provider(here, wall, luis)).doc, has('m'))
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
    const { stdout } = await promisify(execFile)('pg_dump', [cluster.databaseUrl], { maxBuffer: 1e9 })
    const held = stdout.replace(/\\\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
    expect([held.includes('A herbarium'), held.includes('Peat of the third valley')]).toEqual([true, false])
    expect(held).not.toContain(`\t${String(amina.participant)}\t`)
  })
})

describe('the bus loses what it likes', () => {
  /** A bus that lets nothing through while it is deaf, and says nothing about it. */
  function deafBus() {
    const state = { isDeaf: false }
    const through = (bus: Bus): Bus => ({
      ...bus,
      health: 'connected',
      publishDoors: (wall) => bus.publishDoors(wall),
      close: () => bus.close(),
      join: (wall, listener) =>
        bus.join(wall, {
          onUpdate: (seq, update) => state.isDeaf || listener.onUpdate(seq, update),
          onPresence: (from, presence) => state.isDeaf || listener.onPresence(from, presence),
          onDoors: () => state.isDeaf || listener.onDoors(),
          onGap: () => listener.onGap(),
        }),
    })
    return { state, through }
  }
  const NEVER = 3_600_000

  test('N6 a server that misses something reads it from the store: at the next update, and before somebody is let in', async () => {
    const { state, through } = deafBus()
    const here = await startNode({ timing: { beatMs: NEVER } })
    const there = await startNode({ timing: { beatMs: NEVER }, through })
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const writer = await provider(here, wall, amina)
    const witness = await provider(there, wall, luis)
    const ear = await client(here, wall, amina)
    ear.ask()
    await ear.next(({ type }) => type === 'answer')
    const write = async (note: string): Promise<void> => {
      placeNote(writer.doc, note, note, amina)
      await ear.next(({ content }) => Buffer.from(content).includes(note))
    }
    state.isDeaf = true
    await write('lost')
    const newcomer = await provider(there, wall, luis)
    expect(textsOf(newcomer.doc)).toEqual({ lost: 'lost' })
    await whenDoc(witness.doc, has('lost'))

    await write('lost-too')
    // The witness's own edit gets a number that leaves a gap.
    placeNote(witness.doc, 'own', 'own', luis)
    await whenDoc(witness.doc, has('lost-too'))

    await write('lost-again')
    state.isDeaf = false
    await write('heard')
    await whenDoc(witness.doc, has('lost-again', 'heard'))
    expect(readWall(witness.doc)).toEqual(readWall(writer.doc))
  })

  test('N6 J2 who comes from another server with all that they saw there is refused nothing, asked or not', async () => {
    const { state, through } = deafBus()
    const here = await startNode({ timing: { beatMs: NEVER } })
    const there = await startNode({ timing: { beatMs: NEVER }, through })
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const writer = await provider(here, wall, amina)
    const traveller = await provider(here, wall, luis)
    await provider(there, wall, amina) // the wall is open there, and its server hears nothing from now on
    state.isDeaf = true
    for (let round = 0; round < 5; round++) {
      placeNote(writer.doc, `lost-${round}`, 'Lost', amina)
      await whenDoc(traveller.doc, has(`lost-${round}`))
      const whole = Y.encodeStateAsUpdate(traveller.doc)
      const arrived = await client(there, wall, luis)
      arrived.answer(whole)
      await arrived.next(({ type }) => type === 'ask')
      arrived.answer(whole)
      arrived.ask()
      await arrived.next(({ type }) => type === 'answer')
      expect(arrived.heard.filter(({ type }) => type === 'refusal')).toEqual([])
    }
  })

  test('N6 a server that hears nothing at all compares itself with the store', async () => {
    const { state, through } = deafBus()
    const here = await startNode()
    const there = await startNode({ timing: { beatMs: 100 }, through })
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const writer = await provider(here, wall, amina)
    const witness = await provider(there, wall, luis)
    state.isDeaf = true
    placeNote(writer.doc, 'lost', 'lost', amina)
    await whenDoc(witness.doc, has('lost'))
    await post(here.url, `/api/walls/${wall.id}/revoke`, { key: wall.keys.facilitator, role: 'participant' })
    await new Promise<void>((resolve) => witness.on('connection-close', () => resolve()))
  })

  test('N6 what has become a snapshot meanwhile is read as a whole', async () => {
    const { state, through } = deafBus()
    const here = await startNode({ timing: { beatMs: NEVER } })
    const there = await startNode({ timing: { beatMs: NEVER }, through })
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const writer = await provider(here, wall, amina)
    const witness = await provider(there, wall, luis)
    placeNote(writer.doc, 'removed', 'removed', amina)
    await whenDoc(witness.doc, has('removed'))
    state.isDeaf = true
    writer.doc.getMap('notes').delete('removed')
    for (let index = 0; index < 30; index++) placeNote(writer.doc, `note-${index}`, 'x'.repeat(3000), amina)
    // The log is longer than it may be: the writer's server puts a snapshot in its place.
    while ((await here.storage.since(wall.id, 2)) !== undefined) await new Promise(setImmediate)
    state.isDeaf = false
    placeNote(writer.doc, 'heard', 'heard', amina)
    await whenDoc(witness.doc, has('heard', 'note-29'))
    expect(readWall(witness.doc)).toEqual(readWall(writer.doc))
  })
})

describe('Redis goes away', () => {
  test.each([
    ['is paused and goes on', () => Promise.resolve(cluster.redis.pause()), () => Promise.resolve(cluster.redis.resume())],
    ['is killed and comes back empty', () => cluster.redis.kill(), () => cluster.redis.start()],
  ])('N3 when Redis %s, both sides write on, and afterwards have everything', async (_what, stop, goOn) => {
    const [here, there] = [await startNode(), await startNode()]
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const first = await provider(here, wall, amina)
    const second = await provider(there, wall, luis)
    const [one, other] = [await client(here, wall, amina), await client(there, wall, luis)]
    placeNote(first.doc, 'before', 'Before', amina)
    await whenDoc(second.doc, has('before'))
    await stop()
    for (let index = 0; index < 10; index++) {
      placeNote(first.doc, `here-${index}`, 'Here', amina)
      placeNote(second.doc, `there-${index}`, 'There', luis)
      await new Promise(setImmediate)
    }
    while (here.bus.health === 'connected') await new Promise(setImmediate)
    // No hindrance: all servers may be without it at once, and edits go on.
    const ready = await fetch(new URL('/readyz', here.url))
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', bus: 'away' }])
    placeNote(first.doc, 'late', 'Late', amina)
    one.presence(7, 1, mark('while it is away'))
    // Somebody new is let in, and sees what this server has.
    expect(has('before')((await provider(there, wall, luis)).doc)).toBe(true)
    await goOn()
    const isComplete = has('late', ...Array.from({ length: 10 }, (_, index) => [`here-${index}`, `there-${index}`]).flat())
    await Promise.all([whenDoc(first.doc, isComplete), whenDoc(second.doc, isComplete), other.next(shows('while it is away'))])
    expect(readWall(first.doc)).toEqual(readWall(second.doc))
    placeNote(first.doc, 'after', 'After', amina)
    await whenDoc(second.doc, has('after'))
  })
})

describe('a server dies', () => {
  async function startProcess(): Promise<ServerProcess> {
    const server = await spawnServer({ DATABASE_URL: cluster.databaseUrl, REDIS_URL: cluster.redis.url })
    cleanups.push(() => server.kill('SIGKILL'))
    return server
  }
  async function inFrontOf(...servers: ServerProcess[]): Promise<Balancer> {
    const balancer = await balance(() => servers.map(({ url }) => url))
    cleanups.push(() => balancer.close())
    return balancer
  }

  test('N4 kill -9 of either server: everybody goes on at the other, and nothing that was seen is lost', async () => {
    const servers = await Promise.all([startProcess(), startProcess()])
    const [here, there] = servers
    const { wall, amina, luis } = await wallOnTwo(here, there)
    const doors = [await inFrontOf(here, there), await inFrontOf(there, here)] as const
    const writers = [
      { person: amina, at: await provider(doors[0], wall, amina) },
      { person: luis, at: await provider(doors[1], wall, luis) },
    ] as const
    const everSeen = new Set<string>()
    for (const [index, { at }] of writers.entries()) {
      at.doc.getMap('notes').observe(({ keysChanged, transaction }) => {
        if (!transaction.local) for (const key of keysChanged) if (!String(key).startsWith(`w${index}`)) everSeen.add(String(key))
      })
    }
    let count = 0
    const write = (): void => {
      for (const [index, { at, person }] of writers.entries()) placeNote(at.doc, `w${index}-${count}`, `Note ${count}`, person)
      count++
    }
    // Each arrival brings more, so that edits are always on their way when the server dies.
    await new Promise<void>((resolve) => {
      writers[1].at.doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
        if (local) return
        if (count < 40) write()
        else resolve()
      })
      write()
    })
    here.kill('SIGKILL')
    await here.ended
    write()
    const all = Array.from({ length: count }, (_, index) => [`w0-${index}`, `w1-${index}`]).flat()
    await Promise.all(writers.map(({ at }) => whenDoc(at.doc, has(...all))))
    expect([...everSeen].filter((note) => !has(note)(writers[1].at.doc))).toEqual([])
    const fresh = await provider(there, wall, luis)
    expect(readWall(fresh.doc)).toEqual(readWall(writers[0].at.doc))
    expect(Object.keys(textsOf(fresh.doc)).sort()).toEqual(all.sort())
  })

  test('N2 presence of a killed server goes away, and comes back with its people', async () => {
    const there = await startNode({ timing: { beatMs: 300 } })
    const dying = await startProcess()
    const { wall, amina, luis } = await wallOnTwo(dying, there)
    const witness = await client(there, wall, luis)
    const owner = await client(dying, wall, amina)
    owner.presence(7, 1, mark('amina is here'))
    await witness.next(shows('amina is here'))
    dying.kill('SIGKILL')
    await witness.next(shows('null'))
    const again = await client(there, wall, amina)
    again.presence(7, 2, mark('amina is back'))
    await witness.next(shows('amina is back'))
  })
})
