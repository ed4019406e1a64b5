import { isDay } from './dates.ts'
import type { WorkshopDays } from './schema.ts'

/** The judge takes what this reads, and nothing else. @returns `undefined` for what are no two days, the first one first */
export function parseDays(value: unknown): WorkshopDays | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return undefined
  const { first, last } = value as Partial<Record<keyof WorkshopDays, unknown>>
  if (typeof first !== 'string' || typeof last !== 'string' || !isDay(first) || !isDay(last)) return undefined
  return first <= last ? { first, last } : undefined
}
