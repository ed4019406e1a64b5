import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { Session } from '../session/openSession.ts'
import { dropAmongNotes, dropNotes } from './dropNotes.ts'
import type { WallScene } from './wallScene.ts'

/**
 * Lets go of notes that were carried so far; they come to hang where there is room.
 * @param makesRoom what lies there already moves aside instead; only a facilitator may do that to others' notes
 */
export function dropOnWall(scene: WallScene, session: Session, ids: readonly NoteId[], by: WallPoint, makesRoom = false): void {
  const dropped = ids.flatMap((id) => {
    const hung = scene.index.get(id)
    return hung ? [{ ...hung, id }] : [] // it may have been deleted while it was in hand
  })
  const moved = new Set(ids)
  const others = scene.index.all().filter(({ note }) => !moved.has(note.id))
  const edits = makesRoom ? dropAmongNotes(dropped, by, others.map(({ note: { id }, x, y, width, height }) => ({ id, x, y, width, height }))) : dropNotes(dropped, by, others)
  if (edits.length > 0) session.commit(edits)
}
