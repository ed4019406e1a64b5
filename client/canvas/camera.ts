import type { Box, Size } from '#shared/layout/box.ts'
import { FARTHEST } from '#shared/wall/readPoint.ts'
import type { WallPoint } from '#shared/wall/schema.ts'

/** A point on the screen, in CSS pixels from the top left of the canvas. */
export type ScreenPoint = readonly [x: number, y: number]

/** What part of the wall is seen: `x`, `y` is the wall point at the top left; at zoom 1 a wall unit is a CSS pixel. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Space at the edges of the canvas that something else covers, in CSS pixels. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** A wall of 10,000 notes fits a laptop at the lower end; at the upper one a note fills a phone. */
export const ZOOM = { min: 0.02, max: 4 } as const

const clampZoom = (zoom: number): number => Math.max(ZOOM.min, Math.min(ZOOM.max, zoom))

export const toWall = (camera: Camera, [x, y]: ScreenPoint): WallPoint => [
  camera.x + x / camera.zoom,
  camera.y + y / camera.zoom,
]

export const toScreen = (camera: Camera, [x, y]: WallPoint): ScreenPoint => [
  (x - camera.x) * camera.zoom,
  (y - camera.y) * camera.zoom,
]

/** As far as the wall reaches, with room for a window that is zoomed out on its edge: from farther out nobody would find back. */
const FARTHEST_SEEN = 1.2 * FARTHEST

const inReach = (side: number): number => Math.max(-FARTHEST_SEEN, Math.min(FARTHEST_SEEN, side))

/** Moves the wall under the window by so many CSS pixels. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: inReach(camera.x - dx / camera.zoom),
  y: inReach(camera.y - dy / camera.zoom),
})

/** Zooms so that the wall point under `about` stays where it is. */
export function zoomedTo(camera: Camera, zoom: number, about: ScreenPoint): Camera {
  const next = clampZoom(zoom)
  const [x, y] = toWall(camera, about)
  return { x: x - about[0] / next, y: y - about[1] / next, zoom: next }
}

/** How much one wheel event with ctrl, or one pinch on a trackpad, zooms. */
export const wheelFactor = (deltaY: number): number => Math.exp(-Math.max(-50, Math.min(50, deltaY)) / 200)

/** The part of the wall that is seen. */
export const seenBox = (camera: Camera, { width, height }: Size): Box => ({
  x: camera.x,
  y: camera.y,
  width: width / camera.zoom,
  height: height / camera.zoom,
})

/** The camera that shows a whole box in the middle of what is not covered, at most at `maxZoom`. */
export function fitted(box: Box, size: Size, insets: Insets, maxZoom = 1): Camera {
  const width = Math.max(1, size.width - insets.left - insets.right)
  const height = Math.max(1, size.height - insets.top - insets.bottom)
  const zoom = clampZoom(Math.min(maxZoom, width / Math.max(1, box.width), height / Math.max(1, box.height)))
  return {
    x: box.x + box.width / 2 - (insets.left + width / 2) / zoom,
    y: box.y + box.height / 2 - (insets.top + height / 2) / zoom,
    zoom,
  }
}

/** The camera on its way: zoom moves in equal ratios, and the wall point in the middle in a straight line. */
export function between(from: Camera, to: Camera, { width, height }: Size, progress: number): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** progress
  const start = toWall(from, [width / 2, height / 2])
  const end = toWall(to, [width / 2, height / 2])
  return {
    x: start[0] + (end[0] - start[0]) * progress - width / 2 / zoom,
    y: start[1] + (end[1] - start[1]) * progress - height / 2 / zoom,
    zoom,
  }
}
