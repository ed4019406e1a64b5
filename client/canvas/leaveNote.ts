import type { NoteId } from '#shared/wall/ids.ts'
import type { Session } from '../session/openSession.ts'
import { noteLanguage } from './noteLanguage.ts'

/** Somebody has finished writing: a note without a word leaves the wall, one in other letters gets their language. */
export function leaveNote(session: Session, id: NoteId): void {
  const note = session.store.getState().wall.notes.get(id)
  if (!note) return
  if (!note.text.trim()) {
    session.commit([{ type: 'binNote', id }])
    return
  }
  const lang = noteLanguage(note.text, note.lang)
  if (lang !== note.lang) session.commit([{ type: 'setLanguage', id, lang }])
}
