import { expect, test } from 'vitest'
import { cursorIntervalMs } from './presence.ts'

test('D32 the fuller the room, the seldomer a cursor is told: ten times a second among 25, four times among 100, twice among more', () => {
  const perSecond = (people: number): number => 1000 / cursorIntervalMs(people)
  expect([1, 25].map(perSecond)).toEqual([10, 10])
  expect([26, 100].map(perSecond)).toEqual([4, 4])
  expect([101, 200, 500].map(perSecond)).toEqual([2, 2, 2])
})
