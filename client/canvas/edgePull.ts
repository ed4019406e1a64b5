import type { Size } from '#shared/layout/box.ts'
import type { ScreenPoint } from './camera.ts'

/** So near the edge of the canvas something that is dragged pulls the wall along, in CSS pixels. */
const MARGIN = 44
/** At the very edge and beyond; CSS pixels a millisecond. */
const FASTEST = 0.9

/**
 * How fast the wall moves under something that is dragged to the edge, in CSS pixels a millisecond; the direction is the
 * one in which more of the wall comes to be seen.
 * @param start where the drag began: what was taken up at the edge already does not run away
 */
export function edgePull([x, y]: ScreenPoint, { width, height }: Size, start: ScreenPoint): ScreenPoint {
  return [along(x, width, start[0]), along(y, height, start[1])]
}

function along(at: number, length: number, start: number): number {
  const towardsStart = depth(at, Math.min(MARGIN, start))
  const towardsEnd = depth(length - at, Math.min(MARGIN, length - start))
  return (towardsEnd - towardsStart) * FASTEST || 0
}

/** 0 at the margin, growing to 1 at the edge. */
const depth = (distance: number, margin: number): number => (margin <= 0 ? 0 : Math.max(0, Math.min(1, (margin - distance) / margin)) ** 2)
