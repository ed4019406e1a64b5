import { describe, expect, test } from 'vitest'
import { areCloser, boxAt } from '#shared/layout/box.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, WallPoint } from '#shared/wall/schema.ts'
import { freePlacesFor } from './freePlacesFor.ts'

const SIZE = { width: 200, height: 160 }
const note = (id: string, at: WallPoint = [0, 0], createdAt = 0, author = 'amina'): Note => ({
  id: id as NoteId, kind: 'need', text: id, author: author as ParticipantId, name: 'Amina', country: 'ke', lang: 'en', at, createdAt, writtenBy: undefined, places: undefined,
})
const wallOf = (...notes: Note[]) => ({ notes: new Map(notes.map((one) => [one.id, one])), people: new Map() })
const FRESH = Array.from({ length: 12 }, (_, i) => note(`fresh ${i}`))

describe('freePlacesFor', () => {
  test('W43 notes that are hung up at once hang below one’s last note, one below the other', () => {
    expect(freePlacesFor(FRESH.slice(0, 3), wallOf(note('first', [40, 0], 1), note('last', [40, 180], 2)), () => SIZE)).toEqual([[40, 360], [40, 540], [40, 720]])
  })

  test('W43 wherever they go they hang on nothing, and not on one another', () => {
    const wall = wallOf(...Array.from({ length: 60 }, (_, i) => note(`other ${i}`, [(i % 10) * 220, Math.floor(i / 10) * 180], i, i % 7 === 0 ? 'amina' : 'luis')))
    for (const near of [undefined, [900, 500] as const]) {
      const boxes = freePlacesFor(FRESH, wall, () => SIZE, near).map((at) => boxAt(at, SIZE))
      const all = [...boxes, ...Array.from(wall.notes.values(), ({ at }) => boxAt(at, SIZE))]
      for (const [i, box] of boxes.entries()) for (const other of all.slice(i + 1)) expect(areCloser(box, other, 20)).toBe(false)
    }
  })
})
