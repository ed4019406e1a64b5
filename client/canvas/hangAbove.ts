import type { Box } from '#shared/layout/box.ts'
import { toScreen } from './camera.ts'
import type { CameraMan } from './cameraMan.ts'

/** Distance to the notes and to the edges of the canvas, in CSS pixels. */
const MARGIN = 10

/** Puts a bar above the notes, below them where there is no room, and always inside of the canvas. */
export function hangAbove(bar: HTMLElement, { x, y, width, height }: Box, man: CameraMan): void {
  const camera = man.camera()
  const size = man.size()
  const [left, top] = toScreen(camera, [x, y])
  const { offsetWidth, offsetHeight } = bar
  const above = top - offsetHeight - MARGIN
  const below = top + height * camera.zoom + MARGIN
  const atX = left + (width * camera.zoom - offsetWidth) / 2
  const atY = above >= MARGIN ? above : below
  const isOutOfSight = left > size.width || top > size.height || left + width * camera.zoom < 0 || below - MARGIN < 0
  bar.style.visibility = isOutOfSight ? 'hidden' : 'visible'
  bar.style.left = `${Math.max(MARGIN, Math.min(size.width - offsetWidth - MARGIN, atX))}px`
  bar.style.top = `${Math.max(MARGIN, Math.min(size.height - offsetHeight - MARGIN, atY))}px`
}
