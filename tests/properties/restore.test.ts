import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { notesOfPair, pairIdOf, type NoteId, type ParticipantId, type SectionId } from '#shared/wall/ids.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import { compareWalls } from '#shared/wall/compareWalls.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { restoreWall } from '#shared/wall/restoreWall.ts'
import { ROOT, type Wall } from '#shared/wall/schema.ts'
import { Network } from '../support/network.ts'
import { networkStep } from '../support/networkSteps.ts'

const CHAIR = { participant: 'chair' as ParticipantId, now: 9000 }

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** What a restored wall has in common with its version: people who joined later and pairs of later notes are left out. */
function restoredPart(wall: Wall, version: Y.Doc): Wall {
  const notes = version.getMap(ROOT.notes)
  const { people } = readWall(version)
  return {
    settings: { ...wall.settings, locked: undefined, shown: undefined, laser: undefined },
    // A mark "do not publish" that came later stays.
    notes: new Map([...wall.notes].map(([id, note]) => [id, { ...note, withheld: true as const }])),
    people: new Map([...wall.people].filter(([id]) => people.has(id))),
    pairs: new Map([...wall.pairs].filter(([id]) => Object.values(notesOfPair(id) ?? {}).every((note) => notes.has(note)))),
    words: wall.words,
    sections: wall.sections,
    likenesses: wall.likenesses,
  }
}

const steps = fc.array(networkStep, { maxLength: 40, size: 'max' })

test.prop([steps, steps], { numRuns: 150 })('H2 a restored wall reads as its version, on every screen, and a restore can be taken back', (before, after) => {
  const network = new Network(3)
  for (const step of before) network.run(step)
  network.settle()
  const version = copyOf(network.peer(0).doc)
  for (const step of after) network.run(step)
  network.settle()
  const server = copyOf(network.peer(0).doc)
  const kept = copyOf(server)

  restoreWall(server, version, CHAIR)
  expect(restoredPart(readWall(server), version)).toEqual(restoredPart(readWall(version), version))
  expect(compareWalls(readWall(version), readWall(server)), 'H7 nothing is left to tell').toEqual({ came: [], gone: [], changed: [], moved: 0, pairs: 0 })
  const restored = Y.encodeStateVector(server)
  restoreWall(server, version, CHAIR)
  expect(Y.encodeStateVector(server), 'what is the same is not touched').toEqual(restored)

  // Nobody is disconnected, and everybody goes on from there.
  for (const { doc } of network.peers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'network')
  expect(readWall(network.peer(2).doc)).toEqual(readWall(server))
  const back = copyOf(server)
  restoreWall(back, kept, CHAIR)
  expect(restoredPart(readWall(back), kept)).toEqual(restoredPart(readWall(kept), kept))
})

test.prop([steps, steps, steps], { numRuns: 150 })('H5 nobody undoes a restore by accident: undo starts anew when the wall is restored', (before, between, after) => {
  const network = new Network(3)
  for (const step of before) network.run(step)
  network.settle()
  const server = copyOf(network.peer(0).doc)
  for (const step of between) network.run(step)
  network.settle()
  const version = copyOf(server)
  Y.applyUpdate(server, Y.encodeStateAsUpdate(network.peer(0).doc))
  restoreWall(server, version, { ...CHAIR, versionAt: 8000 })
  for (const peer of network.peers) {
    peer.inbox.length = 0
    Y.applyUpdate(peer.doc, Y.encodeStateAsUpdate(server), 'network')
  }
  const undoAll = (): void => {
    for (const { undo } of network.peers) while (undo.undo());
    network.settle()
  }
  undoAll()
  for (const { doc } of network.peers) expect(readWall(doc)).toEqual(readWall(server))

  for (const step of after) if (step.do === 'edit') network.run(step)
  undoAll()
  const [first, ...others] = network.peers.map(({ doc }) => readWall(doc))
  for (const other of others) expect(other).toEqual(first)
})

test('H5 a text that was deleted and restored does not stand there twice after undo', () => {
  const network = new Network(1)
  const { doc, undo } = network.peer(0)
  const id = 'soil' as NoteId
  const edit = (...edits: Edit[]): void => network.run({ do: 'edit', peer: 0, now: 1, edits })
  edit({ type: 'placeNote', id, kind: 'need', at: [0, 0], text: 'Soil maps', lang: 'en', name: 'A', country: 'ke' })
  const version = copyOf(doc)
  edit({ type: 'spliceText', id, offset: 0, remove: 9, insert: '' })
  restoreWall(doc, version, { ...CHAIR, versionAt: 8000 })
  expect(undo.undo()).toBe(null)
  expect(readWall(doc).notes.get(id)?.text).toBe('Soil maps')
})

