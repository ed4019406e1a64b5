import { arrangeNotes, type ArrangeBy } from '#shared/layout/arrangeNotes.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { Session } from '../session/openSession.ts'
import { showWholeWall } from '../state/viewStore.ts'
import { createNoteLayouts } from './noteLayouts.ts'
import { readerLanguage } from './readerLanguage.ts'

/**
 * Arranges the whole wall as one step, which undo takes back as a whole, and shows it.
 * @returns `false`, and nothing done, for somebody who may not move others' notes
 */
export function tidyWall(session: Session, by: ArrangeBy): boolean {
  const { notes } = session.store.getState().wall
  const places = arrangeNotes(notes.values(), by, createNoteLayouts(readerLanguage()))
  const moves = [...places].flatMap(([id, to]): Edit[] => {
    const at = notes.get(id)?.at
    return at && (at[0] !== to[0] || at[1] !== to[1]) ? [{ type: 'moveNote', id, to }] : []
  })
  if (!session.commit(moves)) return false
  showWholeWall()
  return true
}
