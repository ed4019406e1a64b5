import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { SessionState } from './openSession.ts'
import { pacedChanges } from './pacedChanges.ts'

function opened() {
  const store = createStore<SessionState>(() => ({
    wall: wall(),
    isOwnChange: false,
    connection: { is: 'open' },
    loaded: true,
    waiting: 0,
    heldBy: undefined,
    refused: new Set(),
    keptHere: true,
    others: new Map(),
  }))
  const told: SessionState[] = []
  const stop = pacedChanges(store)(() => told.push(store.getState()))
  return { store, told, stop }
}

/** Another one each time. */
const wall = () => ({}) as SessionState['wall'] // only told apart here

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('C15 what others do is told in a turn of its own, however much comes till then as one', () => {
  const { store, told } = opened()
  for (let k = 0; k < 200; k++) store.setState({ wall: wall(), isOwnChange: false })
  store.setState({ others: new Map() })
  expect(told).toHaveLength(0)
  vi.advanceTimersToNextTimer()
  expect(told).toEqual([store.getState()])
})

test('C15 what comes from others all the time is told some times a second, and nothing of it is left out', () => {
  const { store, told } = opened()
  for (let k = 0; k < 50; k++) {
    store.setState({ wall: wall(), isOwnChange: false })
    vi.advanceTimersByTime(20)
  }
  expect(told.length).toBeGreaterThan(5)
  expect(told.length).toBeLessThan(15)
  vi.runAllTimers()
  expect(told.at(-1)?.wall).toBe(store.getState().wall)
})

test('C15 what one does oneself is told at once, with what others did before', () => {
  const { store, told } = opened()
  store.setState({ wall: wall(), isOwnChange: false })
  store.setState({ wall: wall(), isOwnChange: true })
  expect(told).toHaveLength(1)
  vi.runAllTimers()
  expect(told).toHaveLength(1)
  store.setState({ wall: wall(), isOwnChange: false })
  store.setState({ loaded: false })
  expect(told).toHaveLength(2)
})

test('C15 who has stopped listening hears nothing more, and who begins later hears it again', () => {
  const { store, told, stop } = opened()
  store.setState({ wall: wall() })
  stop()
  vi.runAllTimers()
  store.setState({ waiting: 1 })
  expect(told).toHaveLength(0)
})
