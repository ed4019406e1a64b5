import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { SUBPROTOCOL } from '#shared/protocol/limits.ts'
import { seededRandom } from '../../scripts/rehearsal/seededRandom.ts'
import { writeAnswer, writeAsk, writePresence, writeUpdate } from '../../server/rooms/wire.ts'
import { isAnswer } from '../support/heard.ts'
import { badFrames } from '../../bench/relay/hostile/badFrames.ts'
import { badUpdates, type BadBytes } from '../../bench/relay/hostile/badUpdates.ts'
import { mutate } from '../../bench/relay/hostile/mutate.ts'
import { attack as attackByHand, openByHand, type ByHand } from '../../bench/relay/hostile/openByHand.ts'
import { corpusOf, WAYS } from '../../bench/relay/hostile/ways.ts'
import type { Door } from '../../bench/relay/crowd/line.ts'
import { noteUpdate, placeNote, textsOf } from '../support/notes.ts'
import { rawClient, type RawClient } from '../support/rawClient.ts'
import { spawnServer } from '../support/spawnServer.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall } from '../support/wallApi.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A wall with two honest people at stock providers, and somebody who is not honest. */
async function wallOfThree(url: string) {
  const wall = await makeWall(url)
  const amina = await join(url, wall.id, { key: wall.keys.participant })
  const luis = await join(url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })
  const mallory = await join(url, wall.id, { key: wall.keys.participant, name: 'Mallory', country: 'fr' })
  const writer = stockProvider(url, wall.id, amina.token)
  const witness = stockProvider(url, wall.id, luis.token)
  cleanups.push(() => writer.destroy(), () => witness.destroy())
  await Promise.all([whenSynced(writer), whenSynced(witness)])
  let written = 0
  /** An honest edit, seen by the other one. */
  const goOn = async (): Promise<void> => {
    const id = `honest-${written++}`
    placeNote(writer.doc, id, 'Soil carbon', amina)
    await whenDoc(witness.doc, (doc) => doc.getMap('notes').has(id))
  }
  const attack = async (): Promise<RawClient> => {
    const opened = await rawClient(url, wall.id, mallory.token)
    cleanups.push(() => opened.terminate())
    return opened
  }
  return { wall, amina, luis, mallory, writer, witness, goOn, attack }
}

/** The server has dealt with all that this client said: it answers, or has sent it away. */
async function whenDealtWith(client: RawClient): Promise<void> {
  client.ask()
  await Promise.race([client.closed, client.next(isAnswer)])
}

async function storedDoc({ storage }: TestServer, wall: Parameters<TestServer['storage']['load']>[0]) {
  const { snapshot, updates } = await storage.load(wall)
  const pieces = [...(snapshot ? [snapshot] : []), ...updates]
  const doc = new Y.Doc()
  for (const piece of pieces) Y.applyUpdate(doc, piece)
  return { doc, bytes: Buffer.concat(pieces).toString('latin1') }
}

describe('what no honest client says', () => {
  test.each<[string, readonly BadBytes[]]>([
    ['no such update', badUpdates().map(([what, bytes]) => [what, writeUpdate(bytes)])],
    ['no such message', badFrames()],
  ])('F1 %s does harm: at most its sender is sent away; the room and its storage are as before, and honest edits go on', async (_how, frames) => {
    const server = await startTestServer()
    cleanups.push(() => server.close())
    const { wall, witness, goOn, attack } = await wallOfThree(server.url)
    await goOn()
    for (const [what, frame] of frames) {
      const before = JSON.stringify(witness.doc.getMap('notes').toJSON())
      const mallory = await attack()
      mallory.send(frame)
      await whenDealtWith(mallory)
      mallory.terminate()
      expect(JSON.stringify(witness.doc.getMap('notes').toJSON()), what).toBe(before)
      await goOn()
    }
    const stored = await storedDoc(server, wall.id)
    expect(textsOf(stored.doc)).toEqual(textsOf(witness.doc))
    expect([...stored.doc.share.keys()].sort()).toEqual([...witness.doc.share.keys()].sort())
    expect(stored.bytes).not.toContain('wickedness')
    expect([stored.doc.store.pendingStructs, stored.doc.store.pendingDs]).toEqual([null, null])
  })
})

