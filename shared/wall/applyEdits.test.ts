import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from './applyEdits.ts'
import type { Edit } from './edit.ts'
import { pairIdOf, type NoteId, type ParticipantId, type SectionId } from './ids.ts'
import { readWall } from './readWall.ts'
import { ROOT, type NoteKind } from './schema.ts'

const amina = 'amina' as ParticipantId
const bo = 'bo' as ParticipantId
const [soil, map] = ['soil' as NoteId, 'map' as NoteId]
const pair = pairIdOf(soil, map)

const place = (id: NoteId, kind: NoteKind, text = 'Soil carbon', country = 'ke'): Edit => ({
  type: 'placeNote', id, kind, text, at: [10, 20], lang: 'en', name: 'Amina', country,
})

function board(...edits: Edit[]) {
  const doc = new Y.Doc()
  let now = 1000
  const edit = (participant: ParticipantId, ...more: Edit[]): void => applyEdits(doc, more, { participant, now: now++, origin: participant })
  edit(amina, ...edits)
  return { doc, edit, note: (id: NoteId) => readWall(doc).notes.get(id), pair: () => readWall(doc).pairs.get(pair) }
}

describe('notes', () => {
  it('places a note as it was written, with its author and corner', () => {
    const { note } = board({ ...place(soil, 'need'), writtenBy: 'Chair' } as Edit)
    expect(note(soil)).toEqual({
      id: soil, kind: 'need', text: 'Soil carbon', author: amina, name: 'Amina', country: 'ke', lang: 'en',
      at: [10, 20], createdAt: 1000, writtenBy: 'Chair', places: undefined,
    })
  })

  it('moves it, turns its kind and names its language, each by itself', () => {
    const { edit, note } = board(place(soil, 'need'))
    edit(amina, { type: 'moveNote', id: soil, to: [1, 2] }, { type: 'setKind', id: soil, kind: 'offer' }, { type: 'setLanguage', id: soil, lang: 'fr' })
    expect(note(soil)).toMatchObject({ at: [1, 2], kind: 'offer', lang: 'fr', text: 'Soil carbon', author: amina, createdAt: 1000 })
  })

  it('W50 what is hung or moved off the wall hangs at its edge, where everybody reads it and the server takes it', () => {
    const { doc, edit, note } = board({ ...place(soil, 'need'), at: [3e6, -20] } as Edit)
    expect(note(soil)?.at).toEqual([1e6, -20])
    edit(amina, { type: 'moveNote', id: soil, to: [5, -1.5e6] })
    expect(note(soil)?.at).toEqual([5, -1e6])
    const id = 'far' as SectionId
    edit(amina, { type: 'setSection', id, title: 'Far', box: { x: -2e6, y: 7, width: 500, height: 400 } })
    expect(readWall(doc).sections.get(id)?.box).toMatchObject({ x: -1e6, y: 7 })
  })

  it('G6 an offer says how many countries it can serve, and says so no more; a need never does', () => {
    const { edit, note } = board({ ...place(soil, 'offer'), places: 3 } as Edit)
    expect(note(soil)?.places).toBe(3)
    edit(amina, { type: 'setPlaces', id: soil, places: 5 }, { type: 'setKind', id: soil, kind: 'need' })
    expect(note(soil)?.places).toBeUndefined()
    edit(amina, { type: 'setKind', id: soil, kind: 'offer' })
    expect(note(soil)?.places).toBe(5)
    edit(amina, { type: 'setPlaces', id: soil, places: undefined })
    expect(note(soil)?.places).toBeUndefined()
  })

  it('W14 keeps the author of a note that somebody else corrects', () => {
    const { edit, note } = board(place(soil, 'need'))
    edit(bo, { type: 'spliceText', id: soil, offset: 4, remove: 7, insert: '!' })
    expect(note(soil)).toMatchObject({ text: 'Soil!', author: amina, name: 'Amina', country: 'ke' })
  })

  it.each([
    [{ offset: 0, remove: 0, insert: 'Our ' }, 'Our Soil carbon'],
    [{ offset: 99, remove: 5, insert: '!' }, 'Soil carbon!'],
    [{ offset: 5, remove: 99, insert: '' }, 'Soil '],
    [{ offset: 0, remove: 11, insert: '土' }, '土'],
  ])('W14 typing always lands, also where the text has become shorter: %j', (change, text) => {
    const { edit, note } = board(place(soil, 'need'))
    edit(amina, { type: 'spliceText', id: soil, ...change })
    expect(note(soil)?.text).toBe(text)
  })

  it('W13 the bin hides a note with all that is on it, and gives it back', () => {
    const { edit, note } = board(place(soil, 'need'))
    const before = note(soil)
    edit(bo, { type: 'binNote', id: soil })
    expect(note(soil)).toBeUndefined()
    edit(bo, { type: 'unbinNote', id: soil })
    expect(note(soil)).toEqual(before)
  })

  it('W14 an edit of what is not there does nothing', () => {
    const { doc, edit } = board()
    const gone: Edit[] = [
      { type: 'moveNote', id: soil, to: [1, 2] },
      { type: 'spliceText', id: soil, offset: 0, remove: 0, insert: 'x' },
      { type: 'setKind', id: soil, kind: 'offer' },
      { type: 'setLanguage', id: soil, lang: 'fr' },
      { type: 'binNote', id: soil },
      { type: 'unbinNote', id: soil },
      { type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: 'x' },
      { type: 'chooseOnCard', pair, field: 'byWhen', value: '2026-01-01' },
    ]
    const before = Y.encodeStateAsUpdate(doc)
    edit(amina, ...gone)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('a list of edits is one transaction of its author', () => {
    const { doc, edit } = board()
    const origins: unknown[] = []
    doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin))
    edit(bo, place(soil, 'need'), place(map, 'offer'))
    expect(origins).toEqual([bo])
  })
})

