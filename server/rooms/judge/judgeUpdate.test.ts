import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { packVocabulary } from '#shared/matching/packVocabulary.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type ParticipantId, type SectionId } from '#shared/wall/ids.ts'
import { cardsOf, readCard } from '#shared/wall/cards.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { id, newBoard, noteOf, place, room, textOf } from './judgedBoard.ts'

describe('what is one’s own', () => {
  test('J1 every edit that the wall offers is taken as it is, and reaches the others', () => {
    const { doc, person } = room()
    const amina = person('amina')
    const bo = person('bo')
    const chair = person('chair', 'facilitator')
    const third = person('third')
    const pair = pairIdOf(id('need'), id('offer'))
    amina.edit({ type: 'greet', name: 'Amina', country: 'ke', institution: '' }, place('need'))
    bo.edit(place('offer', { kind: 'offer', country: 'fj' }))
    amina.edit({ type: 'spliceText', id: id('need'), offset: 0, remove: 2, insert: 'Soil' }, { type: 'moveNote', id: id('need'), to: [5, 5] })
    amina.edit({ type: 'showInterest', pair, side: 'need', line: 'Hello' })
    bo.edit({ type: 'answerInterest', pair, side: 'offer', to: 1_700_000_000_000, accepted: true, line: '' })
    bo.edit({ type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: 'A course' })
    amina.edit({ type: 'chooseOnCard', pair, field: 'helpKind', value: 'training' }, { type: 'chooseOnCard', pair, field: 'byWhen', value: '2026-12-01' })
    amina.edit({ type: 'chooseOnCard', pair, field: 'untilWhen', value: '2027-12-01' }, { type: 'chooseOnCard', pair, field: 'payer', value: 'sought' })
    bo.edit({ type: 'chooseOnCard', pair, field: 'focalPoint', value: 'told' }, { type: 'chooseOnCard', pair, field: 'target', value: '23' })
    bo.edit({ type: 'spliceCard', pair, field: 'howWeKnow', offset: 0, remove: 0, insert: 'A map' }, { type: 'spliceCard', pair, field: 'priority', offset: 0, remove: 0, insert: 'Soils' })
    amina.edit({ type: 'confirmCard', pair, side: 'need' })
    bo.edit({ type: 'confirmCard', pair, side: 'offer' }, { type: 'closePair', pair, state: 'dropped', line: 'x' })
    bo.edit({ type: 'reopenPair', pair }, { type: 'dismissPair', pair })
    bo.edit({ type: 'recallPair', pair })
    chair.edit(place('for-delia', { name: 'Delia', writtenBy: 'Chair', imported: 'Nairobi' }), { type: 'binNote', id: id('need') })
    bo.edit({ type: 'setPlaces', id: id('offer'), places: 3 })
    bo.edit({ type: 'setPlaces', id: id('offer'), places: undefined })
    bo.edit({ type: 'setWithheld', id: id('offer'), withheld: true }, place('withheld', { withheld: true }))
    chair.edit({ type: 'setWithheld', id: id('offer'), withheld: false })
    chair.edit({ type: 'publishMeetings', startsAt: 1_700_000_000_000, minutes: 10, rounds: [[pair], []] }, { type: 'showInRoom', view: 'meetings' })
    chair.edit({ type: 'withdrawMeetings' }, { type: 'nameWall', title: 'NBSAP, Nairobi' }, { type: 'sayWhere', place: 'Gigiri' }, { type: 'sayWhen', days: { first: '2026-11-23', last: '2026-11-25' } })
    chair.edit({ type: 'sayWhere', place: '' }, { type: 'sayWhen', days: undefined })
    const box = { x: -50, y: 0, width: 500, height: 400 }
    chair.edit({ type: 'setSection', id: 's' as SectionId, title: 'Water', box }, { type: 'showEveryone', sight: { place: box } }, { type: 'pointLaser', client: 4_000_000_000 })
    chair.edit({ type: 'showEveryone', sight: { pair } }, { type: 'removeSection', id: 's' as SectionId })
    chair.edit({ type: 'stopShowing' }, { type: 'stopLaser' })
    chair.edit({ type: 'suggestPair', pair, line: 'You two!' })
    amina.edit({ type: 'declineSuggestion', pair, side: 'need', to: 1_700_000_000_000, line: '' }, { type: 'greet', name: 'Amina', country: 'ke', institution: '', spot: 'table 4' })
    bo.edit({ type: 'answerLater', pair, side: 'offer', to: 1_700_000_000_000 })
    third.edit({ type: 'offerSupport', pair, line: 'We pay the tickets' })
    bo.edit({ type: 'answerSupport', pair, supporter: 'third' as ParticipantId, to: 1_700_000_000_000, accepted: true })
    third.edit({ type: 'withdrawSupport', pair })
    chair.edit({ type: 'withdrawSuggestion', pair })
    amina.edit({ type: 'unbinNote', id: id('need') }, { type: 'setKind', id: id('need'), kind: 'offer' }, { type: 'setLanguage', id: id('need'), lang: 'fr' })
    for (const { verdicts, own } of [amina, bo, chair, third]) {
      expect(verdicts.map(({ refusals, isIncomplete }) => [...refusals, isIncomplete])).toEqual(verdicts.map(() => [false]))
      expect(own.toJSON()).toEqual(doc.toJSON())
    }
  })

  test('J1 P30 both sides begin a text that an earlier card lacks', () => {
    const { doc, person } = room()
    const amina = person('amina')
    const bo = person('bo')
    const pair = pairIdOf(id('need'), id('offer'))
    amina.edit(place('need'))
    bo.edit(place('offer', { kind: 'offer', country: 'fj' }))
    amina.own.getMap('cards').set(pair, new Y.Map([['what', new Y.Text('A visit')]]))
    amina.edit({ type: 'spliceCard', pair, field: 'priority', offset: 0, remove: 0, insert: 'Soils' })
    bo.edit({ type: 'spliceCard', pair, field: 'howWeKnow', offset: 0, remove: 0, insert: 'A map' })
    amina.edit({ type: 'spliceCard', pair, field: 'howWeKnow', offset: 5, remove: 0, insert: ' of soils' })
    expect([...amina.refusals(), ...bo.refusals()]).toEqual([])
    expect(readCard(cardsOf(doc.getMap('cards'), pair))).toMatchObject({ what: 'A visit', priority: 'Soils', howWeKnow: 'A map of soils' })
  })

  test('J1 undo and redo of one’s own are taken', () => {
    const { doc, person } = room()
    const amina = person('amina')
    const undo = new Y.UndoManager(amina.own.getMap('notes'), { trackedOrigins: new Set(['own']), captureTimeout: 0 })
    amina.edit(place('n'))
    amina.edit({ type: 'spliceText', id: id('n'), offset: 1, remove: 0, insert: 'ew' })
    amina.edit({ type: 'moveNote', id: id('n'), to: [9, 9] })
    for (let step = 0; step < 3; step++) undo.undo()
    expect(doc.getMap('notes').size).toBe(0)
    for (let step = 0; step < 3; step++) undo.redo()
    expect(textOf(doc, 'n').toJSON()).toBe('new')
    expect(amina.refusals()).toEqual([])
  })

  test('J1 a note that another program makes key by key is taken', () => {
    const { doc, person } = room()
    const amina = person('amina')
    const note = new Y.Map<unknown>()
    amina.own.getMap('notes').set('n', note)
    for (const [key, value] of Object.entries({ kind: 'offer', author: 'amina', name: 'Amina', country: 'ke', lang: 'en', at: [1, 2], createdAt: 5, colour: 'red' })) note.set(key, value)
    note.set('text', new Y.Text('Mangroves'))
    note.set('author', 'amina')
    expect(amina.refusals()).toEqual([])
    expect(noteOf(doc, 'n').toJSON()).toMatchObject({ author: 'amina', text: 'Mangroves', colour: 'red' })
  })

  test('J2 a device that sends all it has is taken at its word for its own part, however it comes', () => {
    const { doc, person, take, holders } = room()
    const amina = person('amina')
    amina.edit(place('n'))
    const offline = newBoard()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(amina.own))
    holders.set(offline.clientID, 'amina' as ParticipantId)
    applyEdits(offline, [place('late'), { type: 'spliceText', id: id('n'), offset: 0, remove: 1, insert: 'N' }], { participant: 'amina' as ParticipantId, now: 1, origin: null })
    const all = Y.encodeStateAsUpdate(offline)
    expect(take(all, 'amina')).toMatchObject({ isIncomplete: false, refusals: new Set() })
    expect(doc.toJSON()).toEqual(offline.toJSON())
    expect(take(all, 'amina').refusals).toEqual(new Set())
    expect(doc.toJSON()).toEqual(offline.toJSON())
  })
})

