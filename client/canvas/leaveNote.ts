import type { NoteId } from '#shared/wall/ids.ts'
import type { Session } from '../session/openSession.ts'
import { noteLanguage } from './noteLanguage.ts'

/**
 * Somebody has finished writing: a note without a word leaves the wall, one in other letters gets their language.
 * @param placed the step of undo that hung the note up, if that was just now: a note nobody wrote on never was, and undo
 *   does not bring it back
 */
export function leaveNote(session: Session, id: NoteId, placed?: unknown): void {
  const note = session.store.getState().wall.notes.get(id)
  if (!note) return
  if (!note.text.trim()) {
    if (placed !== undefined && session.undo.undoStack.at(-1) === placed) {
      session.undo.undo()
      session.undo.clear(false, true)
      return
    }
    session.commit([{ type: 'binNote', id }])
    return
  }
  const lang = noteLanguage(note.text, note.lang)
  if (lang !== note.lang) session.commit([{ type: 'setLanguage', id, lang }])
}
