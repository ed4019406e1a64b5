import { centreOf, type Box } from './box.ts'
import type { WallPoint } from '../wall/schema.ts'

/** A cubic curve, in wall units. */
export interface Curve {
  readonly start: WallPoint
  readonly bend: readonly [WallPoint, WallPoint]
  readonly end: WallPoint
  readonly middle: WallPoint
}

/** The line that joins two notes: from the edge of one to the facing edge of the other, leaving both at a right angle. */
export function pairCurve(a: Box, b: Box): Curve {
  const [ax, ay] = centreOf(a)
  const [bx, by] = centreOf(b)
  // Beside each other or below each other: by the clear space between them.
  const clearX = Math.abs(bx - ax) - (a.width + b.width) / 2
  const clearY = Math.abs(by - ay) - (a.height + b.height) / 2
  if (clearX >= clearY) {
    const to = bx >= ax ? 1 : -1
    const start: WallPoint = [ax + (to * a.width) / 2, ay]
    const end: WallPoint = [bx - (to * b.width) / 2, by]
    const bend = to * Math.max(24, Math.abs(end[0] - start[0]) / 2)
    return curve(start, [start[0] + bend, start[1]], [end[0] - bend, end[1]], end)
  }
  const to = by >= ay ? 1 : -1
  const start: WallPoint = [ax, ay + (to * a.height) / 2]
  const end: WallPoint = [bx, by - (to * b.height) / 2]
  const bend = to * Math.max(24, Math.abs(end[1] - start[1]) / 2)
  return curve(start, [start[0], start[1] + bend], [end[0], end[1] - bend], end)
}

function curve(start: WallPoint, first: WallPoint, second: WallPoint, end: WallPoint): Curve {
  const half = (axis: 0 | 1): number => (start[axis] + 3 * first[axis] + 3 * second[axis] + end[axis]) / 8
  return { start, bend: [first, second], end, middle: [half(0), half(1)] }
}
