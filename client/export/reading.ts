import type { Subjects } from '#shared/clearingHouse/records.ts'
import type { Note } from '#shared/wall/schema.ts'

/** What the vocabulary says of notes, in the reader's language. */
export interface NoteReader {
  /** Why two notes may belong together, as the record prints it. */
  readonly reasonFor: (need: Note, offer: Note) => readonly string[]
  /** What a note is about, the clearest first. */
  readonly topicsOf: (note: Note) => readonly string[]
  /** The same in the clearing-house's terms. */
  readonly subjectsOf: (note: Note) => Subjects
}

/** Where there is no vocabulary, a record is still one. */
export const KNOWS_NOTHING: NoteReader = { reasonFor: () => [], topicsOf: () => [], subjectsOf: () => ({ cbdSubjects: [], gbfTargets: [], aichiTargets: [] }) }
