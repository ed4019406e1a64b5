import { boxAround, type Box } from '#shared/layout/box.ts'

/** Notes this far from the middle of the wall, as a multiple of the usual distance, are no part of what is fitted. */
const FAR = 12
/** Nothing this near is ever called far, in wall units. */
const NEAR = 6000
/** The usual distance is that of about so many of them. */
const SAMPLE = 3000

/**
 * The box that shows the wall: around all notes, but for single ones that hang so far away that everything else would
 * become a dot. Those are still found through the list.
 * @returns `undefined` on an empty wall
 */
export function contentBox(boxes: readonly Box[]): Box | undefined {
  if (boxes.length < 3) return boxAround(boxes)
  const sample = boxes.length <= SAMPLE ? boxes : boxes.filter((_, i) => i % Math.ceil(boxes.length / SAMPLE) === 0)
  const x = median(Float64Array.from(sample, (box) => box.x + box.width / 2))
  const y = median(Float64Array.from(sample, (box) => box.y + box.height / 2))
  // Squared: of twenty thousand distances the roots alone take milliseconds.
  const squareOf = (box: Box): number => (box.x + box.width / 2 - x) ** 2 + (box.y + box.height / 2 - y) ** 2
  const reach = Math.max(NEAR ** 2, FAR ** 2 * median(Float64Array.from(sample, squareOf)))
  return boxAround(boxes.filter((box) => squareOf(box) <= reach))
}

/** Of a typed array: it is sorted without a call for each comparison. */
function median(values: Float64Array): number {
  return values.toSorted()[Math.floor(values.length / 2)] ?? 0
}
