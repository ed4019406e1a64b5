import { areCloser, boxAt, type Box } from '#shared/layout/box.ts'
import { freePlaces } from '#shared/layout/findFreePlace.ts'
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
  const places = freePlaces(others)
  return dropped.flatMap((box): Edit[] => {
    const to = places.find(box, [Math.round(box.x + dx), Math.round(box.y + dy)], DROP_GAP)
    places.take(boxAt(to, box))
    return moved(box, to)
  })
}

/**
 * Where dropped notes come to hang when the others make room: exactly where they were let go, and what they would cover
 * goes to the nearest free place.
 * @returns one edit a note that moved
 */
export function dropAmongNotes(dropped: readonly Dropped[], [dx, dy]: WallPoint, others: readonly Dropped[]): readonly Edit[] {
  const placed = dropped.map((box) => ({ ...box, x: Math.round(box.x + dx), y: Math.round(box.y + dy) }))
  const isCovered = (other: Box): boolean => placed.some((box) => areCloser(box, other, 0))
  const places = freePlaces([...placed, ...others.filter((other) => !isCovered(other))])
  const edits = placed.flatMap(({ x, y }, i) => (dropped[i] ? moved(dropped[i], [x, y]) : []))
  for (const box of others.filter(isCovered)) {
    const to = places.find(box, [box.x, box.y], DROP_GAP)
    places.take(boxAt(to, box))
    edits.push(...moved(box, to))
  }
  return edits
}

const moved = ({ id, x, y }: Dropped, to: WallPoint): Edit[] => (to[0] === x && to[1] === y ? [] : [{ type: 'moveNote', id, to }])