describe('restoring', () => {
  const [soil, map, late] = ['soil', 'map', 'late'] as [NoteId, NoteId, NoteId]
  const [water, forest] = ['water', 'forest'] as [SectionId, SectionId]
  const BOX = { x: 0, y: 0, width: 500, height: 400 }
  const amina = 'amina' as ParticipantId
  const place = (id: NoteId, kind: 'need' | 'offer', country: string): Edit => ({ type: 'placeNote', id, kind, at: [0, 0], text: id, lang: 'en', name: 'A', country })
  const board = () => {
    const doc = new Y.Doc()
    let now = 100
    const edit = (...edits: Edit[]): void => applyEdits(doc, edits, { participant: amina, now: now++, origin: amina })
    edit({ type: 'teachWord', language: 'en', word: 'bog', topics: ['wetlands'] }, { type: 'setSection', id: water, title: 'Water', box: BOX })
    edit(place(soil, 'need', 'ke'), place(map, 'offer', 'fj'), { type: 'greet', name: 'A', country: 'ke', institution: '' })
    return { doc, edit, version: copyOf(doc) }
  }

  it('H2 brings a note back that another program took out of the document, and lets text that is the same be', () => {
    const { doc, version } = board()
    const text = (doc.getMap<Y.Map<unknown>>(ROOT.notes).get(map) as Y.Map<unknown>).get('text')
    doc.getMap(ROOT.notes).delete(soil)
    restoreWall(doc, version, CHAIR)
    expect(readWall(doc)).toEqual(readWall(version))
    expect((doc.getMap<Y.Map<unknown>>(ROOT.notes).get(map) as Y.Map<unknown>).get('text')).toBe(text)
  })

  it('R21 takes no mark "do not publish" away, and brings one back', () => {
    const { doc, edit, version } = board()
    edit({ type: 'setWithheld', id: soil, withheld: true })
    const marked = copyOf(doc)
    restoreWall(doc, version, CHAIR)
    expect(readWall(doc).notes.get(soil)?.withheld).toBe(true)
    edit({ type: 'setWithheld', id: soil, withheld: false })
    restoreWall(doc, marked, CHAIR)
    expect(readWall(doc).notes.get(soil)?.withheld).toBe(true)
  })

  it('H2 puts later notes in the bin in the name of who restored, keeps later people, the lock and what is shown, and empties later cards', () => {
    const { doc, edit, version } = board()
    edit(place(late, 'need', 'np'), { type: 'lockWall' }, { type: 'teachWord', language: 'en', word: 'fen', topics: ['wetlands'] }, { type: 'forgetWord', language: 'en', word: 'bog' })
    edit({ type: 'setSection', id: water, title: 'Sea', box: BOX }, { type: 'setSection', id: forest, title: 'Forest', box: BOX }, { type: 'showEveryone', sight: { place: BOX } })
    edit({ type: 'showInterest', pair: pairIdOf(soil, map), side: 'need', line: '' })
    edit({ type: 'spliceCard', pair: pairIdOf(soil, map), field: 'what', offset: 0, remove: 0, insert: 'A visit' })
    applyEdits(doc, [{ type: 'greet', name: 'Bo', country: 'fj', institution: '' }], { participant: 'bo' as ParticipantId, now: 1, origin: null })
    restoreWall(doc, version, CHAIR)
    const wall = readWall(doc)
    expect([...wall.notes.keys()].sort()).toEqual([map, soil])
    expect(wall.words.map(({ word }) => word)).toEqual(['bog'])
    expect([...wall.sections.values()].map(({ title }) => title)).toEqual(['Water'])
    expect(wall.settings.shown?.sight).toEqual({ place: BOX })
    expect([...wall.people.keys()].sort()).toEqual([amina, 'bo'])
    expect(wall.settings.locked?.by).toBe(amina)
    expect(wall.pairs.size).toBe(0)
    edit({ type: 'showInterest', pair: pairIdOf(soil, map), side: 'need', line: '' })
    expect(readWall(doc).pairs.get(pairIdOf(soil, map))?.card.what).toBe('')
    edit({ type: 'unbinNote', id: late })
    expect(readWall(doc).notes.has(late)).toBe(true)
  })
})
