import type { WallPoint } from '#shared/wall/schema.ts'
import { boxAt, type Box } from './box.ts'
import { freePlaces, NOTE_GAP } from './findFreePlace.ts'

/** Boxes that were put somewhere by hand may come this near to others. */
const LEAST_GAP = 8

/**
 * Spreads boxes evenly from the first to the last: between each two of them lies the same room, at least `NOTE_GAP`. The
 * first stays where it is. What would lie on something that does not move goes to the nearest free place.
 * @param others what stays where it is
 * @returns the top left corners, in the order of `boxes`
 */
export function spreadOut(boxes: readonly Box[], way: 'across' | 'down', others: readonly Box[] = []): readonly WallPoint[] {
  const start = (box: Box): number => (way === 'across' ? box.x : box.y)
  const length = (box: Box): number => (way === 'across' ? box.width : box.height)
  const order = boxes.map((box, i) => ({ box, i })).sort((a, b) => start(a.box) - start(b.box) || a.i - b.i)
  const [first, last] = [order[0], order.at(-1)]
  if (!first || !last) return []
  const filled = order.reduce((sum, { box }) => sum + length(box), 0)
  const room = start(last.box) + length(last.box) - start(first.box) - filled
  const gap = Math.max(NOTE_GAP, room / Math.max(1, order.length - 1))
  const places = freePlaces(others)
  const points: WallPoint[] = []
  let next = start(first.box)
  for (const { box, i } of order) {
    const wanted: WallPoint = way === 'across' ? [Math.round(next), box.y] : [box.x, Math.round(next)]
    const point = places.find(box, wanted, LEAST_GAP)
    places.take(boxAt(point, box))
    points[i] = point
    next += length(box) + gap
  }
  return points
}
