import { describe, expect, it } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { notesToMatch } from './notesToMatch.ts'

const AMINA = 'amina' as ParticipantId
const note = (id: string, author: string, text = 'Soil carbon'): Note => ({
  id: id as NoteId,
  kind: 'need',
  text,
  author: author as ParticipantId,
  name: author,
  country: 'ke',
  lang: 'en',
  at: [0, 0],
  createdAt: 0,
  writtenBy: undefined, places: undefined,
})
const wall = (...notes: Note[]) => new Map(notes.map((one) => [one.id, one]))
const ids = (...names: string[]) => names as NoteId[]

describe('notesToMatch', () => {
  const notes = wall(note('a', 'amina'), note('b', 'bruno'), note('c', 'amina'), note('blank', 'amina', ' \n'))

  it('tells the selected notes and one\'s own, those without words left out', () => {
    expect(notesToMatch(notes, AMINA, new Set(ids('b', 'c')))).toEqual({ selected: ids('b', 'c'), selectedCount: 2, mine: ids('a', 'c') })
  })
  it('shows a viewer what is selected', () => {
    expect(notesToMatch(notes, undefined, new Set(ids('b', 'gone')))).toEqual({ selected: ids('b'), selectedCount: 1, mine: [] })
  })
  it('shows a few of a selected thousand, and says how many there are', () => {
    const many = wall(...Array.from({ length: 1000 }, (_, index) => note(`n${index}`, 'bruno')))
    const { selected, selectedCount } = notesToMatch(many, AMINA, new Set(many.keys()))
    expect([selected.length, selectedCount]).toEqual([8, 1000])
  })
})
