import type { HungNote } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'

/** In wall units; all of it stays within the room that a note has for its shadow. */
const FRAME = { width: 5, outside: 6 } as const
const BADGE = { radius: 13, x: 6, y: 4 } as const
/** Smaller than this, in device pixels, the badge would be a blot; the frame stays. */
const LEAST_BADGE = 5

/**
 * Marks a need that nobody has answered: a heavy frame, and a round badge with an exclamation mark at the corner where reading ends.
 * @param context in device pixels
 * @param origin device pixel of the wall's origin in the context
 * @param scale device pixels a wall unit
 */
export function paintMark(context: CanvasRenderingContext2D, hung: HungNote, ink: NoteInk, [originX, originY]: readonly [x: number, y: number], scale: number): void {
  const x = Math.round(hung.x * scale) + originX
  const y = Math.round(hung.y * scale) + originY
  const [width, height] = [hung.width * scale, hung.height * scale]
  const thick = Math.max(2, FRAME.width * scale)
  const out = FRAME.outside * scale - thick / 2
  context.strokeStyle = ink.mark
  context.lineWidth = thick
  context.setLineDash([])
  context.strokeRect(x - out, y - out, width + 2 * out, height + 2 * out)

  const radius = BADGE.radius * scale
  if (radius < LEAST_BADGE) return
  const centreX = x + (ink.mirrored ? BADGE.x * scale : width - BADGE.x * scale)
  const centreY = y + BADGE.y * scale
  context.fillStyle = ink.mark
  context.beginPath()
  context.arc(centreX, centreY, radius, 0, 2 * Math.PI)
  context.fill()
  context.fillStyle = ink.surface
  context.beginPath()
  context.roundRect(centreX - 0.13 * radius, centreY - 0.58 * radius, 0.26 * radius, 0.7 * radius, 0.13 * radius)
  context.arc(centreX, centreY + 0.42 * radius, 0.17 * radius, 0, 2 * Math.PI)
  context.fill()
}
