import type { WallPoint } from '#shared/wall/schema.ts'
import { boxAround, type Box } from './box.ts'
import { findFreePlace, NOTE_GAP } from './findFreePlace.ts'

/**
 * Tidies a heap into a block of rows, as square as it goes, in the order in which it was read: from above, then from the left.
 * The block begins where the heap did, or as near by as it fits whole.
 * @param others what stays where it is
 * @returns the top left corners, in the order of `boxes`
 */
export function stackUp(boxes: readonly Box[], others: readonly Box[] = []): readonly WallPoint[] {
  const around = boxAround(boxes)
  if (!around) return []
  const width = Math.max(...boxes.map((box) => box.width))
  const columns = Math.max(1, Math.round(Math.sqrt(boxes.length * 0.9)))
  const order = boxes.map((box, i) => ({ box, i })).sort((a, b) => rowOf(a.box) - rowOf(b.box) || a.box.x - b.box.x || a.i - b.i)
  const cells: Box[] = []
  let top = 0
  for (let row = 0; row * columns < order.length; row++) {
    const inRow = order.slice(row * columns, (row + 1) * columns)
    for (const [column, { box, i }] of inRow.entries()) cells[i] = { ...box, x: column * (width + NOTE_GAP), y: top }
    top += Math.max(...inRow.map(({ box }) => box.height)) + NOTE_GAP
  }
  const block = boxAround(cells) ?? around
  const [x, y] = findFreePlace(block, [Math.round(around.x), Math.round(around.y)], others)
  return cells.map((cell): WallPoint => [x + cell.x, y + cell.y])
}

/** Boxes whose tops are this near are read as one row; in wall units. */
const ROW = 80
const rowOf = ({ y }: Box): number => Math.round(y / ROW)