it('greets by name; a second greeting replaces the first', () => {
  const { doc, edit } = board({ type: 'greet', name: 'A', country: 'ke', institution: '' })
  edit(amina, { type: 'greet', name: 'Amina', country: 'tz', institution: 'NEMC' })
  expect([...readWall(doc).people.values()]).toEqual([{ id: amina, name: 'Amina', country: 'tz', institution: 'NEMC' }])
  const seat = (spot?: string): string | undefined => {
    edit(amina, { type: 'greet', name: 'Amina', country: 'tz', institution: 'NEMC', ...(spot !== undefined && { spot }) })
    return readWall(doc).people.get(amina)?.spot
  }
  expect([seat('table 4'), seat(), seat('')]).toEqual(['table 4', 'table 4', undefined])
})

describe('pairs', () => {
  const asked = () => board(place(soil, 'need'), place(map, 'offer', 'Maps', 'cn'), { type: 'showInterest', pair, side: 'need', line: 'May we visit?' })

  it('P2 goes from interest by acceptance and two confirmations to an agreement', () => {
    const { edit, pair: read } = asked()
    expect(read()?.state).toBe('interested')
    const to = read()?.facts.interest.need?.at ?? NaN
    edit(bo, { type: 'answerInterest', pair, side: 'offer', to, accepted: true, line: 'Welcome' })
    expect(read()?.state).toBe('contacted')
    edit(amina, { type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: 'A visit' }, { type: 'chooseOnCard', pair, field: 'helpKind', value: 'visit' })
    edit(amina, { type: 'confirmCard', pair, side: 'need' })
    expect(read()?.state).toBe('contacted')
    edit(bo, { type: 'confirmCard', pair, side: 'offer' })
    expect(read()).toMatchObject({ state: 'agreed', card: { what: 'A visit', helpKind: 'visit' } })
    edit(bo, { type: 'spliceCard', pair, field: 'what', offset: 7, remove: 0, insert: ' in May' })
    expect(read()?.state, 'P3').toBe('contacted')
  })

  it('closes and opens again; new interest opens it too', () => {
    const { edit, pair: read } = asked()
    edit(amina, { type: 'closePair', pair, state: 'dropped', line: 'no time' })
    expect(read()?.state).toBe('dropped')
    edit(amina, { type: 'reopenPair', pair })
    expect(read()?.state).toBe('interested')
    edit(amina, { type: 'closePair', pair, state: 'done', line: '' })
    edit(bo, { type: 'showInterest', pair, side: 'offer', line: '' })
    expect(read()?.state).toBe('contacted')
  })

  it('a second interest leaves what is written on the card', () => {
    const { edit, pair: read } = asked()
    edit(amina, { type: 'spliceCard', pair, field: 'firstStep', offset: 0, remove: 0, insert: 'Call' })
    edit(bo, { type: 'showInterest', pair, side: 'offer', line: '' })
    expect(read()?.card.firstStep).toBe('Call')
  })

  it('P5 "not a match" is the word of one person, who can take it back', () => {
    const { edit, pair: read } = board(place(soil, 'need', 'Soil'), place(map, 'offer', 'Maps', 'cn'))
    edit(amina, { type: 'dismissPair', pair })
    edit(bo, { type: 'dismissPair', pair })
    edit(amina, { type: 'recallPair', pair })
    expect(read()).toMatchObject({ state: undefined, facts: { dismissed: new Map([[bo, { need: 'Soil', offer: 'Maps' }]]) } })
  })
})

it('H1 a locked wall says who locked it and when, until it is opened', () => {
  const { edit, doc } = board()
  edit(amina, { type: 'lockWall' })
  expect(readWall(doc).settings.locked).toMatchObject({ by: amina })
  edit(bo, { type: 'unlockWall' })
  expect(readWall(doc).settings.locked).toBeUndefined()
})

it('M30 a word means what it was taught last, until it is forgotten', () => {
  const { edit, doc } = board()
  edit(amina, { type: 'teachWord', language: 'en', word: 'longline hooks', topics: ['bycatch'] }, { type: 'teachWord', language: 'fr', word: 'longline hooks', topics: ['bycatch'] })
  edit(bo, { type: 'teachWord', language: 'en', word: 'longline hooks', topics: ['fisheries'] })
  expect(readWall(doc).words).toMatchObject([{ language: 'en', word: 'longline hooks', topics: ['fisheries'], by: bo }, { language: 'fr', topics: ['bycatch'], by: amina }])
  edit(bo, { type: 'forgetWord', language: 'en', word: 'longline hooks' }, { type: 'forgetWord', language: 'es', word: 'nothing' })
  expect(readWall(doc).words).toMatchObject([{ language: 'fr' }])
})

it('writes into the known roots only', () => {
  const { doc } = board(place(soil, 'need'), { type: 'teachWord', language: 'en', word: 'peat', topics: ['peatlands'] }, { type: 'greet', name: 'A', country: 'ke', institution: '' }, { type: 'showInterest', pair, side: 'need', line: '' })
  for (const name of doc.share.keys()) expect(Object.keys(ROOT)).toContain(name)
})
