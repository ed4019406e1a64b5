import { expect, it } from 'vitest'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { NO_FACTS } from '#shared/wall/pairFacts.ts'
import { EMPTY_CARD, type Pair, type PairState } from '#shared/wall/schema.ts'
import { pairStandings, statesIn, supporterNames } from './pairStandings.ts'

function pair(need: string, offer: string, state: PairState | undefined): Pair {
  const ids = { need: need as NoteId, offer: offer as NoteId }
  return { ...ids, id: pairIdOf(ids.need, ids.offer), state, facts: NO_FACTS, card: EMPTY_CARD }
}

it('A5 tells each note’s pairs in words, furthest first, and leaves out what came to nothing', () => {
  const pairs = [pair('a', 'x', 'interested'), pair('a', 'y', 'agreed'), pair('a', 'z', 'interested'), pair('b', 'x', 'declined'), pair('c', 'y', undefined)]
  const standings = pairStandings(new Map(pairs.map((one) => [one.id, one])))
  expect(standings.get('a' as NoteId)).toBe('agreed interested')
  expect(standings.get('x' as NoteId)).toBe('interested')
  expect(standings.get('b' as NoteId)).toBe('')
  expect(standings.has('c' as NoteId)).toBe(false)
  expect(statesIn('agreed interested')).toEqual(['agreed', 'interested'])
  expect(statesIn('')).toEqual([])
})

it('P24 tells who supports the pairs of a note, once the support is accepted', () => {
  const [dina, eli] = ['dina', 'eli'] as [ParticipantId, ParticipantId]
  const facts = {
    ...NO_FACTS,
    support: new Map([dina, eli].map((by) => [by, { by, at: 1, line: '' }])),
    supported: new Map([[dina, { by: eli, at: 2, to: 1, accepted: true }]]),
  }
  const one: Pair = { ...pair('a', 'x', 'contacted'), facts }
  const people = new Map([dina, eli].map((id) => [id, { id, name: id.toUpperCase(), country: 'dk', institution: '' }]))
  expect([...supporterNames({ pairs: new Map([[one.id, one]]), people })]).toEqual([['a', 'DINA'], ['x', 'DINA']])
})
