import { expect, it } from 'vitest'
import { isDay, isTime } from './dates.ts'

it.each(['2026-02-28', '2024-02-29', '2026-12-31', '0001-01-01'])('%s is a day', (value) => expect(isDay(value)).toBe(true))

it.each(['2026-02-31', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '9999-99-99', 'tomorrow', ''])(
  'W5 "%s" is no day',
  (value) => expect(isDay(value)).toBe(false),
)

it('W5 a time is what a date can show', () => {
  expect([0, -1, 1.7e12, 8.64e15].every(isTime)).toBe(true)
  expect([NaN, Infinity, 8.65e15, '0', null, undefined].some(isTime)).toBe(false)
})
