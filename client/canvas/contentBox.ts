import { boxAround, centreOf, type Box } from '#shared/layout/box.ts'

/** Notes this far from the middle of the wall, as a multiple of the usual distance, are no part of what is fitted. */
const FAR = 12
/** Nothing this near is ever called far, in wall units. */
const NEAR = 6000

/**
 * The box that shows the wall: around all notes, but for single ones that hang so far away that everything else would
 * become a dot. Those are still found through the list.
 * @returns `undefined` on an empty wall
 */
export function contentBox(boxes: readonly Box[]): Box | undefined {
  if (boxes.length < 3) return boxAround(boxes)
  const centres = boxes.map(centreOf)
  const x = median(centres.map((centre) => centre[0]))
  const y = median(centres.map((centre) => centre[1]))
  const distances = centres.map((centre) => Math.hypot(centre[0] - x, centre[1] - y))
  const reach = Math.max(NEAR, FAR * median(distances))
  return boxAround(boxes.filter((_, i) => (distances[i] ?? 0) <= reach))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
