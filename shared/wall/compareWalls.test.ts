import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from './applyEdits.ts'
import { compareWalls } from './compareWalls.ts'
import type { Edit } from './edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from './ids.ts'
import { readWall } from './readWall.ts'

const [soil, map, late] = ['soil', 'map', 'late'] as [NoteId, NoteId, NoteId]
const place = (id: NoteId, kind: 'need' | 'offer' = 'need'): Edit => ({ type: 'placeNote', id, kind, at: [0, 0], text: id, lang: 'en', name: 'A', country: 'ke' })

function wallOf() {
  const doc = new Y.Doc()
  let now = 1
  const edit = (...edits: Edit[]): void => applyEdits(doc, edits, { participant: 'amina' as ParticipantId, now: now++, origin: 'me' })
  edit(place(soil), place(map, 'offer'))
  const then = readWall(doc)
  return { edit, since: () => compareWalls(then, readWall(doc)) }
}
const NOTHING = { came: [], gone: [], changed: [], moved: 0, pairs: 0 }

it('H7 a wall does not differ from itself', () => expect(wallOf().since()).toEqual(NOTHING))

it('H7 tells what came, what went, what reads differently and what only hangs elsewhere', () => {
  const { edit, since } = wallOf()
  edit(place(late), { type: 'binNote', id: map })
  edit({ type: 'moveNote', id: soil, to: [9, 0] })
  expect(since()).toMatchObject({ came: [{ id: late }], gone: [{ id: map }], changed: [], moved: 1, pairs: 0 })
  edit({ type: 'spliceText', id: soil, offset: 4, remove: 0, insert: ' maps' })
  expect(since().changed).toMatchObject([{ then: { text: 'soil' }, now: { text: 'soil maps' } }])
})

it('H7 tells what was said about a pair of then; what one person set aside is no difference', () => {
  const { edit, since } = wallOf()
  const pair = pairIdOf(soil, map)
  edit({ type: 'dismissPair', pair })
  expect(since()).toEqual(NOTHING)
  edit({ type: 'showInterest', pair, side: 'need', line: '' })
  expect(since()).toEqual({ ...NOTHING, pairs: 1 })
  edit(place(late, 'offer'))
  edit({ type: 'showInterest', pair: pairIdOf(soil, late), side: 'need', line: '' })
  expect(since().pairs, 'pairs of later notes go with them').toBe(1)
})
