import { expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { cursorIntervalMs, MOST_DRAGGED, onOthers, othersHere, presenceState, readPresence, type Presence } from './presence.ts'

const id = (letter: string): string => letter.repeat(22)
const amina: Presence = { participant: id('a') as ParticipantId, cursor: [1234, -567], editing: null }
const box = { x: -1200, y: 340, width: 1920, height: 1080 }

test('D32 the fuller the room, the seldomer a cursor is told: ten times a second among 25, four times among 100, twice among more', () => {
  const perSecond = (people: number): number => 1000 / cursorIntervalMs(people)
  expect([1, 25].map(perSecond)).toEqual([10, 10])
  expect([26, 100].map(perSecond)).toEqual([4, 4])
  expect([101, 200, 500].map(perSecond)).toEqual([2, 2, 2])
})

test('T2 what is shown of a person arrives as it was told', () => {
  const full: Presence = { ...amina, drag: { ids: [id('n') as NoteId], by: [30, 40] }, follows: id('b') as ParticipantId, view: box }
  const told = JSON.parse(JSON.stringify(presenceState(full))) as Record<string, unknown>
  expect(readPresence(told)).toEqual(full)
  expect(readPresence({ ...told, drag: { ids: ['no id', 7], by: [1, 2] } })?.drag).toEqual({ ids: [], by: [1, 2] })
})

test.each<[string, Record<string, unknown>]>([
  ['nobody', { participant: 7 }],
  ['a drag that leads nowhere', { drag: { ids: [id('n')], by: [NaN, 0] } }],
  ['a drag of nothing', { drag: 'evil' }],
  ['a view off the world', { view: [1e308, 0, 10, 10] }],
  ['a view of no size', { view: [0, 0, 0, 10] }],
  ['a cursor that is none', { cursor: [1] }],
])('T2 %s is left out', (_what, wrong) => {
  expect(readPresence({ participant: amina.participant, cursor: null, editing: null, ...wrong })).toEqual(
    'participant' in wrong ? undefined : { participant: amina.participant, cursor: null, editing: null, drag: undefined, follows: undefined, view: undefined },
  )
})

test('T2 who drags, follows and shows nothing costs nothing more than a cursor; a drag of many stays small', () => {
  const bytes = (presence: Presence): number => {
    const doc = new Y.Doc()
    doc.clientID = 2 ** 32 - 1 // drawn at random, one in sixteen takes a byte less
    const awareness = new Awareness(doc)
    awareness.setLocalState({ ...presenceState(presence) })
    const { length } = encodeAwarenessUpdate(awareness, [awareness.clientID])
    awareness.destroy()
    return length
  }
  const cursor = bytes(amina)
  expect(cursor).toBeLessThanOrEqual(95)
  expect(bytes({ ...amina, drag: undefined, follows: undefined, view: undefined })).toBe(cursor)
  expect(bytes({ ...amina, drag: { ids: [id('n') as NoteId], by: [-1234, 567] } }) - cursor).toBeLessThanOrEqual(65)
  expect(bytes({ ...amina, view: box }) - cursor).toBeLessThanOrEqual(40)
  expect(bytes({ ...amina, follows: id('b') as ParticipantId }) - cursor).toBeLessThanOrEqual(40)
  const many = Array.from({ length: 500 }, (_, i) => `${i}`.padStart(22, 'n') as NoteId)
  expect(presenceState({ ...amina, drag: { ids: many, by: [1, 1] } }).drag?.ids).toHaveLength(MOST_DRAGGED)
  expect(bytes({ ...amina, drag: { ids: many, by: [1, 1] } })).toBeLessThanOrEqual(450)
})

test('T2 one’s own presence is none of the others’', () => {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState({ ...presenceState(amina) })
  expect(othersHere(awareness).size).toBe(0)
  awareness.destroy()
})

test('C19 what one does oneself is not told here as what others do; what they do is', () => {
  const [mine, theirs] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())]
  const told: number[] = []
  onOthers(mine, (others) => told.push(others.size))
  mine.setLocalState({ ...presenceState(amina) })
  mine.setLocalState({ ...presenceState({ ...amina, cursor: [5, 6] }) })
  expect(told).toEqual([])
  theirs.setLocalState({ ...presenceState({ ...amina, participant: id('b') as ParticipantId }) })
  applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'line')
  expect(told).toEqual([1])
  for (const awareness of [mine, theirs]) awareness.destroy()
})
