import { describe, expect, test } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, NoteKind } from '#shared/wall/schema.ts'
import { arrangeNotes } from './arrangeNotes.ts'
import { areCloser, boxAround, boxAt } from './box.ts'
import { NOTE_GAP } from './findFreePlace.ts'

const COUNTRIES = ['ke', 'fj', 'br', 'vn', 'eg', 'fr', 'ma', 'kz', 'eu', 'pe', 'nz']

function wallOf(count: number): Note[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `n${(i * 7919) % 1000}-${i}` as NoteId,
    kind: (i % 3 === 0 ? 'offer' : 'need') satisfies NoteKind,
    text: '',
    author: 'p' as ParticipantId,
    name: 'A',
    country: COUNTRIES[(i * i + i) % COUNTRIES.length] ?? 'ke',
    lang: 'en',
    at: [0, 0],
    createdAt: i % 10,
    writtenBy: undefined, places: undefined,
  }))
}
const sizeOf = (note: Note) => ({ width: 200, height: 160 + (note.createdAt % 4) * 37 })

describe.each(['country', 'kind'] as const)('arrangeNotes by %s', (by) => {
  const notes = wallOf(150)
  const places = arrangeNotes(notes, by, sizeOf)
  const boxes = notes.map((note) => ({ note, box: boxAt(places.get(note.id) ?? [NaN, NaN], sizeOf(note)) }))

  test('W7 a tidied wall has every note and overlaps nowhere', () => {
    expect(places.size).toBe(notes.length)
    for (const [i, { box }] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) expect(areCloser(box, other.box, NOTE_GAP)).toBe(false)
    }
  })

  test('W7 tidying gives the same wall whatever the order the notes come in', () => {
    expect([...arrangeNotes([...notes].reverse(), by, sizeOf)].sort()).toEqual([...places].sort())
  })

  test('W7 each group stands by itself', () => {
    const names = [...new Set(notes.map((note) => note[by]))]
    const groups = names.map((name) => boxAround(boxes.filter(({ note }) => note[by] === name).map(({ box }) => box)))
    for (const [i, group] of groups.entries()) {
      for (const other of groups.slice(i + 1)) expect(group && other && areCloser(group, other, 99)).toBe(false)
    }
  })

  test('the wall is about as wide as a projector', () => {
    const all = boxAround(boxes.map(({ box }) => box))
    expect(all && all.width / all.height).toBeGreaterThan(1.1)
    expect(all && all.width / all.height).toBeLessThan(2.8)
  })
})

test('an empty wall stays empty', () => expect(arrangeNotes([], 'country', sizeOf).size).toBe(0))
