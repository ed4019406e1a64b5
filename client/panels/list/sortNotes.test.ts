import { expect, it } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { nextSort, orderOf, sortNotes, sortOf, type Column } from './sortNotes.ts'

const note = (id: string, kind: string, text: string, name: string, country: string): [NoteId, Note] => [id as NoteId, { id, kind, text, name, country } as unknown as Note]
/** Oldest first. */
const notes = new Map([
  note('a', 'offer', 'Peat maps', 'Chen', 'cn'),
  note('b', 'need', 'Élevage', 'Amina', 'ke'),
  note('c', 'need', 'Zebra counts', 'Bruno', 'br'),
  note('d', 'offer', 'Reefs', 'Amina', 'ke'),
])
const reader = {
  countryName: (code: string) => ({ cn: 'China', ke: 'Kenya', br: 'Brazil' })[code] ?? code,
  compareNames: new Intl.Collator('en').compare,
  matchCounts: new Map([['b', 2], ['d', 5]]) as unknown as ReadonlyMap<NoteId, number>,
  standings: new Map([['a', 'suggested'], ['b', 'agreed interested']]) as unknown as ReadonlyMap<NoteId, string>,
}
const sorted = (by: Column, isDown = false, ids = 'abcd'): string => sortNotes([...ids].toReversed() as unknown as NoteId[], notes, { by, isDown }, reader).join('')

it('A17 a table is sorted by any of its columns, the oldest first where two are alike', () => {
  expect(sorted('kind')).toBe('bcad')
  expect(sorted('kind', true)).toBe('adbc')
  expect(sorted('text')).toBe('badc')
  expect(sorted('who')).toBe('bdca')
  expect(sorted('country')).toBe('cabd')
  expect(sorted('country', true)).toBe('bdac')
  expect(sorted('matches', true)).toBe('dbac')
  expect(sorted('state', true)).toBe('bacd')
  expect(sorted('when')).toBe('abcd')
  expect(sorted('when', true, 'acd')).toBe('dca')
})

it('A17 a press on a column sorts by it, the next one the other way round', () => {
  const byText = nextSort(sortOf('written'), 'text')
  expect(byText).toEqual({ by: 'text', isDown: false })
  expect(nextSort(byText, 'text')).toEqual({ by: 'text', isDown: true })
  expect(nextSort(byText, 'matches')).toEqual({ by: 'matches', isDown: true })
})

it('A17 the list and the table go by the same order where both have it', () => {
  for (const order of ['written', 'newest', 'kind', 'country'] as const) expect(orderOf(sortOf(order))).toBe(order)
  expect(orderOf({ by: 'text', isDown: false })).toBeUndefined()
  expect(orderOf({ by: 'kind', isDown: true })).toBeUndefined()
})
