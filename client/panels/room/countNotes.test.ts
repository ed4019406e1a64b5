import { expect, it } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, NoteKind } from '#shared/wall/schema.ts'
import { countNotes } from './countNotes.ts'

const note = (kind: NoteKind, country: string): Note => ({
  id: 'n' as NoteId,
  kind,
  text: '',
  author: 'a' as ParticipantId,
  name: 'Amina',
  country,
  lang: 'en',
  at: [0, 0],
  createdAt: 0,
  writtenBy: undefined, places: undefined,
})

it('A7 counts needs and offers of each country, most notes first', () => {
  const notes = [note('need', 'mx'), note('offer', 'ke'), note('need', 'br'), note('need', 'ke'), note('need', 'ke')]
  expect(countNotes(notes)).toEqual({
    needs: 4,
    offers: 1,
    countries: [
      { country: 'ke', needs: 2, offers: 1 },
      { country: 'br', needs: 1, offers: 0 },
      { country: 'mx', needs: 1, offers: 0 },
    ],
  })
  expect(countNotes([])).toEqual({ needs: 0, offers: 0, countries: [] })
})
