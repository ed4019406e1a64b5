import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from './applyEdits.ts'
import type { Edit } from './edit.ts'
import { eraseNames } from './eraseNames.ts'
import { pairIdOf, type NoteId, type ParticipantId } from './ids.ts'
import { readBin, readWall } from './readWall.ts'

const [amina, luis, chair, dina] = ['amina-1', 'luis-1', 'chair-1', 'dina-1'] as [ParticipantId, ParticipantId, ParticipantId, ParticipantId]
const [need, offer, binned, forHer, lone] = ['need-1', 'offer-1', 'need-2', 'need-3', 'need-4'] as [NoteId, NoteId, NoteId, NoteId, NoteId]
const pair = pairIdOf(need, offer)
const NAMES = ['Amina Wanjiku', 'Luis Quispe', 'Fatou Chair', 'Dina Third', 'KenyaWild', 'PeruParks', '0712', 'dina-line', 'Sala 3']

/** Amina and Luis have agreed, Dina supports them, and the chair has written a note for Amina. */
function agreedWall({ isAgreed = true } = {}): Y.Doc {
  const doc = new Y.Doc()
  let now = 0
  const act = (participant: ParticipantId, ...edits: Edit[]): number => {
    applyEdits(doc, edits, { participant, now: ++now, origin: undefined })
    return now
  }
  const note = (id: NoteId, kind: 'need' | 'offer', name: string, country: string, more: object = {}): Edit => ({ type: 'placeNote', id, kind, at: [0, 0], text: `text of ${id}`, lang: 'en', name, country, ...more })
  act(amina, { type: 'greet', name: 'Amina Wanjiku', country: 'ke', institution: 'KenyaWild', spot: 'Sala 3' }, note(need, 'need', 'Amina Wanjiku', 'ke'), note(binned, 'need', 'Amina Wanjiku', 'ke'), note(lone, 'need', 'Amina Wanjiku', 'ke'))
  act(amina, { type: 'binNote', id: binned })
  act(luis, { type: 'greet', name: 'Luis Quispe', country: 'pe', institution: 'PeruParks' }, note(offer, 'offer', 'Luis Quispe', 'pe'))
  act(dina, { type: 'greet', name: 'Dina Third', country: 'dk', institution: '' })
  act(chair, { type: 'greet', name: 'Fatou Chair', country: 'sn', institution: '' }, note(forHer, 'need', 'Amina Wanjiku', 'ke', { writtenBy: 'Fatou Chair' }))
  const to = act(amina, { type: 'showInterest', pair, side: 'need', line: 'Call me: 0712' })
  act(luis, { type: 'answerInterest', pair, side: 'offer', to, accepted: true, line: 'Luis Quispe here' })
  act(dina, { type: 'offerSupport', pair, line: 'dina-line' })
  act(amina, { type: 'spliceCard', pair, field: 'whoNeed', offset: 0, remove: 0, insert: 'Amina Wanjiku' }, { type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: 'A visit' })
  act(luis, { type: 'spliceCard', pair, field: 'whoOffer', offset: 0, remove: 0, insert: 'Luis Quispe' })
  if (isAgreed) {
    act(amina, { type: 'confirmCard', pair, side: 'need' })
    act(luis, { type: 'confirmCard', pair, side: 'offer' })
  }
  return doc
}
/** Every byte of the document, as storage holds it. */
const bytesOf = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1')
const found = (doc: Y.Doc, names = NAMES): string[] => names.filter((name) => bytesOf(doc).includes(name))

describe('names that are erased', () => {
  test('R74 no byte of the document holds a name any more; countries, notes, cards and the agreement stay', () => {
    const doc = agreedWall()
    expect(found(doc)).toEqual(NAMES)
    const before = readWall(doc)
    expect(eraseNames(doc, { who: 'everybody', by: chair }, 99)).toEqual({ people: 4, nameless: 5, notes: 0, lines: 3, cards: 1 })
    expect(found(doc)).toEqual([])
    const { notes, people, pairs, settings } = readWall(doc)
    expect([...notes.values()].map(({ text, name, country, writtenBy }) => [text, name, country, writtenBy])).toEqual(
      [...before.notes.values()].map(({ text, country, writtenBy }) => [text, 'A participant', country, writtenBy && 'A participant']),
    )
    expect(readBin(doc).map(({ note }) => note.name)).toEqual(['A participant'])
    expect([...people.values()].map(({ name, country }) => `${name} ${country}`).sort()).toEqual(['A participant dk', 'A participant ke', 'A participant pe', 'A participant sn'])
    expect([pairs.get(pair)?.state, pairs.get(pair)?.card.what]).toEqual(['agreed', 'A visit'])
    expect([settings.anonymised, settings.erased, settings.locked?.by]).toEqual([{ by: chair, at: 99 }, 99, chair])
  })

  test('R74 a second time nothing is left to be erased', () => {
    const doc = agreedWall()
    eraseNames(doc, { who: 'everybody', by: chair }, 99)
    expect(eraseNames(doc, { who: 'everybody', by: chair }, 100)).toEqual({ people: 0, nameless: 0, notes: 0, lines: 0, cards: 0 })
  })

  test('R75 one person goes, with what the chair wrote in their name; their notes stay nameless and the agreement stands', () => {
    const doc = agreedWall()
    expect(eraseNames(doc, { who: amina, notes: 'stay' }, 99)).toEqual({ people: 1, nameless: 4, notes: 0, lines: 1, cards: 1 })
    expect(found(doc)).toEqual(NAMES.filter((name) => !['Amina Wanjiku', 'KenyaWild', '0712', 'Sala 3'].includes(name)))
    const { people, pairs, settings } = readWall(doc)
    expect([...people.keys()].sort()).toEqual([chair, dina, luis])
    expect([pairs.get(pair)?.state, pairs.get(pair)?.card.whoOffer]).toEqual(['agreed', 'Luis Quispe'])
    expect([settings.anonymised, settings.locked]).toEqual([undefined, undefined])
  })

  test('R75 their notes go with all that was said about them, but for one of an agreement', () => {
    const agreed = agreedWall()
    expect(eraseNames(agreed, { who: amina, notes: 'go' }, 99)).toMatchObject({ nameless: 1, notes: 3 })
    expect([...readWall(agreed).notes.keys()].sort()).toEqual([need, offer])
    expect(readWall(agreed).pairs.get(pair)?.state).toBe('agreed')
    const open = agreedWall({ isAgreed: false })
    expect(eraseNames(open, { who: amina, notes: 'go' }, 99)).toMatchObject({ nameless: 0, notes: 4 })
    expect([...readWall(open).notes.keys()]).toEqual([offer])
    expect([readWall(open).pairs.size, readBin(open)]).toEqual([0, []])
    expect(found(open, ['text of need-1', 'text of need-2', 'A visit', 'Luis Quispe here'])).toEqual([])
  })

  test('R75 who only supports goes with their offer of support, and a facilitator with the pen that they held', () => {
    const doc = agreedWall()
    eraseNames(doc, { who: dina, notes: 'go' }, 99)
    expect(found(doc, ['Dina Third', 'dina-line'])).toEqual([])
    expect(readWall(doc).pairs.get(pair)?.facts.support.size).toBe(0)
    eraseNames(doc, { who: chair, notes: 'stay' }, 99)
    expect(found(doc, ['Fatou Chair'])).toEqual([])
    expect(readWall(doc).notes.get(forHer)).toMatchObject({ name: 'Amina Wanjiku', writtenBy: 'A participant' })
  })
})
