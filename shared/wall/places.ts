import { MOST_PLACES } from './schema.ts'

/** Whether so many countries can be served by one offer. */
export const isPlaces = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_PLACES
