import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from './applyEdits.ts'
import type { Edit } from './edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from './ids.ts'
import { readSettings } from './readWall.ts'
import { ROOT } from './schema.ts'

const chair = 'chair' as ParticipantId
const settingsAfter = (...edits: Edit[]) => {
  const doc = new Y.Doc()
  edits.forEach((edit, index) => applyEdits(doc, [edit], { participant: chair, now: index + 1, origin: null }))
  return readSettings(doc)
}
const place = { x: -10, y: 20, width: 800, height: 600 }
const pair = pairIdOf('need' as NoteId, 'offer' as NoteId)

it('T1 what is shown last takes the place of what was shown before, until it is ended', () => {
  expect(settingsAfter({ type: 'showEveryone', sight: { place } }).shown).toEqual({ by: chair, at: 1, sight: { place } })
  expect(settingsAfter({ type: 'showEveryone', sight: { place } }, { type: 'showEveryone', sight: { pair } }).shown).toEqual({ by: chair, at: 2, sight: { pair } })
  expect(settingsAfter({ type: 'showEveryone', sight: { pair } }, { type: 'stopShowing' }).shown).toBeUndefined()
  expect(settingsAfter({ type: 'pointLaser', client: 7 }).laser).toEqual({ by: chair, at: 1, client: 7 })
  expect(settingsAfter({ type: 'pointLaser', client: 7 }, { type: 'stopLaser' }).laser).toBeUndefined()
})

it.each<unknown>([
  null, 'place', { by: 'chair', at: 1 }, { by: 'chair', at: 1, place: [0, 0, 1] }, { by: 'chair', at: 1, place: [0, 0, NaN, 5] }, { by: 'chair', at: 1, pair: 'one' },
  { by: '', at: 1, pair }, { by: 'chair', at: 1, pair, more: 1 },
])('T1 %j shows nothing', (value) => {
  const doc = new Y.Doc()
  doc.getMap(ROOT.settings).set('shown', value)
  doc.getMap(ROOT.settings).set('laser', value)
  expect(readSettings(doc)).toMatchObject({ shown: undefined, laser: undefined })
})
