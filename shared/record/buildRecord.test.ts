import { describe, expect, test } from 'vitest'
import type { NoteId, ParticipantId } from '../wall/ids.ts'
import { pairIdOf } from '../wall/ids.ts'
import { EMPTY_CARD, type Card, type Note, type Pair, type PairFacts, type PairState, type Wall } from '../wall/schema.ts'
import { NO_FACTS } from '../wall/pairFacts.ts'
import { buildRecord, type RecordWords } from './buildRecord.ts'

const note = (id: string, kind: 'need' | 'offer', country: string, name: string): Note => ({
  id: id as NoteId,
  kind,
  text: `text of ${id}`,
  author: `author-${name}` as ParticipantId,
  name,
  country,
  lang: 'en',
  at: [0, 0],
  createdAt: 1,
  writtenBy: undefined, places: undefined,
})

function pair(need: string, offer: string, state: PairState | undefined, facts: Partial<PairFacts> = {}, card: Card = EMPTY_CARD): Pair {
  const ids = { need: need as NoteId, offer: offer as NoteId }
  return { id: pairIdOf(ids.need, ids.offer), ...ids, state, facts: { ...NO_FACTS, ...facts }, card }
}

function wall(notes: readonly Note[], pairs: readonly Pair[] = [], people: Wall['people'] = new Map()): Wall {
  return {
    settings: { schema: 1, title: 'Nairobi', language: 'en', themes: ['Wetlands'], countries: [], locked: undefined, restored: undefined, meetings: undefined, room: 'wall', shown: undefined, laser: undefined, vocabulary: undefined },
    notes: new Map(notes.map((one) => [one.id, one])),
    pairs: new Map(pairs.map((one) => [one.id, one])),
    people,
    words: [], sections: new Map(), likenesses: [],
  }
}

const states: Record<PairState, string> = { suggested: 'suggested', interested: 'interested', declined: 'declined', contacted: 'contacted', agreed: 'agreed', done: 'done', dropped: 'dropped' }
/** Says everything in the plainest way. */
const plainWords: RecordWords = {
  language: 'en',
  dir: 'ltr',
  noTitle: 'no title',
  states,
  labels: {
    kind: { need: 'need', offer: 'offer' },
    kindMeaning: { need: '', offer: '' },
    recordOf: '',
    wallPage: '',
    wallAlt: '',
    legendAgreed: '',
    legendContact: '',
    legendInterest: '',
    numbersMeaning: '',
    notesByCountry: '',
    notesByTopic: '',
    notesByTopicMeaning: '',
    noTopics: '',
    contents: '',
    scan: '',
    region: '',
    regionTopics: '',
    topic: '',
    countries: '',
    regionGaps: '',
    regionBonds: '',
    regionBondsMeaning: '',
    needing: '',
    offering: '',
    pairsCount: '',
    bond: { agreed: 'agreed', contact: 'contact', asked: 'asked' },
    whereToGo: '',
    doors: [],
    formTitle: '',
    formHelp: '',
    formName: '',
    formCountry: '',
    sheets: '',
    sheetsMeaning: '',
    pairs: '',
    agreements: '',
    unmetNeeds: '',
    unmetNeedsMeaning: '',
    untakenOffers: '',
    untakenOffersMeaning: '',
    people: '',
    why: '',
    noNotes: '',
    noPairs: '',
    noAgreements: '',
    noneLeft: '',
  },
  cardLabel: (field, { need, offer }) => (field === 'whoNeed' ? `who in ${need}` : field === 'whoOffer' ? `who in ${offer}` : field),
  cardValue: (field, card) => card[field],
  support: 'support',
  contacts: 'contacts',
  open: 'open',
  countryName: (code) => code.toUpperCase(),
  days: ({ first, last }, taken) => `${first}–${last}, ${taken}`,
  date: (ms) => new Date(ms).toISOString().slice(0, 10),
  figure: (figure) => figure,
  fate: (kind, fate, count) => `${kind} ${fate} ${count}`,
  who: (name, country) => `${name} (${country})`,
  writtenBy: (name) => `by ${name}`,
  imported: (from) => `from ${from}`,
  places: (number) => `${number} places`,
  pairedWith: (state, numbers) => `${state} ${numbers}`,
  said: (what, who, date) => `${what} ${who} ${date}`,
  confirmed: (who, date) => `confirmed ${who} ${date}`,
}

const NOTES = [note('o1', 'offer', 'ke', 'Njeri'), note('n1', 'need', 'ke', 'Amina'), note('n2', 'need', 'br', 'Rafael'), note('o2', 'offer', 'br', 'Rafael'), note('n3', 'need', 'zz', 'Zoe')]
const build = (of: Wall, extra: Partial<Parameters<typeof buildRecord>[1]> = {}) =>
  buildRecord(of, { words: plainWords, createdAt: Date.UTC(2026, 10, 23), ...extra })
const textOf = (record: ReturnType<typeof build>, numbers: readonly number[]) => numbers.map((number) => record.notes[number - 1]?.text)

