import { expect, test } from 'vitest'
import type { Address } from '../auth/addressOf.ts'
import { createLimit } from './createLimit.ts'

const HOUR_MS = 60 * 60_000
const [A, B] = ['192.0.2.1', '192.0.2.2'] as [Address, Address]

test('D7 each address may so much an hour, and the next hour again', () => {
  const limit = createLimit(2, HOUR_MS)
  const tries = (address: Address, now: number) => [1, 2, 3].map(() => limit.allows(address, now))
  expect(tries(A, 0)).toEqual([true, true, false])
  expect(tries(B, HOUR_MS - 1)).toEqual([true, true, false])
  expect(limit.allows(A, HOUR_MS - 1)).toBe(false)
  expect(tries(A, HOUR_MS)).toEqual([true, true, false])
})

test('asking whether there is room counts nothing', () => {
  const limit = createLimit(1, HOUR_MS)
  expect([limit.hasRoom(A, 0), limit.hasRoom(A, 0), limit.allows(A, 0), limit.hasRoom(A, 0)]).toEqual([true, true, true, false])
  expect(limit.hasRoom(A, HOUR_MS)).toBe(true)
})
