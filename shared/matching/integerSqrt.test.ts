import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { integerSqrt } from './integerSqrt.ts'

test.prop([fc.integer({ min: 0, max: 2 ** 52 })])('is the largest whole number whose square fits', (value) => {
  const root = integerSqrt(value)
  expect(Number.isInteger(root)).toBe(true)
  expect(BigInt(root) ** 2n <= BigInt(value)).toBe(true)
  expect(BigInt(root + 1) ** 2n > BigInt(value)).toBe(true)
})
