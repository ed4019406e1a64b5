import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from './applyEdits.ts'
import type { Edit } from './edit.ts'
import { pairIdOf, type NoteId, type ParticipantId, type SectionId } from './ids.ts'
import { readWall } from './readWall.ts'
import { ROOT, type Wall } from './schema.ts'
import { watchWall, type WallChange } from './watchWall.ts'

const [soil, map, sea] = ['soil' as NoteId, 'map' as NoteId, 'sea' as NoteId]
const place = (id: NoteId): Edit => ({ type: 'placeNote', id, kind: id === map ? 'offer' : 'need', text: id, at: [0, 0], lang: 'en', name: 'A', country: 'ke' })

function followed() {
  const doc = new Y.Doc()
  let now = 1000
  const edit = (...edits: Edit[]): void => applyEdits(doc, edits, { participant: 'amina' as ParticipantId, now: now++, origin: null })
  edit(place(soil))
  edit(place(map))
  edit(place(sea))
  const changes: WallChange[] = []
  const { wall: first, stop } = watchWall(doc, (change) => changes.push(change))
  const last = (): Wall => changes.at(-1)?.wall ?? first
  return { doc, edit, first, last, changes, stop }
}

it('tells what was changed here from what came from another document', () => {
  const { doc, edit, changes } = followed()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  edit({ type: 'spliceText', id: map, offset: 0, remove: 0, insert: 'our ' })
  applyEdits(other, [{ type: 'moveNote', id: sea, to: [9, 9] }], { participant: 'p1' as ParticipantId, now: 9, origin: null })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'the server')
  expect(changes.map(({ isOwn }) => isOwn)).toEqual([true, false])
})

it('W3 typing in one note leaves every other note, the pairs, the people and the settings untouched', () => {
  const { edit, first, last, changes } = followed()
  edit({ type: 'spliceText', id: map, offset: 0, remove: 0, insert: 'our ' })
  expect(changes).toHaveLength(1)
  expect(changes[0]?.notes).toEqual(new Set([map]))
  expect(last().notes.get(map)?.text).toBe('our map')
  for (const id of [soil, sea]) expect(last().notes.get(id)).toBe(first.notes.get(id))
  for (const part of ['pairs', 'people', 'settings', 'words', 'sections'] as const) expect(last()[part]).toBe(first[part])
})

it('W3 a greeting, an interest and a setting each change their own part', () => {
  const { doc, edit, first, last } = followed()
  edit({ type: 'greet', name: 'Amina', country: 'ke', institution: '' })
  expect(last().people.size).toBe(1)
  edit({ type: 'showInterest', pair: pairIdOf(soil, map), side: 'need', line: '' })
  const { pairs } = last()
  expect(pairs.size).toBe(1)
  doc.getMap(ROOT.settings).set('title', 'Workshop')
  expect(last().settings.title).toBe('Workshop')
  edit({ type: 'teachWord', language: 'en', word: 'peat', topics: ['peatlands'] })
  expect(last().words).toMatchObject([{ word: 'peat' }])
  edit({ type: 'setSection', id: 's' as SectionId, title: 'Water', box: { x: 0, y: 0, width: 500, height: 400 } })
  expect(last().sections.size).toBe(1)
  expect(last().pairs).toBe(pairs)
  expect(last().notes).toBe(first.notes)
})

it('typing on a card changes the pairs', () => {
  const { edit, last } = followed()
  const pair = pairIdOf(soil, map)
  edit({ type: 'showInterest', pair, side: 'need', line: '' })
  edit({ type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: 'A visit' })
  expect(last().pairs.get(pair)?.card.what).toBe('A visit')
})

it('W2 a note that goes to the bin and comes back is in its place again', () => {
  const { doc, edit, last, changes } = followed()
  edit({ type: 'binNote', id: soil })
  expect([...last().notes.keys()]).toEqual([map, sea])
  expect(changes[0]?.notes).toEqual(new Set([soil]))
  edit({ type: 'unbinNote', id: soil })
  expect([...last().notes.keys()]).toEqual([soil, map, sea])
  expect(last()).toEqual(readWall(doc))
})

it('several edits in one step are told once', () => {
  const { edit, changes } = followed()
  edit({ type: 'moveNote', id: soil, to: [5, 5] }, { type: 'moveNote', id: sea, to: [9, 9] })
  expect(changes.map(({ notes }) => notes)).toEqual([new Set([soil, sea])])
})

it('is silent about what is not the board, and after it was stopped', () => {
  const { doc, edit, changes, stop } = followed()
  doc.getMap('elsewhere').set('x', 1)
  edit({ type: 'moveNote', id: 'gone' as NoteId, to: [1, 1] })
  stop()
  edit({ type: 'moveNote', id: soil, to: [1, 1] })
  expect(changes).toEqual([])
})
