import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type Note, type NoteKind } from '#shared/wall/schema.ts'
import { noteFinder } from '../../notes/noteFinder.ts'

export interface ListFilter {
  readonly text: string
  readonly kind: NoteKind | 'all'
  /** ISO 3166-1 alpha-2, or `all`. */
  readonly country: string
  readonly onlyMine: boolean
}
export const NO_FILTER: ListFilter = { text: '', kind: 'all', country: 'all', onlyMine: false }

export const LIST_ORDERS = ['written', 'newest', 'country', 'kind'] as const
export type ListOrder = (typeof LIST_ORDERS)[number]

interface Reader {
  readonly me: ParticipantId | undefined
  /** A country's name as this reader sees it. */
  readonly countryName: (code: string) => string
  /** Compares two such names. */
  readonly compareNames: (a: string, b: string) => number
}

/**
 * The notes that pass the filter, in the order asked for; within a group the oldest comes first.
 * @param notes oldest first, as in `Wall.notes`
 */
export function listNotes(notes: Iterable<Note>, filter: ListFilter, order: ListOrder, reader: Reader): readonly NoteId[] {
  const isMeant = noteFinder(filter.text, reader.countryName)
  const found = [...notes].filter((note) => {
    if (filter.kind !== 'all' && note.kind !== filter.kind) return false
    if (filter.country !== 'all' && note.country !== filter.country) return false
    if (filter.onlyMine && note.author !== reader.me) return false
    return isMeant(note)
  })
  return inOrder(found, order, reader).map(({ id }) => id)
}

function inOrder(notes: readonly Note[], order: ListOrder, { countryName, compareNames }: Reader): readonly Note[] {
  switch (order) {
    case 'written':
      return notes
    case 'newest':
      return notes.toReversed()
    case 'kind':
      return NOTE_KINDS.flatMap((kind) => notes.filter((note) => note.kind === kind))
    case 'country': {
      const countries = [...new Set(notes.map(({ country }) => country))]
      countries.sort((a, b) => compareNames(countryName(a), countryName(b)))
      return countries.flatMap((code) => notes.filter(({ country }) => country === code))
    }
  }
}
