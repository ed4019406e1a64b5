import { expect, it } from 'vitest'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { PairState } from '#shared/wall/schema.ts'
import { isOn, NO_FILTER, passing, type MatchFilter } from './matchFilter.ts'

const candidate = (id: string, ...topics: string[]) =>
  ({ id, score: 300, likelihood: 'likely', reasons: { topics: topics.map((topic) => ({ id: topic, strength: 900 })) } }) as unknown as Candidate
const CANDIDATES = [candidate('fj-1', 'corals', 'training'), candidate('fj-2', 'soils'), candidate('br-1', 'corals'), candidate('br-2', 'corals')]
const STATES: Record<string, PairState> = { 'br-1': 'interested', 'br-2': 'declined' }
const shown = (filter: Partial<MatchFilter>): string =>
  passing(CANDIDATES, { ...NO_FILTER, ...filter }, { countryOf: (id) => id.slice(0, 2), stateOf: (id) => STATES[id] }).map(({ id }) => id).join(' ')

it('M24 filters by country, topic and what nobody has taken up, and by all three at once', () => {
  expect(shown({})).toBe('fj-1 fj-2 br-1 br-2')
  expect(shown({ country: 'fj' })).toBe('fj-1 fj-2')
  expect(shown({ topic: 'corals' })).toBe('fj-1 br-1 br-2')
  // What was declined is free again.
  expect(shown({ onlyUnanswered: true })).toBe('fj-1 fj-2 br-2')
  expect(shown({ country: 'br', topic: 'corals', onlyUnanswered: true })).toBe('br-2')
  expect(shown({ country: 'ke' })).toBe('')
})

it('M24 knows whether anything is filtered', () => {
  expect([NO_FILTER, { ...NO_FILTER, country: 'fj' }, { ...NO_FILTER, topic: 'soils' }, { ...NO_FILTER, onlyUnanswered: true }].map(isOn)).toEqual([false, true, true, true])
})
