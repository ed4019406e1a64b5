import { pino } from 'pino'
import * as Y from 'yjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadDoc } from '../../server/rooms/loadDoc.ts'
import { checksum } from '../../server/storage/checksum.ts'
import type { Store } from '../../server/storage/store.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { placeNote, textsOf } from '../support/notes.ts'
import { STORES, type PlaceMaker, type StorePlace } from '../support/storePlaces.ts'

const WALL = 'wall-1' as WallId
const amina = { participant: 'amina' as ParticipantId }

describe.each(STORES)('a damaged wall on $name', ({ openMaker }) => {
  let maker: PlaceMaker
  let place: StorePlace
  let store: Store
  /** What one person writes; each transaction is appended. */
  let doc: Y.Doc
  const logged: { msg: string; found: unknown; wall: string }[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(JSON.parse(line) as (typeof logged)[number]) })

  beforeAll(async () => {
    maker = await openMaker()
  }, 60_000)
  afterAll(() => maker.close())
  beforeEach(async () => {
    logged.length = 0
    place = await maker.make()
    store = await place.open()
    doc = new Y.Doc()
    placeNote(doc, 'n1', 'Note 1', amina)
    const keyHashes = { facilitator: 'f', participant: 'p', viewer: 'v' }
    await store.makeWall({ id: WALL, madeAt: 0, keyHashes, update: Y.encodeStateAsUpdate(doc) })
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  /** Notes n<from> to n<to>, each an update of its own. */
  async function write(from: number, to: number): Promise<void> {
    for (let index = from; index <= to; index++) {
      const before = Y.encodeStateVector(doc)
      placeNote(doc, `n${index}`, `Note ${index}`, amina)
      await store.append(WALL, Y.encodeStateAsUpdate(doc, before))
    }
  }
  async function spoil(seq: number, change: (bytes: Uint8Array) => { bytes: Uint8Array; sums?: Uint8Array }): Promise<void> {
    const tables = place.tables()
    if (seq === 0) {
      const { state } = await tables.selectFrom('snapshots').select('state').executeTakeFirstOrThrow()
      const { bytes, ...rest } = change(new Uint8Array(state))
      await tables.updateTable('snapshots').set({ state: bytes, ...rest }).execute()
    } else {
      const { bytes } = await tables.selectFrom('updates').select('bytes').where('seq', '=', seq).executeTakeFirstOrThrow()
      await tables.updateTable('updates').set(change(new Uint8Array(bytes))).where('seq', '=', seq).execute()
    }
    await tables.destroy()
  }
  const flip = (at: number) => (bytes: Uint8Array) => {
    const flipped = bytes.slice()
    flipped[at] = (flipped[at] ?? 0) ^ 0xff
    return { bytes: flipped }
  }
  /** As it was never written, and yet with a checksum that fits. */
  const notOurs = () => {
    const bytes = new Uint8Array([250, 251, 252, 253])
    return { bytes, sums: checksum(bytes) }
  }
  const names = (...ranges: [number, number][]): string[] =>
    ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => `n${from + index}`)).sort()
  const notesIn = (wall: Y.Doc): string[] => Object.keys(textsOf(wall)).sort()

  test.each([
    ['was changed on the disk', flip(20), 'checksum'],
    ['is no update', notOurs, 'undecodable'],
  ] as const)('S12 an update that %s costs what is in it alone; it is set aside and logged once', async (_what, change, why) => {
    await write(2, 6)
    await spoil(3, change)
    const first = await loadDoc(store, WALL, log)
    expect(notesIn(first.doc)).toEqual(names([1, 2], [4, 6]))
    expect(first.damage).toMatchObject([{ seq: 3, why }])
    expect(logged).toMatchObject([{ wall: WALL, found: [{ seq: 3, why }] }])
    expect(JSON.stringify(logged)).not.toContain('Note')

    await write(7, 7)
    const again = await loadDoc(store, WALL, log)
    expect(notesIn(again.doc)).toEqual(names([1, 2], [4, 7]))
    expect(textsOf(again.doc)).toMatchObject({ n2: 'Note 2', n7: 'Note 7' })
    expect(again.doc.store.pendingStructs).toBeNull()
    expect(again.damage).toEqual(first.damage)
    expect(logged).toHaveLength(1)
  })

  test('S12 of a broken snapshot there is the newest version, what is whole of it, and all that came after', async () => {
    await write(2, 40)
    const early = Y.encodeStateAsUpdate(doc)
    await store.saveVersion(WALL, { at: 1, why: 'time', by: undefined, notes: 40 }, early)
    await write(41, 200)
    const state = Y.encodeStateAsUpdate(doc)
    await store.compact(WALL, state, 200)
    await write(201, 205)
    await spoil(0, flip(Math.floor(state.length / 2)))
    const { doc: loaded, damage, seq } = await loadDoc(store, WALL, log)
    const found = notesIn(loaded)
    expect(found).toEqual(expect.arrayContaining(names([1, 90], [201, 205])))
    expect(found.length).toBeLessThan(120)
    expect(textsOf(loaded)).toMatchObject({ n90: 'Note 90', n205: 'Note 205' })
    expect(damage).toMatchObject([{ seq: 0, bytes: state.length, why: 'checksum' }])
    expect(logged).toMatchObject([{ found: [{ seq: 0, why: 'checksum' }], version: true, salvaged: 1, gaps: true }])
    const again = await loadDoc(store, WALL, log)
    expect([notesIn(again.doc), again.seq, logged.length]).toEqual([found, seq, 1])
  })

  test.each([
    ['broken from its first byte on', flip(0)],
    ['that Yjs cannot read', notOurs],
  ])('S12 a snapshot %s leaves the newest version that can be read, and all that came after', async (_what, change) => {
    await write(2, 10)
    await store.saveVersion(WALL, { at: 1, why: 'time', by: undefined, notes: 10 }, Y.encodeStateAsUpdate(doc))
    const broken = await store.saveVersion(WALL, { at: 2, why: 'time', by: undefined, notes: 10 }, Y.encodeStateAsUpdate(doc))
    await write(11, 20)
    await store.compact(WALL, Y.encodeStateAsUpdate(doc), 20)
    await write(21, 25)
    await spoil(0, change)
    const tables = place.tables()
    await tables.updateTable('versions').set({ state: new Uint8Array([1]) }).where('id', '=', broken?.id ?? 0).execute()
    await tables.destroy()
    expect(notesIn((await loadDoc(store, WALL, log)).doc)).toEqual(names([1, 10], [21, 25]))
    expect(notesIn((await loadDoc(store, WALL, log)).doc)).toEqual(names([1, 10], [21, 25]))
    expect(logged).toHaveLength(1)
  })

  test('S12 while storage refuses to set anything aside, what can be read is there all the same', async () => {
    await write(2, 4)
    await spoil(3, flip(20))
    const refusing: Store = { ...store, append: () => Promise.reject(new Error('the disk is full')) }
    const { doc: loaded, damage } = await loadDoc(refusing, WALL, log)
    expect(notesIn(loaded)).toEqual(names([1, 2], [4, 4]))
    expect(damage).toMatchObject([{ seq: 3, why: 'checksum' }])
    expect(notesIn((await loadDoc(store, WALL, log)).doc)).toEqual(names([1, 2], [4, 4]))
  })
})
