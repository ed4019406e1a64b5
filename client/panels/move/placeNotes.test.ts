import { expect, test } from 'vitest'
import { areCloser, boxAt } from '#shared/layout/box.ts'
import type { NoteId, ParticipantId, SectionId } from '#shared/wall/ids.ts'
import type { Note, Section, WallPoint } from '#shared/wall/schema.ts'
import { sectionOf } from '#shared/wall/sections.ts'
import { placeNotes, type Destination } from './placeNotes.ts'

const SIZE = { width: 200, height: 160 }
const note = (id: string, at: WallPoint, country = 'ke'): [NoteId, Note] => [
  id as NoteId,
  { id: id as NoteId, kind: 'need', text: id, author: 'amina' as ParticipantId, name: 'Amina', country, lang: 'en', at, createdAt: 0, writtenBy: undefined, places: undefined },
]
const WATER: Section = { id: 'water' as SectionId, title: 'Water', box: { x: 2000, y: 0, width: 520, height: 440 } }
const wall = (...notes: [NoteId, Note][]) => ({ notes: new Map(notes), sections: new Map([[WATER.id, WATER]]) })

/** Moves them, and checks that nothing else moved and nothing is covered. */
function move(before: ReturnType<typeof wall>, ids: readonly string[], to: Destination): readonly WallPoint[] | undefined {
  const edits = placeNotes(before, ids as readonly NoteId[], to, () => SIZE)
  if (!edits) return undefined
  const notes = new Map(before.notes)
  for (const edit of edits) {
    if (edit.type !== 'moveNote' || !ids.includes(edit.id)) throw new Error(`Not to be moved: ${JSON.stringify(edit)}`)
    const known = notes.get(edit.id)
    if (known) notes.set(edit.id, { ...known, at: edit.to })
  }
  const boxes = [...notes.values()].map(({ at }) => boxAt(at, SIZE))
  boxes.forEach((box, i) => boxes.slice(i + 1).forEach((other) => expect(areCloser(box, other, 0)).toBe(false)))
  return ids.map((id) => notes.get(id as NoteId)?.at ?? [NaN, NaN])
}

test('A13 notes go beside another as they lie to each other', () => {
  const before = wall(note('a', [0, 0]), note('b', [0, 180]), note('c', [1000, 1000]))
  expect(move(before, ['a'], { is: 'beside', note: 'c' as NoteId })).toEqual([[1220, 1000]])
  expect(move(before, ['a', 'b'], { is: 'beside', note: 'c' as NoteId })).toEqual([[1220, 1000], [1220, 1180]])
})

test('A13 a place that is taken is not covered', () => {
  const before = wall(note('a', [0, 0]), note('c', [1000, 1000]), note('d', [1220, 1000]))
  expect(move(before, ['a'], { is: 'beside', note: 'c' as NoteId })).not.toEqual([[1220, 1000]])
})

test('A13 notes go to those of a country, and a step at a time', () => {
  const before = wall(note('a', [0, 0]), note('b', [500, 0], 'br'), note('c', [500, 180], 'br'))
  expect(move(before, ['a'], { is: 'country', country: 'br' })).toEqual([[720, 0]])
  expect(move(before, ['a'], { is: 'step', by: [-20, 220] })).toEqual([[-20, 220]])
})

test('A13 notes go into a section, one by one where it has no room for them as they lie', () => {
  const before = wall(note('a', [0, 0]), note('b', [5000, 0]), note('c', [2040, 40]))
  const [a, b] = move(before, ['a', 'b'], { is: 'section', section: WATER.id }) ?? []
  for (const at of [a, b]) expect(sectionOf({ at: at ?? [0, 0] }, [WATER])).toBe(WATER)
})

test('A13 a full section, or a place that is gone, moves nothing', () => {
  const full = wall(note('a', [0, 0]), note('b', [2000, 0]), note('c', [2300, 0]), note('d', [2000, 240]), note('e', [2300, 240]))
  expect(move(full, ['a'], { is: 'section', section: WATER.id })).toBeUndefined()
  expect(move(full, ['a'], { is: 'beside', note: 'gone' as NoteId })).toBeUndefined()
  expect(move(full, ['a'], { is: 'country', country: 'fj' })).toBeUndefined()
  expect(move(full, ['gone'], { is: 'step', by: [20, 0] })).toBeUndefined()
})