describe('buildRecord', () => {
  test('R3 every note of the wall is in the record, numbered by country, needs before offers', () => {
    const record = build(wall(NOTES))
    expect(record.notes.map(({ number, text }) => [number, text])).toEqual([
      [1, 'text of n2'],
      [2, 'text of o2'],
      [3, 'text of n1'],
      [4, 'text of o1'],
      [5, 'text of n3'],
    ])
    expect(record.countries.map(({ name, notes }) => [name, notes])).toEqual([['BR', [1, 2]], ['KE', [3, 4]], ['ZZ', [5]]])
  })

  test('R3 an offer says for how many countries it has places, where that is known', () => {
    const record = build(wall(NOTES.map((one) => (one.id === 'o2' ? { ...one, places: 3 } : one))))
    expect(record.notes.map(({ places }) => places)).toEqual([undefined, '3 places', undefined, undefined, undefined])
  })

  test('R4 a need is open until somebody is in contact about it, and so is an offer', () => {
    const isOpenAt = (state: PairState): boolean => {
      const record = build(wall(NOTES, [pair('n1', 'o2', state)]))
      return textOf(record, record.unmetNeeds).includes('text of n1')
    }
    expect(Object.values(states).filter((state) => isOpenAt(state as PairState))).toEqual(['suggested', 'interested', 'declined', 'dropped'])
    const record = build(wall(NOTES, [pair('n1', 'o2', 'contacted')]))
    expect(textOf(record, record.unmetNeeds)).toEqual(['text of n2', 'text of n3'])
    expect(textOf(record, record.untakenOffers)).toEqual(['text of o1'])
  })

  test('R5 an agreement carries both notes, all of the card, and who confirmed it', () => {
    const card: Card = {
      ...EMPTY_CARD, what: 'A visit', firstStep: 'Call', whoNeed: 'Amina', helpKind: 'visit', byWhen: '2027-02-15',
      untilWhen: '2028-01-31', payer: 'sought', focalPoint: 'told', priority: 'Soils', target: '10', howWeKnow: 'A map',
    }
    const by = (name: string, at: number) => ({ by: `author-${name}` as ParticipantId, at, card })
    const facts = { confirm: { need: by('Amina', Date.UTC(2026, 10, 24)), offer: by('Rafael', Date.UTC(2026, 10, 25)) } }
    const [agreement] = build(wall(NOTES, [pair('n1', 'o2', 'agreed', facts, card)])).agreements
    expect(agreement).toEqual({
      need: 3,
      offer: 2,
      isDone: false,
      stateWord: 'agreed',
      what: 'A visit',
      fields: [
        { label: 'helpKind', value: 'visit' },
        { label: 'firstStep', value: 'Call' },
        { label: 'byWhen', value: '2027-02-15' },
        { label: 'untilWhen', value: '2028-01-31' },
        { label: 'who in KE', value: 'Amina' },
        { label: 'who in BR', value: 'open' },
        { label: 'payer', value: 'sought' },
        { label: 'focalPoint', value: 'told' },
        { label: 'priority', value: 'Soils' },
        { label: 'target', value: '10' },
        { label: 'howWeKnow', value: 'A map' },
      ],
      confirmed: ['confirmed Amina (KE) 2026-11-24', 'confirmed Rafael (BR) 2026-11-25'],
    })
  })

  test('R5 P24 an agreement says who supports it, and with what', () => {
    const by = 'author-Zoe' as ParticipantId
    const facts = { support: new Map([[by, { by, at: 1, line: 'Tickets' }]]), supported: new Map([[by, { by, at: 2, to: 1, accepted: true }]]) }
    const people = new Map([[by, { id: by, name: 'Zoe', country: 'zz', institution: '' }]])
    const [agreement] = build({ ...wall(NOTES, [pair('n1', 'o2', 'agreed', facts)]), people }).agreements
    expect(agreement?.fields.at(-1)).toEqual({ label: 'support', value: 'Zoe (ZZ): \u2068Tickets\u2069' })
  })

  test('R5 an agreement that is done says who said so and when', () => {
    const outcome = { by: 'author-Rafael' as ParticipantId, at: Date.UTC(2027, 4, 1), state: 'done' as const, line: '' }
    const [agreement] = build(wall(NOTES, [pair('n1', 'o2', 'done', { outcome })])).agreements
    expect(agreement).toMatchObject({ isDone: true, stateWord: 'done', confirmed: ['done Rafael (BR) 2027-05-01'] })
  })

  test('pairs are listed with their reasons and what was said, what came furthest first', () => {
    const interest = { by: 'author-Amina' as ParticipantId, at: 1, line: 'Lunch?' }
    const answer = { by: 'author-Rafael' as ParticipantId, at: 2, to: 1, accepted: true, line: 'Yes' }
    const record = build(
      wall(NOTES, [pair('n2', 'o1', 'interested'), pair('n1', 'o2', 'contacted', { interest: { need: interest }, answer: { offer: answer } }), pair('n3', 'o1', undefined)]),
      { reasonFor: (need, offer) => [`${need.id} like ${offer.id}`] },
    )
    expect(record.pairs.map(({ state }) => state)).toEqual(['contacted', 'interested'])
    expect(record.pairs[0]).toMatchObject({
      reasons: ['n1 like o2'],
      said: [
        { who: 'interest Amina (KE) 1970-01-01', line: 'Lunch?' },
        { who: 'accept Rafael (BR) 1970-01-01', line: 'Yes' },
      ],
    })
  })

  test('R6 no link is printed but the one that was handed in', () => {
    expect(JSON.stringify(build(wall(NOTES)))).not.toMatch(/https?:|#k=/)
    expect(build(wall(NOTES), { link: 'https://example.org/w/1' }).link).toBe('https://example.org/w/1')
  })

  test('everybody who was there is listed, with or without notes', () => {
    const lurker = { id: 'p1' as ParticipantId, name: 'Luis', country: 'pe', institution: 'SERFOR' }
    const { countries, figures } = build(wall(NOTES, [], new Map([[lurker.id, lurker]])))
    expect(countries.find(({ name }) => name === 'PE')).toEqual({ name: 'PE', notes: [], people: [{ name: 'Luis', institution: 'SERFOR', contact: '', notes: [] }] })
    expect(figures.map(({ count }) => count)).toEqual([5, 4, 5, 0, 3])
  })
})
