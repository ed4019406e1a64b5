import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PresencePace } from './presencePace.ts'
import type { PresenceEntry } from './wire.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const shows = (client: number, clock: number): PresenceEntry => ({ client, clock, state: new Uint8Array() })

function setUp() {
  const passedOn: string[] = []
  const pace = new PresencePace((entries) => passedOn.push(entries.map(({ client, clock }) => `${client}@${clock}`).join()))
  return { passedOn, pace, take: (...entries: PresenceEntry[]) => pace.take(entries, Date.now()) }
}

test('D17 the first is passed on at once, and of what follows too fast the newest of each client id', () => {
  const { passedOn, take } = setUp()
  for (let clock = 1; clock <= 9; clock++) take(shows(7, clock))
  take(shows(8, 1))
  expect(passedOn).toEqual(['7@1'])
  vi.advanceTimersByTime(70)
  expect(passedOn).toEqual(['7@1', '7@9,8@1'])
})

test('D17 whatever somebody sends, presence is passed on fifteen times a second', () => {
  const { passedOn, take } = setUp()
  for (let clock = 0; clock < 1000; clock++) {
    take(shows(7, clock))
    vi.advanceTimersByTime(1)
  }
  expect(passedOn.length).toBeGreaterThan(13)
  expect(passedOn.length).toBeLessThanOrEqual(16)
})

test('a cursor at ten a second is passed on as it comes', () => {
  const { passedOn, take } = setUp()
  for (let clock = 0; clock < 10; clock++) {
    take(shows(7, clock))
    expect(passedOn).toHaveLength(clock + 1)
    vi.advanceTimersByTime(100)
  }
})

test('who has left says nothing more', () => {
  const { passedOn, pace, take } = setUp()
  take(shows(7, 1))
  take(shows(7, 2))
  pace.stop()
  vi.advanceTimersByTime(1000)
  expect(passedOn).toEqual(['7@1'])
})
