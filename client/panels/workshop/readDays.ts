import type { WorkshopDays } from '#shared/wall/schema.ts'
import { parseDays } from '#shared/wall/workshopDays.ts'

/** What stands in the two fields: days as `YYYY-MM-DD`, empty while nothing is said. */
export type DaysTyped = Readonly<WorkshopDays>
export type DaysProblem = 'firstMissing' | 'lastBeforeFirst'
export const NO_DAYS: DaysTyped = { first: '', last: '' }

/** Without a last day it is a workshop of one day. @returns a problem in place of days that cannot be */
export function readDays({ first, last }: DaysTyped): WorkshopDays | DaysProblem | undefined {
  if (first === '') return last === '' ? undefined : 'firstMissing'
  return parseDays({ first, last: last || first }) ?? 'lastBeforeFirst'
}
