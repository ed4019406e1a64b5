import { expect, test } from 'vitest'
import type { SurveyedPair } from '#shared/matching/wallSurvey.ts'
import type { NoteId, PairId } from '#shared/wall/ids.ts'
import type { Note, Pair, PairState } from '#shared/wall/schema.ts'
import { unansweredNeeds } from './unansweredNeeds.ts'

const noteOf = (id: string, kind: Note['kind'], places?: number): [NoteId, Note] => [id as NoteId, { id, kind, places } as Note]
const notes = new Map([...['a', 'b', 'c', 'd'].map((id) => noteOf(id, 'need')), noteOf('one', 'offer', 1), noteOf('many', 'offer')])
const likely = (need: string, offer: string, likelihood: SurveyedPair['likelihood'] = 'likely'): SurveyedPair =>
  ({ need, offer, likelihood, score: 700, topics: [] }) as unknown as SurveyedPair
const said = (...facts: (readonly [need: string, offer: string, state: PairState])[]): ReadonlyMap<PairId, Pair> =>
  new Map(facts.map(([need, offer, state]) => [`${need}~${offer}` as PairId, { need, offer, state } as unknown as Pair]))
const found = (pairs: readonly SurveyedPair[], facts = said()): string => [...unansweredNeeds(pairs, { notes, pairs: facts })].join('')

test('W48 a need is unanswered while nobody is interested and no likely offer hangs for it', () => {
  expect(found([])).toBe('abcd')
  expect(found([likely('a', 'many'), likely('b', 'many', 'possible')])).toBe('bcd')
  expect(found([], said(['a', 'many', 'interested'], ['b', 'many', 'contacted'], ['c', 'many', 'suggested'], ['d', 'many', 'done']))).toBe('c')
})

test('W48 an offer that was declined, let go, deleted or is taken answers nothing', () => {
  expect(found([likely('a', 'many'), likely('b', 'many')], said(['a', 'many', 'declined'], ['b', 'many', 'dropped']))).toBe('abcd')
  expect(found([likely('a', 'one')], said(['b', 'one', 'agreed']))).toBe('acd')
  expect(found([likely('a', 'gone')])).toBe('abcd')
})
