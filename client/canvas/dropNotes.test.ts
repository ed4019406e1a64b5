import { expect, test } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import { dropAmongNotes, dropNotes } from './dropNotes.ts'

const box = (id: string, x: number, y: number) => ({ id: id as NoteId, x, y, width: 200, height: 160 })

test('a note hangs where it was let go', () => {
  expect(dropNotes([box('a', 0, 0)], [300.4, 10.2], [box('b', 600, 0)])).toEqual([{ type: 'moveNote', id: 'a', to: [300, 10] }])
})

test('W6 dropped on another note it goes beside it', () => {
  expect(dropNotes([box('a', 0, 0)], [590, 0], [box('b', 500, 0)])).toEqual([{ type: 'moveNote', id: 'a', to: [710, 0] }])
})

test('what is dropped together stays together', () => {
  const edits = dropNotes([box('a', 0, 0), box('b', 220, 0)], [0, 500], [])
  expect(edits).toEqual([{ type: 'moveNote', id: 'a', to: [0, 500] }, { type: 'moveNote', id: 'b', to: [220, 500] }])
})

test('a note that comes back to its place is not written', () => {
  expect(dropNotes([box('a', 0, 0)], [0.2, -0.3], [])).toEqual([])
})

test('W32 for a facilitator what lies there moves aside, to the nearest free place', () => {
  const others = [box('b', 500, 0), box('c', 720, 0)]
  expect(dropAmongNotes([box('a', 0, 0)], [490, 20], others)).toEqual([
    { type: 'moveNote', id: 'a', to: [490, 20] },
    { type: 'moveNote', id: 'b', to: [500, -160] },
  ])
})
