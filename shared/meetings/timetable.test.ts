import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Pair } from '#shared/wall/schema.ts'
import { meetingRequest } from './meetingRequest.ts'
import { roundNow, timetable } from './timetable.ts'

const id = (name: string): NoteId => name as NoteId
const place = (name: string, kind: 'need' | 'offer', country: string, more: object = {}): Edit =>
  ({ type: 'placeNote', id: id(name), kind, at: [0, 0], text: name, lang: 'en', name: `From ${country}`, country, ...more })

function board() {
  const doc = new Y.Doc()
  let now = 1
  const act = (by: string, ...edits: Edit[]): void => edits.forEach((edit) => applyEdits(doc, [edit], { participant: by as ParticipantId, now: now++, origin: null }))
  act('ke', place('soil', 'need', 'ke'), place('bees', 'need', 'ke'))
  act('fj', place('maps', 'offer', 'fj', { places: 3 }), place('reefs', 'offer', 'fj'))
  act('chair', place('said', 'need', 'np', { writtenBy: 'Chair' }))
  return { act, wall: () => readWall(doc) }
}
/** As those see it who have not seen the notes change since. */
const hasDismissed = ({ facts }: Pair, person: ParticipantId | undefined): boolean => person !== undefined && facts.dismissed.has(person)
const pair = (need: string, offer: string) => pairIdOf(id(need), id(offer))

it('G3 what is agreed needs no table and uses up places, what has begun comes first, and what somebody said no to does not meet', () => {
  const { act, wall } = board()
  act('ke', { type: 'showInterest', pair: pair('soil', 'maps'), side: 'need', line: '' }, { type: 'showInterest', pair: pair('bees', 'reefs'), side: 'need', line: '' })
  act('fj', { type: 'showInterest', pair: pair('soil', 'maps'), side: 'offer', line: '' }, { type: 'dismissPair', pair: pair('said', 'maps') })
  const before = meetingRequest(wall(), { rounds: 2, tables: 2 }, hasDismissed)
  expect([before.begun, before.refused]).toEqual([[pair('bees', 'reefs'), pair('soil', 'maps')], [pair('said', 'maps')]])
  expect(before.notes.map((note) => [note.id, note.person, note.places])).toEqual([
    ['soil', 'ke', 2], ['bees', 'ke', 2], ['maps', 'fj', 3], ['reefs', 'fj', 2], ['said', 'From np np', 2],
  ])
  act('ke', { type: 'confirmCard', pair: pair('soil', 'maps'), side: 'need' })
  act('fj', { type: 'confirmCard', pair: pair('soil', 'maps'), side: 'offer' })
  act('fj', { type: 'answerInterest', pair: pair('bees', 'reefs'), side: 'offer', to: 7, accepted: false, line: '' })
  const after = meetingRequest(wall(), { rounds: 2, tables: 2 }, hasDismissed)
  expect(after.notes.map((note) => note.id)).not.toContain('soil')
  expect(after.notes.find((note) => note.id === 'maps')?.places).toBe(2)
  expect(after.refused).toEqual([pair('bees', 'reefs'), pair('said', 'maps')])
})

it('G10 each round begins when the one before ends; a table whose note has left stays empty, and the others keep their numbers', () => {
  const { act, wall } = board()
  const meetings = { startsAt: 1_000_000, minutes: 10, rounds: [[pair('soil', 'maps'), pair('said', 'reefs')], [pair('bees', 'maps')]] }
  act('ke', { type: 'binNote', id: id('soil') })
  const rounds = timetable(meetings, wall().notes)
  expect(rounds.map(({ number, startsAt, endsAt }) => [number, startsAt, endsAt])).toEqual([[1, 1_000_000, 1_600_000], [2, 1_600_000, 2_200_000]])
  expect(rounds.map(({ sittings }) => sittings.map(({ table, need, offer }) => [table, need.id, offer.id]))).toEqual([[[2, 'said', 'reefs']], [[1, 'bees', 'maps']]])
  expect([0, 1_599_999, 1_600_000, 2_200_000].map((now) => roundNow(rounds, now)?.number)).toEqual([1, 1, 2, undefined])
})
