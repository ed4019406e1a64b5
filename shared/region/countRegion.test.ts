import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { NoteKind } from '#shared/wall/schema.ts'
import { countRegion } from './countRegion.ts'

const id = (name: string): NoteId => name as NoteId
const pair = (need: string, offer: string) => pairIdOf(id(need), id(offer))

/** Kenya and Nepal need what Fiji and Brazil offer; nobody offers what both need about bees. */
function region() {
  const doc = new Y.Doc()
  let now = 100
  const act = (by: string, ...edits: Edit[]): void => edits.forEach((edit) => applyEdits(doc, [edit], { participant: by as ParticipantId, now: now++, origin: null }))
  const note = (name: string, kind: NoteKind, country: string): void =>
    act(country, { type: 'placeNote', id: id(name), kind, at: [0, 0], text: name, lang: 'en', name: country, country })
  note('soil', 'need', 'ke')
  note('bees-ke', 'need', 'ke')
  note('bees-np', 'need', 'np')
  note('maps', 'offer', 'fj')
  note('reefs', 'offer', 'fj')
  note('seeds', 'offer', 'br')
  const topics = new Map<NoteId, readonly string[]>([
    [id('soil'), ['soils', 'maps']], [id('bees-ke'), ['bees']], [id('bees-np'), ['bees']], [id('maps'), ['maps']], [id('reefs'), ['reefs']], [id('seeds'), []],
  ])
  const interest = (need: string, offer: string, side: NoteKind): Edit => ({ type: 'showInterest', pair: pair(need, offer), side, line: '' })
  return { act, interest, count: () => countRegion(readWall(doc), topics) }
}

it('G1 counts needs and offers of each country, and of each topic in each country', () => {
  const { notes, countries, topics } = region().count()
  expect(notes).toBe(6)
  expect([...countries]).toEqual([['br', { need: 0, offer: 1 }], ['fj', { need: 0, offer: 2 }], ['ke', { need: 2, offer: 0 }], ['np', { need: 1, offer: 0 }]])
  expect(topics.map(({ id: topic, all }) => [topic, all.need, all.offer])).toEqual([['bees', 2, 0], ['maps', 1, 1], ['reefs', 0, 1], ['soils', 1, 0]])
  expect([...(topics[1]?.byCountry ?? [])]).toEqual([['ke', { need: 1, offer: 0 }], ['fj', { need: 0, offer: 1 }]])
})

it('G7 a topic that two countries need and nobody offers is a gap; what one country needs is none', () => {
  expect(region().count().gaps.map((row) => row.id)).toEqual(['bees'])
})

it('G8 a need is satisfied, and an offer taken, when it is agreed or done; else in contact; else open', () => {
  const { act, interest, count } = region()
  expect(count().fates).toEqual({ need: { agreed: 0, contact: 0, open: 3 }, offer: { agreed: 0, contact: 0, open: 3 } })
  act('ke', interest('soil', 'maps', 'need'), interest('bees-ke', 'reefs', 'need'), interest('bees-ke', 'maps', 'need'))
  expect([count().fates.need.open, count().pairs]).toEqual([3, { agreed: 0, contact: 0, asked: 3 }])
  act('fj', interest('soil', 'maps', 'offer'), interest('bees-ke', 'maps', 'offer'))
  expect(count().fates).toEqual({ need: { agreed: 0, contact: 2, open: 1 }, offer: { agreed: 0, contact: 1, open: 2 } })
  act('ke', { type: 'confirmCard', pair: pair('soil', 'maps'), side: 'need' })
  act('fj', { type: 'confirmCard', pair: pair('soil', 'maps'), side: 'offer' })
  expect(count().fates).toEqual({ need: { agreed: 1, contact: 1, open: 1 }, offer: { agreed: 1, contact: 0, open: 2 } })
  act('fj', { type: 'closePair', pair: pair('soil', 'maps'), state: 'done', line: '' })
  expect(count().fates.need.agreed).toBe(1)
  act('fj', { type: 'closePair', pair: pair('soil', 'maps'), state: 'dropped', line: '' })
  expect([count().fates.need, count().pairs]).toEqual([{ agreed: 0, contact: 1, open: 2 }, { agreed: 0, contact: 1, asked: 1 }])
})

it('G9 joins countries by the pairs between them, states apart; a pair of a note that is gone joins nobody', () => {
  const { act, interest, count } = region()
  act('ke', interest('soil', 'maps', 'need'), interest('bees-ke', 'reefs', 'need'))
  act('fj', interest('soil', 'maps', 'offer'))
  act('np', interest('bees-np', 'seeds', 'need'))
  expect(count().links).toEqual([
    { needing: 'ke', offering: 'fj', pairs: { agreed: 0, contact: 1, asked: 1 } },
    { needing: 'np', offering: 'br', pairs: { agreed: 0, contact: 0, asked: 1 } },
  ])
  act('br', { type: 'binNote', id: id('seeds') })
  expect(count().links).toHaveLength(1)
})
