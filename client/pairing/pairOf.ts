import { pairIdOf, type NoteId, type PairId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'

/** The pair of a note and one of the other kind. */
export const pairOf = (note: Pick<Note, 'id' | 'kind'>, other: NoteId): PairId =>
  note.kind === 'need' ? pairIdOf(note.id, other) : pairIdOf(other, note.id)
