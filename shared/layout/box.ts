import type { WallPoint } from '#shared/wall/schema.ts'

/** A rectangle on the wall, in wall units; `x` and `y` are its top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Size = Pick<Box, 'width' | 'height'>

/** Whether two boxes lie nearer to each other than `gap`; boxes that only touch at a gap of 0 do not. */
export const areCloser = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap

export const boxAt = ([x, y]: WallPoint, { width, height }: Size): Box => ({ x, y, width, height })

export const centreOf = ({ x, y, width, height }: Box): WallPoint => [x + width / 2, y + height / 2]

export const contains = ({ x, y, width, height }: Box, [px, py]: WallPoint): boolean => px >= x && px <= x + width && py >= y && py <= y + height

/** The smallest box around all of them; `undefined` around nothing. */
export function boxAround(boxes: Iterable<Box>): Box | undefined {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}
