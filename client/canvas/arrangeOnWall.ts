import { lineUp, type Line } from '#shared/layout/lineUp.ts'
import { spreadOut } from '#shared/layout/spreadOut.ts'
import { stackUp } from '#shared/layout/stackUp.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Session } from '../session/openSession.ts'
import type { HungNote } from './noteIndex.ts'

export type Arrangement = Line | 'across' | 'down' | 'stack'

/**
 * Brings these notes in order, as one step; the others stay where they are.
 * @param all every note of the wall, where it hangs
 */
export function arrangeOnWall(all: readonly HungNote[], session: Session, ids: readonly NoteId[], how: Arrangement): void {
  const chosen = new Set(ids)
  const boxes = all.filter(({ note }) => chosen.has(note.id))
  const others = all.filter(({ note }) => !chosen.has(note.id))
  const points = how === 'stack' ? stackUp(boxes, others) : how === 'across' || how === 'down' ? spreadOut(boxes, how, others) : lineUp(boxes, how, others)
  const edits = boxes.flatMap(({ note, x, y }, i): Edit[] => {
    const to = points[i]
    return to && (to[0] !== x || to[1] !== y) ? [{ type: 'moveNote', id: note.id, to }] : []
  })
  if (edits.length > 0) session.commit(edits)
}
