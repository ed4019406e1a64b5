import type { Box, Size } from '#shared/layout/box.ts'
import { toScreen, type ScreenPoint } from './camera.ts'
import type { CameraMan } from './cameraMan.ts'
import { INSETS } from './middleOf.ts'

/** Distance to the notes and to the edges of the canvas, in CSS pixels. */
const MARGIN = 10

/** Puts a bar beside the notes, where it can be reached; it is hidden while they are out of sight. */
export function hangAbove(bar: HTMLElement, { x, y, width, height }: Box, man: CameraMan): void {
  const camera = man.camera()
  const size = man.size()
  const [left, top] = toScreen(camera, [x, y])
  const notes = { x: left, y: top, width: width * camera.zoom, height: height * camera.zoom }
  const isOutOfSight = left > size.width || top > size.height || left + notes.width < 0 || top + notes.height < 0
  const [atX, atY] = barPlace({ width: bar.offsetWidth, height: bar.offsetHeight }, notes, size)
  bar.style.visibility = isOutOfSight ? 'hidden' : 'visible'
  bar.style.left = `${atX}px`
  bar.style.top = `${atY}px`
}

/**
 * Above the notes; below them where there is no room; at the upper edge where they fill the canvas. Always inside of it, and never
 * behind the pads.
 * @param notes where they are on the screen
 * @returns the bar's top left corner; all in CSS pixels
 */
export function barPlace(bar: Size, notes: Box, canvas: Size): ScreenPoint {
  const lowest = canvas.height - INSETS.bottom - bar.height
  const above = notes.y - bar.height - MARGIN
  const below = notes.y + notes.height + MARGIN
  const y = above >= MARGIN ? above : below <= lowest ? below : MARGIN
  const x = notes.x + (notes.width - bar.width) / 2
  return [Math.max(MARGIN, Math.min(canvas.width - bar.width - MARGIN, x)), Math.max(MARGIN, Math.min(lowest, y))]
}
