import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { NoteId, ParticipantId } from './ids.ts'
import { readBin, readWall } from './readWall.ts'
import { LIMITS, ROOT } from './schema.ts'

const honest = { kind: 'need', author: 'amina', name: 'Amina', country: 'ke', lang: 'sw', at: [1, 2], createdAt: 5 }

/** A board on which one note holds these values; `text` is a Y.Text unless it says otherwise. */
function boardWith(fields: Record<string, unknown>, id = 'soil'): Y.Doc {
  const doc = new Y.Doc()
  doc.getMap(ROOT.notes).set(id, new Y.Map(Object.entries({ ...honest, text: new Y.Text('Soil'), ...fields })))
  return doc
}
const noteOf = (doc: Y.Doc) => [...readWall(doc).notes.values()][0]

describe('W5 what is no note does not come through', () => {
  it.each<[string, Record<string, unknown>]>([
    ['kind', { kind: 'wish' }],
    ['text', { text: 'plain' }],
    ['author', { author: '' }],
    ['author', { author: { id: 'amina' } }],
    ['name', { name: '   ' }],
    ['name', { name: undefined }],
    ['country', { country: 'KE' }],
    ['country', { country: 'kenya' }],
    ['place', { at: [NaN, 0] }],
    ['place', { at: [1e308, 0] }],
    ['place', { at: [0, -Infinity] }],
    ['place', { at: [0] }],
    ['place', { at: ['0', '0'] }],
    ['place', { at: { x: 1, y: 2 } }],
  ])('%s: %j', (_, fields) => expect(noteOf(boardWith(fields))).toBeUndefined())

  it('a note that is no map, or under a key that is no id', () => {
    const doc = boardWith({}, 'not an id')
    doc.getMap(ROOT.notes).set('plain', { ...honest, text: 'Soil' })
    doc.getMap(ROOT.notes).set('array', new Y.Array())
    expect(readWall(doc).notes.size).toBe(0)
  })
})

describe('W5 what is merely odd is mended', () => {
  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ lang: '<b>' }, { lang: 'und' }],
    [{ lang: undefined }, { lang: 'und' }],
    [{ lang: 'zh-Hant' }, { lang: 'zh-Hant' }],
    [{ createdAt: NaN }, { createdAt: 0 }],
    [{ createdAt: 1e300 }, { createdAt: 0 }],
    [{ createdAt: 'today' }, { createdAt: 0 }],
    [{ writtenBy: 7 }, { writtenBy: undefined }],
    [{ kind: 'offer', places: 20 }, { places: 20 }],
    [{ kind: 'offer', places: 21 }, { places: undefined }],
    [{ kind: 'offer', places: 0 }, { places: undefined }],
    [{ kind: 'offer', places: 1.5 }, { places: undefined }],
    [{ kind: 'offer', places: '3' }, { places: undefined }],
    [{ places: 3 }, { places: undefined }],
    [{ name: 'x'.repeat(500) }, { name: 'x'.repeat(LIMITS.name) }],
  ])('%j', (fields, read) => expect(noteOf(boardWith(fields))).toMatchObject(read))
})

describe('W16 the bin', () => {
  const deleted = { by: 'bo', at: 70 }
  it('holds what was deleted, with who did it and when; the wall does not', () => {
    const doc = boardWith({ binned: deleted })
    expect(readBin(doc)).toMatchObject([{ note: { id: 'soil', text: 'Soil', author: 'amina' }, deleted }])
    expect(noteOf(doc)).toBeUndefined()
    expect(readBin(boardWith({}))).toEqual([])
  })

  it('tells the note that was deleted last first, and leaves out who deleted it where that is not known', () => {
    const doc = boardWith({ binned: true }, 'unknown')
    for (const [id, at] of [['early', 60], ['last', 80]] as const) {
      doc.getMap(ROOT.notes).set(id, new Y.Map(Object.entries({ ...honest, text: new Y.Text(), binned: { by: 'bo', at } })))
    }
    expect(readBin(doc).map(({ note, deleted }) => [note.id, deleted?.at])).toEqual([['last', 80], ['early', 60], ['unknown', undefined]])
  })

  it('holds nothing that is no note', () => expect(readBin(boardWith({ binned: deleted, at: 'here' }))).toEqual([]))
})

