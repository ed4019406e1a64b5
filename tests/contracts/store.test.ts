import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ClientOwner, Participant, Store, StoredDoc } from '../../server/storage/store.ts'
import { WallGone } from '../../server/storage/wallGone.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { STORES, type PlaceMaker, type StorePlace } from '../support/storePlaces.ts'

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
  isRemoved: false,
}
const luis = 'luis' as ParticipantId
/** A document without damage. */
const past = (snapshot: Uint8Array | undefined, updates: readonly Uint8Array[], seq: number) => ({
  snapshot,
  updates,
  numbers: updates.map((_, index) => seq - updates.length + 1 + index),
  seq,
  broken: [],
  damage: [],
})

describe.each(STORES)('a store on $name', ({ openMaker }) => {
  let maker: PlaceMaker
  let place: StorePlace
  let store: Store

  beforeAll(async () => {
    maker = await openMaker()
  }, 60_000)
  afterAll(() => maker.close())
  beforeEach(async () => {
    place = await maker.make()
    store = await place.open()
    await store.makeWall(newWall(WALL))
    await store.makeWall(newWall(OTHER))
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })
  const reopen = async (): Promise<void> => {
    await store.close()
    store = await place.open()
  }

  describe('keeping', () => {
    test('R31 a wall is due once its time has passed; erased, nothing of it is left, and the others are as before', async () => {
      await store.setKeptUntil(WALL, 2000)
      await store.setKeptUntil(WALL, 1000)
      await store.saveParticipant(WALL, amina)
      await store.saveParticipant(OTHER, amina)
      await store.saveVersion(WALL, { at: 1, why: 'request', by: undefined, notes: 0 }, bytes(1))
      await reopen()
      expect([await store.keptUntil(WALL), await store.keptUntil(OTHER)]).toEqual([1000, undefined])
      expect([await store.dueWalls(999), await store.dueWalls(1000)]).toEqual([[], [WALL]])
      expect(await store.eraseWall(WALL)).toEqual({ people: 1, contacts: 1, versions: 1 })
      expect([await store.hasWall(WALL), await store.dueWalls(9999), await store.listVersions(WALL)]).toEqual([false, [], []])
      await expect(store.load(WALL)).rejects.toThrow(WallGone)
      expect(await store.findParticipant(WALL, amina.id)).toBeUndefined()
      expect(await store.findLink(WALL, `${WALL} f`)).toBeUndefined()
      expect(await store.findParticipant(OTHER, amina.id)).toEqual(amina)
      expect(await store.eraseWall(WALL)).toEqual({ people: 0, contacts: 0, versions: 0 })
      await reopen()
      expect([await store.wasErased(WALL), await store.wasErased(OTHER), await store.wasErased('never' as WallId)]).toEqual([true, false, false])
    })

    /** All that can be written about a wall, as it may be on the way while the wall is erased. */
    const writings = (): Promise<unknown>[] => [
      store.saveParticipant(WALL, amina),
      store.saveContact(WALL, amina.id, 'new', 5),
      store.setKeptUntil(WALL, 1000),
      store.renewLink(WALL, 'viewer', 'new'),
      store.append(WALL, bytes(4)),
      store.compact(WALL, bytes(5), 1),
      store.claimClients(WALL, new Map<number, ClientOwner>([[7, amina.id]])),
      store.saveVersion(WALL, { at: 1, why: 'request', by: undefined, notes: 0 }, bytes(6)),
      store.setAside(WALL, 1, 'undecodable'),
    ]
    const leftOf = async (wall: WallId): Promise<readonly string[]> => {
      const db = place.tables()
      const left: string[] = []
      for (const table of ['keeping', 'links', 'participants', 'consents', 'snapshots', 'updates', 'claims', 'versions', 'set_aside'] as const) {
        if ((await db.selectFrom(table).select('wall').where('wall', '=', wall).execute()).length > 0) left.push(table)
      }
      await db.destroy()
      return left
    }

    test('R31 of an erased wall nothing is written any more', async () => {
      await store.eraseWall(WALL)
      for (const { status, reason } of (await Promise.allSettled(writings())) as PromiseRejectedResult[]) {
        expect([status, reason]).toEqual(['rejected', expect.any(WallGone)])
      }
      await expect(store.since(WALL, 0)).rejects.toThrow(WallGone)
      expect(await leftOf(WALL)).toEqual([])
      expect(await leftOf(OTHER)).toEqual(['links', 'updates'])
    })

    test('R31 whatever is on the way while a wall is erased leaves nothing behind', async () => {
      for (let round = 0; round < 5; round++) {
        const before = writings()
        const erased = store.eraseWall(WALL)
        const settled = await Promise.allSettled([...before, ...writings(), ...writings()])
        await erased
        expect(settled.flatMap((each) => (each.status === 'rejected' && !(each.reason instanceof WallGone) ? [each.reason as unknown] : []))).toEqual([])
        expect(await leftOf(WALL)).toEqual([])
        await store.makeWall(newWall(WALL))
      }
    })

    test('R61 a consent stands with the contact it was given with: told with it, withdrawn by itself, and gone with it', async () => {
      await store.saveParticipant(WALL, amina)
      await store.saveParticipant(WALL, { ...amina, id: luis })
      expect(await store.openContacts(WALL)).toEqual([])
      await store.saveContact(WALL, amina.id, 'new@example.org', 7)
      await store.saveContact(WALL, 'nobody' as ParticipantId, 'nobody@example.org', 7)
      await reopen()
      const shown = { ...amina, secretHash: undefined, isRemoved: undefined }
      expect(await store.openContacts(WALL)).toEqual([{ ...shown, contact: 'new@example.org', consentedAt: 7 }])
      await store.saveParticipant(WALL, amina) // read before
      expect(await store.findParticipant(WALL, amina.id)).toEqual({ ...amina, consentedAt: 7 })
      await store.saveContact(WALL, amina.id, amina.contact, undefined)
      expect([await store.openContacts(WALL), await store.findParticipant(WALL, amina.id)]).toEqual([[], amina])
      await store.saveContact(WALL, amina.id, amina.contact, 9)
      await store.eraseContacts(WALL)
      await store.saveContact(OTHER, amina.id, 'x', 1)
      expect([await store.openContacts(WALL), await store.openContacts(OTHER)]).toEqual([[], []])
      expect(await store.findParticipant(WALL, amina.id)).toEqual({ ...amina, contact: '' })
    })

    test('R33 contacts are erased, and nothing else of a person', async () => {
      await store.saveParticipant(WALL, amina)
      await store.saveParticipant(WALL, { ...amina, id: luis, contact: '' })
      await store.saveParticipant(OTHER, amina)
      expect([await store.countContacts(WALL), await store.eraseContacts(WALL), await store.countContacts(WALL)]).toEqual([1, 1, 0])
      expect(await store.findParticipant(WALL, amina.id)).toEqual({ ...amina, contact: '' })
      expect(await store.findParticipant(OTHER, amina.id)).toEqual(amina)
    })
  })

  describe('documents', () => {
    test('come back in the order in which they were written, byte for byte', async () => {
      await store.append(WALL, bytes(0, 255))
      await store.append(OTHER, bytes(9))
      await store.append(WALL, bytes(4, 5, 6, 7).subarray(1, 3))
      await reopen()
      expect(await store.load(WALL)).toEqual(past(undefined, [bytes(1, 2, 3), bytes(0, 255), bytes(5, 6)], 3))
      expect(await store.load(OTHER)).toEqual(past(undefined, [bytes(1, 2, 3), bytes(9)], 2))
    })

    test('S11 updates are numbered wall by wall, in the order of commits and without gaps, also when many come at once', async () => {
      const numbers = await Promise.all(Array.from({ length: 30 }, (_, index) => store.append(index % 3 ? WALL : OTHER, bytes(index))))
      const of = (wall: WallId) => numbers.filter((_, index) => (index % 3 ? WALL : OTHER) === wall).sort((a, b) => a - b)
      expect(of(WALL)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2))
      expect(of(OTHER)).toEqual(Array.from({ length: 10 }, (_, index) => index + 2))
      expect((await store.load(WALL)).numbers).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
      await expect(store.append('wall-3' as WallId, bytes(1))).rejects.toThrow('There is no wall wall-3')
    })

    test('a snapshot takes the place of all that it holds, and the log goes on behind it', async () => {
      await store.append(WALL, bytes(4))
      await store.compact(WALL, bytes(7, 7), 2)
      expect(await store.append(WALL, bytes(5))).toBe(3)
      expect(await store.load(WALL)).toEqual(past(bytes(7, 7), [bytes(5)], 3))
      await store.compact(WALL, bytes(8), 3)
      await reopen()
      expect(await store.load(WALL)).toEqual(past(bytes(8), [], 3))
      expect(await store.load(OTHER)).toEqual(past(undefined, [bytes(1, 2, 3)], 1))
    })

    test('S11 a snapshot takes only what it holds, and never the place of a newer one', async () => {
      await store.append(WALL, bytes(2))
      await store.append(WALL, bytes(3))
      await store.compact(WALL, bytes(2, 2), 2)
      expect(await store.load(WALL)).toEqual(past(bytes(2, 2), [bytes(3)], 3))
      await store.compact(WALL, bytes(1, 1), 1)
      expect(await store.load(WALL)).toEqual(past(bytes(2, 2), [bytes(3)], 3))
      await expect(store.compact(WALL, bytes(9, 9), 4)).rejects.toThrow('holds number 4; the last one given out is 3')
      expect(await store.load(WALL)).toEqual(past(bytes(2, 2), [bytes(3)], 3))
    })

    test('what came after a number is given alone, or not at all when it is in a snapshot', async () => {
      for (const value of [2, 3, 4]) await store.append(WALL, bytes(value))
      expect(await store.since(WALL, 2)).toEqual({ updates: [bytes(3), bytes(4)], seq: 4 })
      expect(await store.since(WALL, 4)).toEqual({ updates: [], seq: 4 })
      await store.compact(WALL, bytes(3, 3), 3)
      expect(await store.since(WALL, 3)).toEqual({ updates: [bytes(4)], seq: 4 })
      expect(await store.since(WALL, 2)).toBeUndefined()
      expect(await store.since(WALL, 0)).toBeUndefined()
    })

    test('S11 two servers on one database number in one row, and neither takes anything of the other', async () => {
      const second = await place.open()
      const everythingOf = ({ snapshot, updates }: StoredDoc) => [...(snapshot ?? []), ...updates.flatMap((update) => [...update])]
      for (let value = 100; value < 120; value++) {
        // One reads for a snapshot, the other writes on, and only then the snapshot is put.
        const [slow, quick] = value % 2 ? [store, second] : [second, store]
        const read = await slow.load(WALL)
        await quick.append(WALL, bytes(value))
        if (value % 5 === 0) await quick.compact(WALL, new Uint8Array(everythingOf(await quick.load(WALL))), read.seq + 1)
        if (value % 3 === 0) await slow.compact(WALL, new Uint8Array(everythingOf(read)), read.seq)
        await slow.append(WALL, bytes(value + 100))
      }
      await second.close()
      const loaded = await store.load(WALL)
      expect(loaded.seq).toBe(41)
      const written = Array.from({ length: 20 }, (_, index) => [100 + index, 200 + index]).flat()
      expect(everythingOf(loaded).sort((a, b) => a - b)).toEqual([1, 2, 3, ...written].sort((a, b) => a - b))
    })
  })

  describe('damage', () => {
    async function overwrite(seq: number, update: Uint8Array): Promise<void> {
      const tables = place.tables()
      if (seq === 0) await tables.updateTable('snapshots').set({ state: update }).where('wall', '=', WALL).execute()
      else await tables.updateTable('updates').set({ bytes: update }).where('wall', '=', WALL).where('seq', '=', seq).execute()
      await tables.destroy()
    }

    test('S12 an update that is not as it was written is told, and the others are there', async () => {
      for (const value of [2, 3]) await store.append(WALL, bytes(value))
      await overwrite(2, bytes(66))
      const loaded = await store.load(WALL)
      expect(loaded).toMatchObject({ updates: [bytes(1, 2, 3), bytes(3)], numbers: [1, 3], seq: 3, damage: [] })
      expect(loaded.broken).toEqual([{ seq: 2, sound: bytes() }])
      expect(await store.since(WALL, 1)).toBeUndefined()
      expect(await store.since(WALL, 2)).toEqual({ updates: [bytes(3)], seq: 3 })
    })

    test('S12 a snapshot that is not as it was written is told, with its beginning as far as that is sound', async () => {
      const state = Uint8Array.from({ length: 5000 }, (_, index) => index)
      await store.compact(WALL, state, 1)
      await store.append(WALL, bytes(2))
      const spoilt = state.slice()
      spoilt[4000] = 0
      await overwrite(0, spoilt)
      const loaded = await store.load(WALL)
      expect(loaded).toMatchObject({ snapshot: undefined, updates: [bytes(2)], numbers: [2], seq: 2 })
      expect(loaded.broken).toEqual([{ seq: 0, sound: state.subarray(0, 3072) }])
    })

    test('S12 what is set aside is out of the way, is counted, and is missed by nobody', async () => {
      for (const value of [2, 3]) await store.append(WALL, bytes(value, value))
      await store.setAside(WALL, 2, 'undecodable')
      await store.setAside(WALL, 2, 'undecodable')
      await reopen()
      const loaded = await store.load(WALL)
      expect(loaded).toMatchObject({ updates: [bytes(1, 2, 3), bytes(3, 3)], numbers: [1, 3], seq: 3, broken: [] })
      expect(loaded.damage).toEqual([{ seq: 2, at: expect.any(Number) as number, bytes: 2, why: 'undecodable' }])
      expect(await store.since(WALL, 1)).toEqual({ updates: [bytes(3, 3)], seq: 3 })
      await store.compact(WALL, bytes(7), 3)
      await store.setAside(WALL, 0, 'checksum')
      const { snapshot, updates, seq, damage } = await store.load(WALL)
      expect([snapshot, updates, seq]).toEqual([undefined, [], 3])
      expect(damage.map(({ seq, bytes, why }) => `${seq} ${bytes} ${why}`).sort()).toEqual(['0 1 checksum', '2 2 undecodable'])
      expect(await store.since(WALL, 1)).toBeUndefined()
      expect(await store.append(WALL, bytes(4))).toBe(4)
      expect((await store.load(OTHER)).damage).toEqual([])
    })
  })

  test('very many client ids are claimed at once', async () => {
    const claims = new Map(Array.from({ length: 40_000 }, (_, client): [number, ClientOwner] => [client, amina.id]))
    expect(await store.claimClients(WALL, claims)).toEqual(claims)
    expect(await store.loadClaims(WALL)).toEqual(claims)
  })

  test('a client id belongs to whom it was claimed for first, wall by wall', async () => {
    const claims = (...entries: [number, ClientOwner][]) => new Map(entries)
    expect(await store.claimClients(WALL, claims([1, amina.id], [4_294_967_295, luis]))).toEqual(claims([1, amina.id], [4_294_967_295, luis]))
    expect(await store.claimClients(WALL, claims([1, luis], [2, 'server']))).toEqual(claims([1, amina.id], [2, 'server']))
    expect(await store.claimClients(OTHER, claims([1, luis]))).toEqual(claims([1, luis]))
    expect(await store.claimClients(OTHER, new Map())).toEqual(new Map())
    await reopen()
    expect(await store.loadClaims(WALL)).toEqual(claims([1, amina.id], [2, 'server'], [4_294_967_295, luis]))
    const atOnce = await Promise.all([store.claimClients(WALL, claims([7, luis], [8, luis])), store.claimClients(WALL, claims([8, amina.id], [7, amina.id]))])
    expect(atOnce[0]).toEqual(atOnce[1])
  })

  describe('versions', () => {
    const version = { at: 1000, why: 'lock', by: amina.id, notes: 3 } as const

    test('are listed newest first and come back whole', async () => {
      const first = await store.saveVersion(WALL, version, bytes(1))
      const second = await store.saveVersion(WALL, { ...version, at: 2000, why: 'time', by: undefined }, bytes(2, 2))
      await store.saveVersion(OTHER, version, bytes(9))
      await reopen()
      expect(await store.listVersions(WALL)).toEqual([second, first])
      expect(second).toMatchObject({ at: 2000, why: 'time', by: undefined, notes: 3, bytes: 2 })
      expect(first).toMatchObject({ ...version, bytes: 1 })
      expect(await store.loadVersion(WALL, first?.id ?? 0)).toEqual(bytes(1))
      expect(await store.loadVersion(WALL, second?.id ?? 0)).toEqual(bytes(2, 2))
      expect(await store.loadVersion(WALL, 99)).toBeUndefined()
    })

    test('H4 those that are not needed any longer are dropped, wall by wall, and their numbers are not given again', async () => {
      const [first, second] = [await store.saveVersion(WALL, version, bytes(1)), await store.saveVersion(WALL, version, bytes(2))]
      const other = await store.saveVersion(OTHER, version, bytes(3))
      await store.dropVersions(WALL, [first?.id ?? 0, second?.id ?? 0])
      expect([await store.listVersions(WALL), await store.listVersions(OTHER)]).toEqual([[], [other]])
      expect((await store.saveVersion(WALL, version, bytes(4)))?.id).toBeGreaterThan(second?.id ?? 0)
    })

    test('of two machines that count the same time, one saves', async () => {
      await store.saveVersion(WALL, version, bytes(1))
      expect(await store.saveVersion(WALL, { ...version, at: 1200 }, bytes(2), 1000)).toBeUndefined()
      const both = await Promise.all([0, 1].map((machine) => store.saveVersion(WALL, { ...version, at: 3000 + machine }, bytes(machine), 2000)))
      expect(both.filter(Boolean)).toHaveLength(1)
      expect(await store.listVersions(WALL)).toHaveLength(2)
    })

    test('S12 a damaged one is not given out', async () => {
      const saved = await store.saveVersion(WALL, version, bytes(1))
      const tables = place.tables()
      await tables.updateTable('versions').set({ state: bytes(2) }).execute()
      await tables.destroy()
      expect(await store.loadVersion(WALL, saved?.id ?? 0)).toBeUndefined()
    })
  })

  test('knows which walls there are, and makes none twice', async () => {
    expect(await store.hasWall(WALL)).toBe(true)
    expect(await store.hasWall('wall-3' as WallId)).toBe(false)
    await expect(store.makeWall({ ...newWall(WALL), update: bytes(6) })).rejects.toThrow()
    expect(await store.load(WALL)).toEqual(past(undefined, [bytes(1, 2, 3)], 1))
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
    await store.removeParticipant(WALL, amina.id)
    expect(await store.findParticipant(WALL, amina.id)).toMatchObject({ name: 'Amina Odhiambo', isRemoved: true })
    await store.saveParticipant(WALL, amina) // read before they were removed
    expect(await store.findParticipant(WALL, amina.id)).toEqual({ ...amina, isRemoved: true })
  })

  test('D26 knows who was removed from which wall, and lets them in again', async () => {
    const luis = { ...amina, id: 'luis' as typeof amina.id }
    await store.saveParticipant(WALL, amina)
    await store.saveParticipant(WALL, luis)
    await store.saveParticipant(OTHER, amina)
    await store.removeParticipant(WALL, amina.id)
    await store.removeParticipant(WALL, luis.id)
    await reopen()
    expect([await store.removedParticipants(WALL), await store.removedParticipants(OTHER)]).toEqual([[amina.id, luis.id], []])
    await store.readmitParticipant(WALL, amina.id)
    await store.readmitParticipant(WALL, amina.id)
    await reopen()
    expect(await store.removedParticipants(WALL)).toEqual([luis.id])
    expect(await store.findParticipant(WALL, amina.id)).toEqual(amina)
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
      store.compact(OTHER, bytes(1), 1),
      store.renewLink(WALL, 'viewer', 'new'),
      store.load(WALL),
    ])
    const { updates } = await store.load(WALL)
    const written = updates.slice(1).map(([value = -1]) => value)
    expect(written.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, index) => index))
  })
})