function doorOf(url: string, wall: string, token: string): Door {
  const { hostname: host, port } = new URL(url)
  return { host, port: Number(port), path: `/relay/${wall}`, protocols: [SUBPROTOCOL, token], from: host }
}

/** A WebSocket by hand, over TCP, so that its frames can be wrong. */
async function knock(url: string, wall: string, token: string): Promise<ByHand> {
  const opened = await openByHand(doorOf(url, wall, token))
  cleanups.push(() => opened.socket.destroy())
  return opened
}

test.each<[string, readonly number[]]>([
  ['a frame without a mask', [0x82, 1, 3]],
  ['a kind of frame that there is not', [0x83, 0x80, 0, 0, 0, 0]],
  ['reserved bits', [0xf2, 0x80, 0, 0, 0, 0]],
  ['a frame of 2^62 bytes', [0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0]],
  ['a frame of 64 MB', [0x82, 0xff, 0, 0, 0, 0, 4, 0, 0, 0]],
  ['a continuation of nothing', [0x80, 0x80, 0, 0, 0, 0]],
  ['a goodbye of one byte', [0x88, 0x81, 0, 0, 0, 0, 3]],
  ['a ping in pieces', [0x09, 0x80, 0, 0, 0, 0]],
  ['text that is no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]],
])('F2 %s ends the connection of its sender, and honest edits go on', async (_what, bytes) => {
  const server = await startTestServer()
  cleanups.push(() => server.close())
  const { wall, mallory, goOn } = await wallOfThree(server.url)
  const { socket, closed } = await knock(server.url, wall.id, mallory.token)
  socket.write(Uint8Array.from(bytes))
  await closed
  await goOn()
})

test.each<[string, readonly number[]]>([
  ['of which the end does not come', [0x82, 0xff, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]], // 16 MB, and no mask to speak of
  ['in pieces of which the last does not come', [0x02, 0xff, 0, 0, 0, 0, 0, 0xe0, 0, 0, 0, 0, 0, 0]], // 14 MB, and not the last
])('D31 large messages %s: the first gives way when they are too many, and honest edits go on', async (_what, header) => {
  const server = await startTestServer()
  cleanups.push(() => server.close())
  const { wall, mallory, goOn } = await wallOfThree(server.url)
  const opened = await Promise.all(Array.from({ length: 5 }, () => knock(server.url, wall.id, mallory.token)))
  const most = Buffer.alloc(14 * 1024 * 1024)
  for (const { socket } of opened) {
    socket.write(Uint8Array.from(header))
    await new Promise((resolve) => socket.write(most, resolve))
  }
  await Promise.race(opened.map(({ closed }) => closed))
  await goOn()
  expect(opened.filter(({ socket }) => !socket.destroyed)).toHaveLength(4)
})

/** Resident memory of a process, in bytes. */
async function memoryOf(pid: number): Promise<number> {
  const [, kilobytes = ''] = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

test('F3 thousands of broken updates from several connections: the server stays up and small, and honest people end with what is stored', async () => {
  const folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-hard-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  let process = await spawnServer({ DATA_DIR: folder })
  cleanups.push(() => process.kill('SIGKILL'))
  const { wall, amina, luis, mallory, writer, witness, goOn, attack } = await wallOfThree(process.url)
  await goOn()
  const random = seededRandom(4)
  const real = [
    writeUpdate(noteUpdate('wickedness', 'Mangroves in every bay', mallory)),
    writeUpdate(Y.encodeStateAsUpdate(writer.doc)),
    ...badUpdates().map(([, bytes]) => writeUpdate(bytes)).filter(({ length }) => length < 10_000),
    ...badFrames().map(([, bytes]) => bytes),
  ].filter(({ length }) => length > 0)
  const before = await memoryOf(process.pid)
  for (let round = 0; round < 25; round++) {
    const attackers = await Promise.all([attack(), attack(), attack()])
    for (const attacker of attackers) {
      for (let count = 0; count < 60; count++) attacker.send(mutate(real[Math.floor(random() * real.length)] ?? new Uint8Array(), random))
    }
    await goOn()
    placeNote(witness.doc, `of-luis-${round}`, 'Peatlands', luis)
    await whenDoc(writer.doc, (doc) => doc.getMap('notes').has(`of-luis-${round}`))
    for (const attacker of attackers) attacker.terminate()
  }
  expect(await memoryOf(process.pid)).toBeLessThan(before + 200 * 1024 * 1024)

  const known = textsOf(writer.doc)
  expect(Object.keys(known).filter((id) => /^(honest|of-luis)-/.test(id))).toHaveLength(51)
  process.kill('SIGKILL')
  await process.ended
  process = await spawnServer({ DATA_DIR: folder })
  const late = stockProvider(process.url, wall.id, amina.token)
  cleanups.push(() => late.destroy())
  await whenSynced(late)
  expect(textsOf(late.doc)).toMatchObject(known)
})

const ROUNDS = 2

const rootsBesideNotes = (doc: Y.Doc): object =>
  Object.fromEntries([...doc.share.keys()].filter((root) => root !== 'notes').sort().map((root) => [root, doc.getMap(root).toJSON()]))

test('F4 bytes of every hostile kind at once: the server stays up and small, and the wall is what honest people wrote, on their screens and on the disk', async () => {
  const folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-flood-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  let process = await spawnServer({ DATA_DIR: folder })
  cleanups.push(() => process.kill('SIGKILL'))
  const { wall, amina, mallory, writer, witness, goOn } = await wallOfThree(process.url)
  await goOn()
  const door = doorOf(process.url, wall.id, mallory.token)
  const corpus = corpusOf([
    writeUpdate(noteUpdate('of-mallory', 'Mangroves in every bay', mallory)),
    writeAnswer(Y.encodeStateAsUpdate(writer.doc)),
    writeAsk(Y.encodeStateVector(writer.doc)),
    writePresence([{ client: writer.doc.clientID, clock: 7, state: new TextEncoder().encode('{"is":"Mallory"}') }]),
  ])
  const rootsBefore = rootsBesideNotes(witness.doc)
  const before = await memoryOf(process.pid)
  const random = seededRandom(11)
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of Object.values(WAYS)) {
      await Promise.all(Array.from({ length: 8 }, () => attackByHand(door, way(random, corpus))))
      await goOn()
    }
  }
  expect(await memoryOf(process.pid)).toBeLessThan(before + 200 * 1024 * 1024)

  process.kill('SIGKILL')
  await process.ended
  process = await spawnServer({ DATA_DIR: folder })
  const late = stockProvider(process.url, wall.id, amina.token)
  cleanups.push(() => late.destroy())
  await whenSynced(late)
  expect(rootsBesideNotes(late.doc)).toEqual(rootsBefore)
  expect([late.doc.store.pendingStructs, late.doc.store.pendingDs]).toEqual([null, null])
  expect(Buffer.from(Y.encodeStateAsUpdate(late.doc)).toString('latin1')).not.toContain('wickedness')
  const notes = late.doc.getMap('notes').toJSON()
  expect(notes).toEqual(witness.doc.getMap('notes').toJSON())
  const ofAmina = Object.entries(notes).filter(([, note]) => (note as { author?: unknown }).author === amina.participant)
  expect(ofAmina.map(([id]) => id).sort()).toEqual(Array.from({ length: 1 + ROUNDS * Object.keys(WAYS).length }, (_, count) => `honest-${count}`).sort())
  expect(new Set(ofAmina.map(([, note]) => (note as { text?: unknown }).text))).toEqual(new Set(['Soil carbon']))
})