it('draws the oldest first, and of the same moment by id, whatever the order of writing', () => {
  const doc = new Y.Doc()
  const notes = doc.getMap(ROOT.notes)
  for (const [id, createdAt] of [['c', 2], ['d', 1], ['b', 1], ['a', 9]] as const) {
    notes.set(id, new Y.Map(Object.entries({ ...honest, createdAt, text: new Y.Text() })))
  }
  expect([...readWall(doc).notes.keys()]).toEqual(['b', 'd', 'c', 'a'])
  expect(readWall(doc).notes.get('a' as NoteId)?.at).toEqual([1, 2])
})

it('W5 people without a name or a country are nobody', () => {
  const doc = new Y.Doc()
  const people = doc.getMap(ROOT.people)
  people.set('amina', { name: 'Amina', country: 'ke', institution: 3, spot: ['table 4'] })
  people.set('no id!', { name: 'X', country: 'ke' })
  people.set('blank', { name: ' ', country: 'ke' })
  people.set('nowhere', { name: 'X', country: '!' })
  people.set('null', null)
  people.set('map', new Y.Map())
  expect([...readWall(doc).people.values()]).toEqual([{ id: 'amina' as ParticipantId, name: 'Amina', country: 'ke', institution: '' }])
})

it('W5 an empty document, or one of other things, is an empty wall', () => {
  const empty = { settings: { schema: 1, title: '', language: 'en', themes: [], countries: [], locked: undefined, restored: undefined, meetings: undefined, room: 'wall', shown: undefined, laser: undefined }, notes: new Map(), pairs: new Map(), people: new Map(), words: [], sections: new Map(), likenesses: [] }
  expect(readWall(new Y.Doc())).toEqual(empty)
  const odd = new Y.Doc()
  odd.getMap(ROOT.settings).set('title', 3)
  odd.getMap(ROOT.settings).set('language', 'tlh')
  odd.getMap(ROOT.settings).set('themes', 'forests')
  odd.getMap(ROOT.settings).set('countries', new Y.Array())
  odd.getMap(ROOT.pairs).set('n1~o1/interest/need', 'yes')
  odd.getMap(ROOT.cards).set('n1~o1', 'card')
  expect(readWall(odd)).toMatchObject({ ...empty, pairs: new Map([['n1~o1', { state: undefined }]]) })
})

it('themes and countries leave out what is not words', () => {
  const doc = new Y.Doc()
  doc.getMap(ROOT.settings).set('themes', ['forests', 3, null])
  doc.getMap(ROOT.settings).set('countries', ['ke', 'tz'])
  expect(readWall(doc).settings).toMatchObject({ themes: ['forests'], countries: ['ke', 'tz'] })
})

it('M30 of the words that were taught only whole ones are read, in the order of their keys, and no more than a workshop needs', () => {
  const doc = new Y.Doc()
  const words = doc.getMap(ROOT.words)
  const said = { by: 'fay', at: 1, topics: ['fisheries'] }
  words.set('fr/palangre', said)
  words.set('en/longline hooks', said)
  for (const key of ['en/', 'longline', 'tlh/ghargh', 'en/Hooks', 'en/ hooks', `en/${'x'.repeat(81)}`]) words.set(key, said)
  for (const [at, value] of [null, 'fisheries', { ...said, topics: ['No topic'] }, { ...said, topics: [] }, { ...said, topics: ['a', 'a'] }, { ...said, topics: 'a' }, { ...said, by: 3 }, { ...said, at: 'now' }, new Y.Map()].entries()) words.set(`en/odd ${at}`, value)
  expect(readWall(doc).words).toEqual([
    { ...said, language: 'en', word: 'longline hooks' },
    { ...said, language: 'fr', word: 'palangre' },
  ])
  for (let at = 0; at < 600; at++) words.set(`en/word ${at}`, said)
  expect(readWall(doc).words).toHaveLength(500)
})
