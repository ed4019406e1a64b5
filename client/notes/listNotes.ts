import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type Note } from '#shared/wall/schema.ts'
import type { NoteFacts } from '../state/noteFacts.ts'
import type { NoteFilter, NoteOrder } from '../state/noteFilter.ts'
import { noteFinder, type FoldedNotes } from './noteFinder.ts'

export interface NoteReader {
  readonly me: ParticipantId | undefined
  /** A country's name as this reader sees it. */
  readonly countryName: (code: string) => string
  /** Compares two such names. */
  readonly compareNames: (a: string, b: string) => number
  /** What is known of the notes beside what stands on them; what is not known yet leaves none out. */
  readonly facts?: Partial<Pick<NoteFacts, 'topics' | 'unanswered'>>
  /** What was searched through before, so that the next letter is found at once. */
  readonly folded?: FoldedNotes
}

/** Tells which notes pass the filter. */
export function noteSieve(filter: NoteFilter, { me, countryName, facts, folded }: Omit<NoteReader, 'compareNames'>): (note: Note) => boolean {
  const isMeant = noteFinder(filter.text, countryName, folded)
  return (note) => {
    if (filter.kind !== 'all' && note.kind !== filter.kind) return false
    if (filter.country !== 'all' && note.country !== filter.country) return false
    if (filter.topic !== 'all' && facts?.topics && !facts.topics.get(note.id)?.includes(filter.topic)) return false
    if (filter.onlyUnanswered && (note.kind !== 'need' || facts?.unanswered?.has(note.id) === false)) return false
    if (filter.onlyMine && note.author !== me) return false
    return isMeant(note)
  }
}

/**
 * The notes that pass the filter, in the order asked for; within a group the oldest comes first.
 * @param notes oldest first, as in `Wall.notes`
 */
export function listNotes(notes: Iterable<Note>, filter: NoteFilter, order: NoteOrder, reader: NoteReader): readonly NoteId[] {
  return inOrder([...notes].filter(noteSieve(filter, reader)), order, reader).map(({ id }) => id)
}

function inOrder(notes: readonly Note[], order: NoteOrder, { countryName, compareNames }: NoteReader): readonly Note[] {
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