test('M31 a facilitator teaches words and has them forgotten, in their own name and at a sane size; nobody else does', () => {
  const { doc, person } = room()
  const amina = person('amina')
  const chair = person('chair', 'facilitator')
  chair.edit({ type: 'teachWord', language: 'en', word: 'longline hooks', topics: ['fisheries'] }, { type: 'teachWord', language: 'zh', word: '延绳钓', topics: ['fisheries'] })
  chair.edit({ type: 'forgetWord', language: 'zh', word: '延绳钓' })
  expect(chair.refusals()).toEqual([])
  amina.edit({ type: 'teachWord', language: 'en', word: 'hooks', topics: ['fisheries'] }, { type: 'forgetWord', language: 'en', word: 'longline hooks' })
  expect(amina.refusals()).toEqual(['facilitatorOnly'])
  const words = chair.own.getMap('words')
  const said = { by: 'chair', at: 1, topics: ['fisheries'] }
  for (const key of ['hooks', 'xx/hooks', 'en/Hooks', `en/${'x'.repeat(81)}`]) words.set(key, said)
  for (const value of [{ ...said, by: 'amina' }, { ...said, topics: ['x'.repeat(65)] }, { ...said, more: 'x' }, { ...said, topics: [] }, { ...said, topics: ['a', 'b', 'c', 'd'] }, { ...said, topics: ['a', 'a'] }, 'fisheries', new Y.Map([['by', 'chair']])]) words.set('en/odd', value)
  expect(chair.refusals()).toEqual([...Array<string>(4).fill('badPlace'), ...Array<string>(8).fill('badValue')])
  expect([...doc.getMap('words').keys()]).toEqual(['en/longline hooks'])
})

