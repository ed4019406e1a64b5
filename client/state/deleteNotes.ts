import type { Session } from '../session/openSession.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { useView, type Deleted } from './viewStore.ts'

/**
 * Puts notes in the bin as one step and offers to bring them back.
 * @returns `false`, and nothing done, when one of them may not be deleted by this person
 */
export function deleteNotes(session: Session, notes: readonly NoteId[]): boolean {
  if (notes.length === 0 || !session.commit(notes.map((id) => ({ type: 'binNote', id })))) return false
  useView.setState({ selection: new Set(), takenBack: undefined, deleted: { notes, step: session.undo.undoStack.at(-1) } })
  return true
}

/** Brings them back. While deleting was the last thing done here this is the same as undo, and leaves no step of its own. */
export function restoreDeleted(session: Session, { notes, step }: Deleted): void {
  useView.setState({ deleted: undefined })
  if (step !== undefined && session.undo.undoStack.at(-1) === step) session.undo.undo()
  else session.commit(notes.map((id) => ({ type: 'unbinNote', id })))
}
