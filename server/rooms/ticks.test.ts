import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Ticks } from './ticks.ts'
import { TIMING } from './timing.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('D38 news does not wait until somebody who is behind is looked after again', async () => {
  let ticks = 0
  const room = { tick: () => Promise.resolve(void ticks++), took: () => undefined, clients: () => 10, isWaiting: () => true, failures: () => 0 }
  const paced = new Ticks(TIMING, room)
  paced.wake()
  await vi.advanceTimersByTimeAsync(1)
  expect(ticks).toBe(1)
  await vi.advanceTimersByTimeAsync(TIMING.tickMs / 3)
  paced.wake()
  await vi.advanceTimersByTimeAsync(1)
  expect(ticks).toBe(2)
  await vi.advanceTimersByTimeAsync(TIMING.tickMs)
  expect(ticks).toBe(3) // and they are looked after all the same
  await paced.stop()
})

test('S4 after a tick that failed the next one comes later, news or not', async () => {
  let ticks = 0
  const room = { tick: () => Promise.resolve(void ticks++), took: () => undefined, clients: () => 10, isWaiting: () => true, failures: () => 1 }
  const paced = new Ticks(TIMING, room)
  paced.wake()
  await vi.advanceTimersByTimeAsync(1)
  paced.wake()
  await vi.advanceTimersByTimeAsync(TIMING.retryMs - 10)
  expect(ticks).toBe(1)
  await vi.advanceTimersByTimeAsync(20)
  expect(ticks).toBe(2)
  await paced.stop()
})
