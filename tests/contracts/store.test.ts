import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqliteStore } from '../../server/storage/openSqliteStore.ts'
import type { Participant, Store } from '../../server/storage/store.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'

/** Every store, and how a test opens it on a folder of its own; opened again there, it holds what it held. */
const STORES = [{ name: 'SQLite', open: (folder: string) => openSqliteStore(join(folder, 'pollinate.sqlite')) }]

const WALL = 'wall-1' as WallId
const OTHER = 'wall-2' as WallId
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
const newWall = (id: WallId) => ({
  id,
  madeAt: 1_700_000_000_000,
  keyHashes: { facilitator: `${id} f`, participant: `${id} p`, viewer: `${id} v` },
  update: bytes(1, 2, 3),
})
const amina: Participant = {
  id: 'amina' as ParticipantId,
  secretHash: 'hash',
  name: 'Amina',
  country: 'ke',
  institution: 'Ministry of Environment',
  contact: 'amina@example.org',
}

describe.each(STORES)('a store on $name', ({ open }) => {
  let folder: string
  let store: Store

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pollinate-store-'))
    store = await open(folder)
    await store.makeWall(newWall(WALL))
    await store.makeWall(newWall(OTHER))
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })
  const reopen = async (): Promise<void> => {
    await store.close()
    store = await open(folder)
  }

  test('gives back a document in the order in which it was written, byte for byte', async () => {
    await store.append(WALL, bytes(0, 255))
    await store.append(OTHER, bytes(9))
    await store.append(WALL, bytes(4, 5, 6, 7).subarray(1, 3))
    await reopen()
    expect(await store.load(WALL)).toEqual({ snapshot: undefined, updates: [bytes(1, 2, 3), bytes(0, 255), bytes(5, 6)] })
    expect(await store.load(OTHER)).toEqual({ snapshot: undefined, updates: [bytes(1, 2, 3), bytes(9)] })
  })

  test('puts a snapshot in the place of all before it, and the log goes on behind it', async () => {
    await store.append(WALL, bytes(4))
    await store.compact(WALL, bytes(7, 7))
    await store.append(WALL, bytes(5))
    expect(await store.load(WALL)).toEqual({ snapshot: bytes(7, 7), updates: [bytes(5)] })
    await store.compact(WALL, bytes(8))
    await reopen()
    expect(await store.load(WALL)).toEqual({ snapshot: bytes(8), updates: [] })
    expect(await store.load(OTHER)).toEqual({ snapshot: undefined, updates: [bytes(1, 2, 3)] })
  })

  test('knows which walls there are, and makes none twice', async () => {
    expect(await store.hasWall(WALL)).toBe(true)
    expect(await store.hasWall('wall-3' as WallId)).toBe(false)
    await expect(store.makeWall({ ...newWall(WALL), update: bytes(6) })).rejects.toThrow()
    expect(await store.load(WALL)).toEqual({ snapshot: undefined, updates: [bytes(1, 2, 3)] })
  })

  test('finds a link by the hash of its key, on its own wall only', async () => {
    const link = { role: 'participant', generation: 1, keyHash: 'wall-1 p', isRevoked: false }
    expect(await store.findLink(WALL, 'wall-1 p')).toEqual(link)
    expect(await store.currentLink(WALL, 'participant')).toEqual(link)
    expect(await store.findLink(OTHER, 'wall-1 p')).toBeUndefined()
    expect(await store.findLink(WALL, 'wall-1')).toBeUndefined()
  })

  test('D3 a renewed link ends the ones before it, of its role alone', async () => {
    await store.renewLink(WALL, 'participant', 'second')
    const third = await store.renewLink(WALL, 'participant', 'third')
    await reopen()
    expect(third).toEqual({ role: 'participant', generation: 3, keyHash: 'third', isRevoked: false })
    expect(await store.currentLink(WALL, 'participant')).toEqual(third)
    expect((await store.findLink(WALL, 'wall-1 p'))?.isRevoked).toBe(true)
    expect((await store.findLink(WALL, 'second'))?.isRevoked).toBe(true)
    expect((await store.findLink(WALL, 'wall-1 f'))?.isRevoked).toBe(false)
    expect((await store.findLink(OTHER, 'wall-2 p'))?.isRevoked).toBe(false)
  })

  test('keeps people, and what they change of themselves', async () => {
    await store.saveParticipant(WALL, amina)
    await store.saveParticipant(WALL, { ...amina, name: 'Amina Odhiambo', contact: '' })
    await reopen()
    expect(await store.findParticipant(WALL, amina.id)).toEqual({ ...amina, name: 'Amina Odhiambo', contact: '' })
    expect(await store.findParticipant(OTHER, amina.id)).toBeUndefined()
  })

  test('signs with the same secret for ever', async () => {
    const secret = await store.serverSecret()
    expect(secret).toHaveLength(32)
    await reopen()
    expect(await store.serverSecret()).toEqual(secret)
  })

  test('takes calls that come at once', async () => {
    await Promise.all([
      ...Array.from({ length: 20 }, (_, index) => store.append(WALL, bytes(index))),
      store.compact(OTHER, bytes(1)),
      store.renewLink(WALL, 'viewer', 'new'),
      store.load(WALL),
    ])
    const { updates } = await store.load(WALL)
    expect(updates).toEqual([bytes(1, 2, 3), ...Array.from({ length: 20 }, (_, index) => bytes(index))])
  })
})
