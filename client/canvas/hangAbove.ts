import type { Box, Size } from '#shared/layout/box.ts'
import { toScreen, type ScreenPoint } from './camera.ts'
import { isCovered } from './covers.ts'
import type { WallScene } from './wallScene.ts'

/** Distance to the notes and to the edges of the canvas, in CSS pixels. */
const MARGIN = 10
/** Distance to what lies at the edges of the canvas. */
const GAP = 4

/** Puts a bar beside the notes, where it can be reached; it is hidden while they are out of sight. */
export function hangAbove(bar: HTMLElement, { x, y, width, height }: Box, { man, covers }: Pick<WallScene, 'man' | 'covers'>): void {
  const camera = man.camera()
  const canvas = man.size()
  const [left, top] = toScreen(camera, [x, y])
  const notes = { x: left, y: top, width: width * camera.zoom, height: height * camera.zoom }
  const isOutOfSight = left > canvas.width || top > canvas.height || left + notes.width < 0 || top + notes.height < 0
  const size = { width: bar.offsetWidth, height: bar.offsetHeight }
  const [atX, atY] = barPlace(size, notes, canvas, covers.edges())
  bar.style.visibility = isOutOfSight ? 'hidden' : 'visible'
  bar.style.left = `${atX}px`
  bar.style.top = `${atY}px`
  covers.hang(isOutOfSight ? undefined : { x: atX, y: atY, ...size })
}

/**
 * Above the notes; below them where there is no room; on them where they fill the canvas. Always inside of it, and on none of
 * what lies over its edges, as long as there is any such place.
 * @param notes where they are on the screen
 * @returns the bar's top left corner; all in CSS pixels
 */
export function barPlace(bar: Size, notes: Box, canvas: Size, covers: readonly Box[]): ScreenPoint {
  const most = { x: canvas.width - bar.width - MARGIN, y: canvas.height - bar.height - MARGIN }
  const middle = Math.max(MARGIN, Math.min(most.x, notes.x + (notes.width - bar.width) / 2))
  const above = notes.y - bar.height - MARGIN
  const beside = covers.flatMap(({ x, width }) => [x - bar.width - GAP, x + width + GAP])
  const columns = [middle, ...nearest(beside.filter((x) => x >= MARGIN && x <= most.x), middle)]
  const between = covers.flatMap(({ y, height }) => [y - bar.height - GAP, y + height + GAP])
  const rows = [above, notes.y + notes.height + MARGIN, ...nearest([MARGIN, most.y, ...between], above)].filter((y) => y >= MARGIN && y <= most.y)
  for (const y of rows) {
    for (const x of columns) if (!isCovered({ x, y, ...bar }, covers)) return [x, y]
  }
  return [middle, Math.max(MARGIN, Math.min(most.y, above))]
}

const nearest = (places: readonly number[], to: number): readonly number[] => [...places].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))
