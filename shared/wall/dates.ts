/** Past this many milliseconds from 1970 JavaScript has no date, and formatting one throws. */
const FARTHEST_MS = 8.64e15

/** Milliseconds since 1970 that can be shown as a date. */
export const isTime = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= FARTHEST_MS

/** A day of the calendar as `YYYY-MM-DD`; the 31st of February is none, in every engine. */
export function isDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!parts) return false
  const [, year, month, day] = parts.map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year ?? NaN, (month ?? NaN) - 1, day)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value
}

/** The day it is where the reader is, as `YYYY-MM-DD`. */
export const todayAsDay = (now: Date): string =>
  [String(now.getFullYear()).padStart(4, '0'), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-')
