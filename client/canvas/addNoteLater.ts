import { NOTE } from '#shared/layout/noteShape.ts'
import type { Size } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import type { Session } from '../session/openSession.ts'
import { addNote, type NewNote } from './addNote.ts'
import { readerLanguage } from './readerLanguage.ts'

/** A note waits no longer for what measures it: on a line that is hardly there it would not hang at all. */
const PATIENCE_MS = 1000

/** As `addNote`, where no canvas need be: what measures texts comes after the notes are read, or when it is needed first. */
export async function addNoteLater(session: Session, note: NewNote): Promise<NoteId | undefined> {
  const code = await Promise.race([import('./noteLayouts.ts').catch(() => undefined), new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))])
  return addNote(session, note, code?.createNoteLayouts(readerLanguage()) ?? likelySize)
}

/** Of the smallest type, in wide letters: without what measures it a note takes more room than it needs. */
const LIKELY = { around: 64, letters: 14, line: 18 }

const likelySize = ({ text }: Note): Size => ({ width: NOTE.width, height: Math.max(NOTE.minHeight, LIKELY.around + Math.ceil(text.length / LIKELY.letters) * LIKELY.line) })
