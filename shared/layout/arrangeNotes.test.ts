import { describe, expect, test } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, NoteKind } from '#shared/wall/schema.ts'
import { ARRANGE_AS, ARRANGE_BY, arrangeNotes, type ArrangeFacts } from './arrangeNotes.ts'
import { areCloser, boxAround, boxAt } from './box.ts'
import { NOTE_GAP } from './findFreePlace.ts'
import { pairRows } from './pairRows.ts'

const COUNTRIES = ['ke', 'fj', 'br', 'vn', 'eg', 'fr', 'ma', 'kz', 'eu', 'pe', 'nz']
const TOPICS = ['soils', 'wetlands', 'finance', undefined, 'seeds']

function wallOf(count: number): Note[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `n${(i * 7919) % 1000}-${i}` as NoteId,
    kind: (i % 3 === 0 ? 'offer' : 'need') satisfies NoteKind,
    text: '',
    author: 'p' as ParticipantId,
    name: 'A',
    country: COUNTRIES[(i * i + i) % COUNTRIES.length] ?? 'ke',
    lang: 'en',
    at: [0, 0],
    createdAt: i % 10,
    writtenBy: undefined, places: undefined,
  }))
}
const sizeOf = (note: Note) => ({ width: 200, height: 160 + (note.createdAt % 4) * 37 })
const topicOf = (id: NoteId): string | undefined => TOPICS[id.length * id.charCodeAt(1) % TOPICS.length]

/** Each need likes a few offers, some of them the same ones. */
function factsOf(notes: readonly Note[]): ArrangeFacts {
  const [needs, offers] = (['need', 'offer'] as const).map((kind) => notes.filter((note) => note.kind === kind))
  const links = (needs ?? []).flatMap(({ id: need }, i) =>
    (offers ?? []).filter((_, j) => (i + 2 * j) % 7 === 0 && i % 4 !== 0).map(({ id: offer }, j) => ({ need, offer, weight: (i * 31 + j * 17) % 900 })))
  return { topicOf, links }
}

describe.each(ARRANGE_BY.flatMap((by) => ARRANGE_AS.map((as) => [by, as] as const)))('arrangeNotes by %s as %s', (by, as) => {
  const notes = wallOf(150)
  const facts = factsOf(notes)
  const { places, groups } = arrangeNotes(notes, by, as, sizeOf, facts)
  const boxes = notes.map((note) => ({ note, box: boxAt(places.get(note.id) ?? [NaN, NaN], sizeOf(note)) }))

  test('W7 a tidied wall has every note and overlaps nowhere', () => {
    expect(places.size).toBe(notes.length)
    for (const [i, { box }] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) expect(areCloser(box, other.box, NOTE_GAP)).toBe(false)
    }
  })

  test('W7 tidying gives the same wall whatever the order the notes come in', () => {
    const again = arrangeNotes([...notes].reverse(), by, as, sizeOf, { topicOf, links: [...facts.links].reverse() })
    expect([...again.places].sort()).toEqual([...places].sort())
    expect(again.groups).toEqual(groups)
  })

  test('W41 each group stands by itself, with room for a title, and holds all of its notes and no other', () => {
    for (const [i, { box }] of groups.entries()) {
      for (const other of groups.slice(i + 1)) expect(areCloser(box, other.box, 50)).toBe(false)
    }
    for (const { box } of boxes) expect(groups.filter((group) => areCloser(box, group.box, 0))).toHaveLength(1)
    if (by === 'pairs') return
    const key = ({ id, country, kind }: Note): string => (by === 'topic' ? (topicOf(id) ?? '') : by === 'kind' ? kind : country)
    for (const { note, box } of boxes) expect(groups.find((group) => areCloser(box, group.box, 0))?.key).toBe(key(note))
  })

  test('W49 the wall is about as wide as a projector', () => {
    const all = boxAround(boxes.map(({ box }) => box))
    expect(all && all.width / all.height).toBeGreaterThan(1.1)
    expect(all && all.width / all.height).toBeLessThan(3.2)
  })
})

test.each([12, 40, 96, 400])('W49 %i notes about thirty topics fill a screen, as columns and as clusters', (count) => {
  const notes = wallOf(count)
  for (const as of ARRANGE_AS) {
    const { groups } = arrangeNotes(notes, 'topic', as, sizeOf, { topicOf: (id) => `topic ${id.length * id.charCodeAt(2) * 7 % 31}`, links: [] })
    const all = boxAround(groups.map(({ box }) => box))
    expect(all && all.width / all.height).toBeGreaterThan(1.1)
    expect(all && all.width / all.height).toBeLessThan(3.2)
  }
})

test('W42 by pairs each need has its best offers at its right, and what faces nothing stands apart', () => {
  const notes = wallOf(60)
  const facts = factsOf(notes)
  const { places, groups } = arrangeNotes(notes, 'pairs', 'clusters', sizeOf, facts)
  const rows = pairRows(facts.links)
  expect(rows.length).toBeGreaterThan(5)
  for (const { need, offers } of rows) {
    const [x = NaN, y = NaN] = places.get(need) ?? []
    expect(offers.map((offer) => places.get(offer))).toEqual(offers.map((_, i) => [x + (i + 1) * (200 + NOTE_GAP), y]))
  }
  expect(groups.map(({ key }) => key).sort()).toEqual(['openNeeds', 'openOffers', 'paired'].filter((key) => groups.some((group) => group.key === key)))
})

test('W42 an offer faces the need that it answers best, once, and three at most face one need', () => {
  const id = (name: string): NoteId => name as NoteId
  const link = (need: string, offer: string, weight: number) => ({ need: id(need), offer: id(offer), weight })
  expect(pairRows([link('a', 'x', 500), link('b', 'x', 700), link('a', 'y', 300)])).toEqual([{ need: 'b', offers: ['x'] }, { need: 'a', offers: ['y'] }])
  expect(pairRows(['1', '2', '3', '4', '5'].map((offer) => link('a', offer, 10)))).toEqual([{ need: 'a', offers: ['1', '2', '3'] }])
})

test('an empty wall stays empty', () => expect(arrangeNotes([], 'country', 'clusters', sizeOf)).toEqual({ places: new Map(), groups: [] }))
