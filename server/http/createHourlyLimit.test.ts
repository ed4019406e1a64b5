import { expect, test } from 'vitest'
import { createHourlyLimit } from './createHourlyLimit.ts'

test('D7 each address may so much an hour, and the next hour again', () => {
  const limit = createHourlyLimit(2)
  const hour = 60 * 60_000
  const tries = (address: string, now: number) => [1, 2, 3].map(() => limit.allows(address, now))
  expect(tries('a', 0)).toEqual([true, true, false])
  expect(tries('b', hour - 1)).toEqual([true, true, false])
  expect(limit.allows('a', hour - 1)).toBe(false)
  expect(tries('a', hour)).toEqual([true, true, false])
})
