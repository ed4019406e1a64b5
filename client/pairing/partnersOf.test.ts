import { expect, it } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, NoteKind, Wall } from '#shared/wall/schema.ts'
import { mayPairByHand, partnersOf } from './partnersOf.ts'

const [amina, bo, chair] = ['amina', 'bo', 'chair'] as [ParticipantId, ParticipantId, ParticipantId]
let count = 0
const note = (id: string, kind: NoteKind, author: ParticipantId, country: string): Note => ({
  id: id as NoteId, kind, author, country, text: id, name: author, lang: 'en', at: [0, 0], createdAt: count++, writtenBy: undefined, places: undefined,
})
const need = note('need', 'need', amina, 'ke')
const offers = [note('fiji', 'offer', bo, 'fj'), note('nepal', 'offer', amina, 'np'), note('home', 'offer', bo, 'ke'), note('peru', 'offer', bo, 'pe')]
const wall: Wall = {
  settings: {} as Wall['settings'], // nothing of it is asked
  notes: new Map([need, ...offers].map((one) => [one.id, one])),
  pairs: new Map(),
  people: new Map(),
  words: [], sections: new Map(), likenesses: [],
}
const ids = (id: string, role: 'participant' | 'facilitator', person: ParticipantId) => partnersOf(wall, id as NoteId, { role, person }).map((one) => one.id)

it('P23 who wrote a note pairs it with any of the other kind, of another country: their own first, then the newest', () => {
  expect(ids('need', 'participant', amina)).toEqual(['nepal', 'peru', 'fiji'])
  expect(ids('gone', 'participant', amina)).toEqual([])
})

it('P23 the note of another is paired with one’s own alone; a facilitator takes any two; a viewer none', () => {
  expect(ids('peru', 'participant', amina)).toEqual(['need'])
  expect(ids('need', 'participant', bo)).toEqual(['peru', 'fiji'])
  expect(ids('nepal', 'participant', bo)).toEqual([])
  expect(ids('need', 'facilitator', chair)).toEqual(['peru', 'nepal', 'fiji'])
  const [fiji] = offers
  if (!fiji) throw new Error('There is no offer.')
  expect([mayPairByHand(need, fiji, { role: 'viewer', person: amina }), mayPairByHand(need, fiji, { role: 'facilitator', person: undefined })]).toEqual([false, false])
  expect(mayPairByHand(fiji, need, { role: 'participant', person: amina })).toBe(true)
})
