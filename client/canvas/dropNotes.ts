import type { Box } from '#shared/layout/box.ts'
import { boxAt } from '#shared/layout/box.ts'
import { findFreePlace } from '#shared/layout/findFreePlace.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { Edit } from '#shared/wall/edit.ts'

/** A dropped note may come this near to others: who drops it there means it so. */
const DROP_GAP = 8

interface Dropped extends Box {
  readonly id: NoteId
}

/**
 * Where dropped notes come to hang: where they were let go, or as near by as nothing is covered.
 * @param by how far they were carried
 * @param others what else hangs on the wall
 * @returns one edit a note that moved
 */
export function dropNotes(dropped: readonly Dropped[], [dx, dy]: WallPoint, others: readonly Box[]): readonly Edit[] {
  const taken = [...others]
  return dropped.flatMap((box): Edit[] => {
    const to = findFreePlace(box, [Math.round(box.x + dx), Math.round(box.y + dy)], taken, DROP_GAP)
    taken.push(boxAt(to, box))
    return to[0] === box.x && to[1] === box.y ? [] : [{ type: 'moveNote', id: box.id, to }]
  })
}
