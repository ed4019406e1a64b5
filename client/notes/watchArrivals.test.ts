import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import type { NotesListener, SessionState } from '../session/openSession.ts'
import { EVERY_MS, watchArrivals } from './watchArrivals.ts'

const AMINA = 'amina' as ParticipantId
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(): { hang: (...ids: string[]) => void; take: (id: string) => void; told: string[]; stop: () => void } {
  const store = createStore(() => state(false, []))
  const told: string[] = []
  const ids: string[] = ['there']
  let listener: NotesListener = () => undefined
  const onNotes = (next: NotesListener): (() => void) => {
    listener = next
    return () => (listener = () => undefined)
  }
  const show = (...touched: string[]): void => {
    store.setState(state(store.getState().loaded, ids))
    listener(new Set(touched as NoteId[]), false)
    store.setState({ loaded: true })
  }
  const stop = watchArrivals({ store, onNotes }, AMINA, (notes) => told.push(notes.map(({ id }) => id).join(' ')))
  show('there')
  return {
    told,
    stop,
    hang(...more) {
      for (const id of more) {
        ids.push(id)
        show(id)
      }
    },
    take(id) {
      ids.splice(ids.indexOf(id), 1)
      show(id)
    },
  }
}

const state = (loaded: boolean, ids: readonly string[]): SessionState =>
  ({ loaded, wall: { notes: new Map(ids.map((id) => [id as NoteId, { id, author: id.startsWith('mine') ? AMINA : 'bruno' } as unknown as Note])) } }) as unknown as SessionState

it('A15 what others hang up is told in one go, once, and what is gone again is not', () => {
  const { hang, take, told } = setUp()
  vi.advanceTimersByTime(EVERY_MS)
  expect(told).toEqual([])
  hang('a', 'mine-1', 'b', 'c')
  take('b')
  vi.advanceTimersByTime(EVERY_MS - 1)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  hang('mine-2')
  vi.advanceTimersByTime(EVERY_MS)
  expect(told).toEqual(['a c'])
  hang('d')
  take('d')
  vi.advanceTimersByTime(EVERY_MS)
  hang('e')
  vi.advanceTimersByTime(EVERY_MS)
  expect(told).toEqual(['a c', 'e'])
})

it('A15 nothing is told after it is turned off', () => {
  const { hang, told, stop } = setUp()
  hang('a')
  stop()
  vi.advanceTimersByTime(EVERY_MS)
  expect(told).toEqual([])
})
