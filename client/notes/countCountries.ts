import type { Note } from '#shared/wall/schema.ts'

/** How many notes each country has written. */
export function countCountries(notes: Iterable<Note>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { country } of notes) counts.set(country, (counts.get(country) ?? 0) + 1)
  return counts
}
