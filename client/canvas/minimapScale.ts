import type { Box, Size } from '#shared/layout/box.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { ScreenPoint } from './camera.ts'

/** How the wall lies on a small map of it. */
export interface WallMap {
  /** What it shows, in wall units. */
  readonly content: Box
  readonly size: Size
  /** CSS pixels of the map to a wall unit. */
  readonly scale: number
  /** Of the content's top left corner, on the map. */
  readonly left: number
  readonly top: number
}

/** Around the content, in CSS pixels: what is seen reaches over the notes. */
const MARGIN = 10
/** A frame is never smaller than this, in CSS pixels: it can still be found. */
const LEAST_FRAME = 6

/** A map of this size that shows the content whole, in its middle. */
export function mapOf(content: Box, size: Size): WallMap {
  const scale = Math.min((size.width - 2 * MARGIN) / Math.max(1, content.width), (size.height - 2 * MARGIN) / Math.max(1, content.height))
  return { content, size, scale, left: (size.width - content.width * scale) / 2, top: (size.height - content.height * scale) / 2 }
}

/** Where a part of the wall is on the map, in CSS pixels; what lies off the map is cut at its edge. */
export function onMap({ content, size, scale, left, top }: WallMap, { x, y, width, height }: Box): Box {
  const [atX, lengthX] = cut(left + (x - content.x) * scale, width * scale, size.width)
  const [atY, lengthY] = cut(top + (y - content.y) * scale, height * scale, size.height)
  return { x: atX, y: atY, width: lengthX, height: lengthY }
}

function cut(start: number, length: number, whole: number): readonly [start: number, length: number] {
  const from = Math.max(0, Math.min(whole - LEAST_FRAME, start))
  const to = Math.max(from, Math.min(whole, start + length))
  return [from, length < LEAST_FRAME ? to - from : Math.max(LEAST_FRAME, to - from)]
}

/** The point of the wall under a point of the map. */
export const throughMap = ({ content, scale, left, top }: WallMap, [x, y]: ScreenPoint): WallPoint => [
  content.x + (x - left) / scale,
  content.y + (y - top) / scale,
]
