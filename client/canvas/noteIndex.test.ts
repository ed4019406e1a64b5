import { describe, expect, test } from 'vitest'
import { layoutNote } from '#shared/layout/layoutNote.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, WallPoint } from '#shared/wall/schema.ts'
import { createNoteIndex } from './noteIndex.ts'

const note = (id: string, at: WallPoint, createdAt = 0): Note => ({
  id: id as NoteId,
  kind: 'need',
  text: id,
  author: 'p' as ParticipantId,
  name: 'Amina',
  country: 'ke',
  lang: 'en',
  at,
  createdAt,
  writtenBy: undefined, places: undefined,
})
const wallOf = (...notes: Note[]): ReadonlyMap<NoteId, Note> => new Map(notes.map((one) => [one.id, one]))
const layoutOf = (one: Note) => layoutNote({ ...one, country: 'Kenya' }, (text, fontPx) => text.length * fontPx)
const ids = (...notes: Note[]) => notes.map(({ id }) => id)

describe('noteIndex', () => {
  const below = note('below', [0, 0], 1)
  const above = note('above', [100, 50], 2)
  const far = note('far', [5000, 5000], 3)

  test('W12 the note painted last is the one under the pointer', () => {
    const index = createNoteIndex(layoutOf)
    // They arrive in another order than they are painted in.
    index.update(wallOf(above), ids(above))
    index.update(wallOf(below, above, far), ids(below, far))
    expect(index.at([150, 100])?.note).toBe(above)
    expect(index.at([10, 10])?.note).toBe(below)
    expect(index.at([900, 900])).toBeUndefined()
    expect(index.all().map((hung) => hung.note.id)).toEqual(['below', 'above', 'far'])
  })

  test('W45 of two notes at a point the one in the front layer is touched, and what is in none is not', () => {
    const index = createNoteIndex(layoutOf)
    index.rebuild(wallOf(below, above, far))
    const touched = (layers: Readonly<Record<string, number | undefined>>) => index.at([150, 100], (id) => layers[id])?.note.id
    expect(touched({ below: 1, above: 1 })).toBe('above')
    expect(touched({ below: 1, above: 0 })).toBe('below')
    expect(touched({ below: 0 })).toBe('below')
    expect(touched({})).toBeUndefined()
  })

  test('finds what touches a box, in paint order', () => {
    const index = createNoteIndex(layoutOf)
    const others = Array.from({ length: 20 }, (_, i) => note(`other${i}`, [9000 + i * 220, 0], 9 + i))
    index.rebuild(wallOf(below, above, far, ...others))
    const found = index.within({ x: 50, y: 20, width: 100, height: 100 })
    expect(found.map((hung) => hung.note.id)).toEqual(['below', 'above'])
  })

  test('C5 a note that changes keeps its place in the paint order, whoever came or left before', () => {
    const index = createNoteIndex(layoutOf)
    const order = (): readonly string[] => index.all().map(({ note: { id, at: [x] } }) => `${id} ${x}`)
    index.rebuild(wallOf(below, above, far))
    const asIt = index.all()
    const moved = { ...above, at: [700, 0] as const }
    index.update(wallOf(below, moved, far), ids(moved))
    expect(order()).toEqual(['below 0', 'above 700', 'far 5000'])
    expect(asIt.map(({ x }) => x), 'what was handed out does not change').toEqual([0, 100, 5000])
    index.update(wallOf(moved, far), ids(below))
    index.update(wallOf(moved, { ...far, at: [1, 1] }), ids(far))
    expect(order()).toEqual(['above 700', 'far 1'])
    const late = note('late', [5, 5], 1.5)
    index.update(wallOf(late, moved, { ...far, at: [2, 2] }), ids(late, far))
    expect(order()).toEqual(['late 5', 'above 700', 'far 2'])
  })

  test('a change tells where it was and where it is', () => {
    const index = createNoteIndex(layoutOf)
    index.rebuild(wallOf(below, far))
    const moved = { ...below, at: [700, 0] as const }
    expect(index.update(wallOf(moved, far), ids(moved))).toMatchObject([{ x: 0 }, { x: 700 }])
    expect(index.at([10, 10])).toBeUndefined()
    expect(index.update(wallOf(far), ids(moved))).toMatchObject([{ x: 700 }])
    expect(index.get(moved.id)).toBeUndefined()
  })
})
