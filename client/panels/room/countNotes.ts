import type { Note } from '#shared/wall/schema.ts'

interface CountryCount {
  readonly country: string
  readonly needs: number
  readonly offers: number
}
export interface NoteCounts {
  readonly needs: number
  readonly offers: number
  /** Most notes first; equal ones by code, so that bars do not swap places at random. */
  readonly countries: readonly CountryCount[]
}

/** What the room sees in numbers. */
export function countNotes(notes: Iterable<Note>): NoteCounts {
  const counts = new Map<string, { needs: number; offers: number }>()
  for (const { country, kind } of notes) {
    const count = counts.get(country) ?? { needs: 0, offers: 0 }
    counts.set(country, count)
    if (kind === 'need') count.needs++
    else count.offers++
  }
  const countries = [...counts].map(([country, count]) => ({ country, ...count }))
  countries.sort((a, b) => b.needs + b.offers - (a.needs + a.offers) || (a.country < b.country ? -1 : 1))
  const sum = (of: (count: CountryCount) => number): number => countries.reduce((total, count) => total + of(count), 0)
  return { needs: sum(({ needs }) => needs), offers: sum(({ offers }) => offers), countries }
}
