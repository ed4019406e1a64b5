import type { Note } from '../wall/schema.ts'

/**
 * The notes in the order of their printed numbers: by country as the reader's language sorts its names, then needs before
 * offers, then oldest first.
 * @param notes oldest first, as `Wall` has them
 */
export function orderNotes(notes: Iterable<Note>, countryName: (code: string) => string, compare: (a: string, b: string) => number): readonly Note[] {
  return [...notes].sort(
    (a, b) =>
      compare(countryName(a.country), countryName(b.country)) ||
      (a.country < b.country ? -1 : a.country > b.country ? 1 : 0) ||
      (a.kind === b.kind ? 0 : a.kind === 'need' ? -1 : 1),
  )
}