test('M37 a facilitator loads a vocabulary that can be read; nobody else does', () => {
  const { doc, person } = room()
  const amina = person('amina')
  const chair = person('chair', 'facilitator')
  const vocabulary = packVocabulary({ name: 'Water', topics: [{ id: 'wells', labels: { ar: 'w', en: 'wells', es: 'w', fr: 'w', pt: 'w', ru: 'w', zh: 'w' }, synonyms: {}, trigger: {}, abbreviations: [] }] })
  amina.edit({ type: 'chooseVocabulary', vocabulary })
  expect(amina.refusals()).toEqual(['facilitatorOnly'])
  chair.edit({ type: 'chooseVocabulary', vocabulary })
  expect(chair.refusals()).toEqual([])
  for (const value of ['', 'broken', vocabulary.slice(0, -9), 7, { name: 'Water' }]) chair.own.getMap('settings').set('vocabulary', value)
  expect(chair.refusals()).toEqual(Array<string>(5).fill('badValue'))
  expect(readWall(doc).settings.vocabulary).toBe(vocabulary)
  const boss = person('boss', 'facilitator')
  boss.edit({ type: 'chooseVocabulary', vocabulary: undefined })
  expect(readWall(doc).settings.vocabulary).toBe(undefined)
})

test('R96 name, place and days of the workshop are a facilitator’s to change, to what they can be', () => {
  const { doc, person } = room()
  const [amina, chair] = [person('amina'), person('chair', 'facilitator')]
  const days = { first: '2026-11-23', last: '2026-11-25' }
  amina.edit({ type: 'nameWall', title: 'Mine' })
  amina.edit({ type: 'sayWhere', place: 'Mine' })
  amina.edit({ type: 'sayWhen', days })
  expect(amina.refusals()).toEqual(Array<string>(3).fill('facilitatorOnly'))
  chair.edit({ type: 'nameWall', title: 'NBSAP' }, { type: 'sayWhere', place: 'Gigiri' }, { type: 'sayWhen', days })
  const settings = chair.own.getMap('settings')
  for (const value of ['', ' ', 'x'.repeat(201), 7, null]) for (const key of ['title', 'place']) settings.set(key, value)
  for (const value of [{ first: '2026-11-25', last: '2026-11-23' }, { first: '2026-02-30', last: '2026-11-23' }, { ...days, more: 1 }, { first: days.first }, 'tomorrow', null]) settings.set('days', value)
  expect(chair.refusals()).toEqual(Array<string>(16).fill('badValue'))
  expect(readWall(doc).settings).toMatchObject({ title: 'NBSAP', place: 'Gigiri', days })
  person('boss', 'facilitator').edit({ type: 'sayWhere', place: '' }, { type: 'sayWhen', days: undefined })
  const { place: where, days: when } = readWall(doc).settings
  expect([where, when]).toEqual([undefined, undefined])
})

test('J30 typing into a word is reckoned as the same work, alone or among other edits', () => {
  const { person } = room()
  const amina = person('amina')
  const others = ['a', 'b', 'c'].map(id)
  amina.edit(place('wetlands'), place('seeds'), ...others.map((note) => place(note)))
  const stepsOf = (...edits: Edit[]): number => {
    amina.edit(...edits)
    return amina.verdicts.at(-1)?.steps ?? NaN
  }
  const into = (name: string): Edit => ({ type: 'spliceText', id: id(name), offset: 2, remove: 0, insert: 'x' })
  const moves = (x: number): Edit[] => others.map((note) => ({ type: 'moveNote', id: note, to: [x, 0] }))
  const alone = stepsOf(into('wetlands'))
  expect(alone).toBeGreaterThan(0)
  expect(stepsOf(into('seeds'), ...moves(1)) - stepsOf(...moves(2))).toBe(alone)
  expect(stepsOf({ type: 'spliceText', id: id('wetlands'), offset: 9, remove: 0, insert: ' and more' })).toBe(0)
})
