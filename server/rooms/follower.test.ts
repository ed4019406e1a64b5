import { expect, test } from 'vitest'
import type { WallId } from '#shared/wall/ids.ts'
import type { Store } from '../storage/store.ts'
import { Follower } from './follower.ts'

const WALL = 'wall' as WallId
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

/** A store's numbered updates, each of which is its own number; those up to `snapshot` are in a snapshot only. */
function numbered() {
  const state = { last: 3, snapshot: 0, reads: 0, isBroken: false }
  const since = (_wall: WallId, seq: number) => {
    state.reads++
    if (state.isBroken) return Promise.reject(new Error('the store is away'))
    if (seq < state.snapshot) return Promise.resolve(undefined)
    return Promise.resolve({ updates: Array.from({ length: state.last - seq }, (_, index) => bytes(seq + 1 + index)), seq: state.last })
  }
  // The follower asks for nothing else.
  const store: Pick<Store, 'since'> = { since }
  return { state, follower: new Follower(store as Store, WALL, 3) }
}

test('N6 what arrives in order needs no store', async () => {
  const { state, follower } = numbered()
  follower.hear(5, bytes(5))
  follower.hear(4, bytes(4))
  follower.committed(6) // its own, while the others wait to be taken: the store knows the order
  state.last = 6
  expect(await follower.take()).toEqual([bytes(4), bytes(5), bytes(6)])
  expect([follower.seq, state.reads]).toEqual([6, 1])
  follower.committed(7)
  follower.hear(8, bytes(8))
  expect(await follower.take()).toEqual([bytes(8)])
  expect(await follower.take()).toEqual([])
  expect([follower.seq, state.reads]).toEqual([8, 1])
})

test('N6 a gap is read from the store, and what was told twice is given once', async () => {
  const { state, follower } = numbered()
  state.last = 5
  follower.hear(5, bytes(5))
  expect(await follower.take()).toEqual([bytes(4), bytes(5)])
  follower.hear(4, bytes(4))
  follower.hear(5, bytes(5))
  expect(await follower.take()).toEqual([])
  state.last = 7
  follower.committed(7)
  expect(await follower.take()).toEqual([bytes(6), bytes(7)])
  expect([follower.seq, state.reads]).toEqual([7, 2])
})

test('N6 while the store is away nothing is given and nothing forgotten', async () => {
  const { state, follower } = numbered()
  state.isBroken = true
  state.last = 5
  follower.hear(5, bytes(5))
  await expect(follower.take()).rejects.toThrow('the store is away')
  expect(follower.seq).toBe(3)
  state.isBroken = false
  expect(await follower.take()).toEqual([bytes(4), bytes(5)])
})

test('N6 a doubt that comes up during a reading is settled by the next one', async () => {
  const { state, follower } = numbered()
  follower.doubt()
  const reading = follower.take()
  follower.doubt()
  await reading
  state.last = 4
  expect(await follower.take()).toEqual([bytes(4)])
})

test('N6 what is in a snapshot only is asked for until the document was read anew', async () => {
  const { state, follower } = numbered()
  Object.assign(state, { last: 9, snapshot: 8 })
  follower.hear(9, bytes(9))
  expect(await follower.take()).toBeUndefined()
  expect(await follower.take()).toBeUndefined()
  follower.reloaded(9)
  follower.doubt()
  expect(await follower.take()).toEqual([])
})

test('N3 what waits for the one before it is bounded: beyond that the store is read', async () => {
  const { state, follower } = numbered()
  for (let seq = 5; seq < 100; seq++) follower.hear(seq, new Uint8Array(64 * 1024))
  follower.hear(4, bytes(4))
  state.last = 99
  expect((await follower.take())?.at(-1)).toEqual(bytes(99))
  expect([follower.seq, state.reads]).toEqual([99, 1])
})
