import type { NoteInk } from './noteInk.ts'

/** Distance between two dots of the wall, in wall units. */
const DOT_EVERY = 40
/** Nearer than this on the screen every second dot is left out, in device pixels. */
const NEAREST_DOTS = 26

/**
 * The bare wall: warm grey with a quiet grid of dots, which stays with the notes when the wall is moved.
 * @param context in device pixels
 * @param area the rectangle to paint, in device pixels of the context
 * @param origin device pixel of the wall's origin in the context
 * @param scale device pixels a wall unit
 */
export function paintWall(
  context: CanvasRenderingContext2D,
  ink: NoteInk,
  [left, top, width, height]: readonly [left: number, top: number, width: number, height: number],
  [originX, originY]: readonly [x: number, y: number],
  scale: number,
): void {
  context.fillStyle = ink.wall
  context.fillRect(left, top, width, height)
  let every = DOT_EVERY * scale
  while (every < NEAREST_DOTS) every *= 2
  const dot = scale >= 1 ? 2 * Math.round(scale) : 2
  context.fillStyle = ink.wallDot
  for (let column = Math.floor((left - originX) / every); column * every + originX < left + width; column++) {
    const x = Math.round(column * every) + originX
    for (let row = Math.floor((top - originY) / every); row * every + originY < top + height; row++) {
      context.fillRect(x, Math.round(row * every) + originY, dot, dot)
    }
  }
}
