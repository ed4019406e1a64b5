import type { Detail } from './levelOfDetail.ts'
import type { HungNote } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'
import { paintNote } from './paintNote.ts'
import { paintPlainNote } from './paintPlainNote.ts'

/** How much of the wall's colour lies over a note that is dimmed: that it hangs there, and its kind, can still be made out. */
const VEIL = 0.74

/**
 * Paints notes where they hang, each on a whole pixel.
 * @param context in device pixels
 * @param origin device pixel of the wall's origin in the context
 * @param scale device pixels a wall unit
 * @param how `lifted`: held above the wall; `dim`: faded, with the wall showing through
 */
export function paintNotes(
  context: CanvasRenderingContext2D,
  notes: Iterable<HungNote>,
  ink: NoteInk,
  [originX, originY]: readonly [x: number, y: number],
  scale: number,
  detail: Detail,
  how: 'resting' | 'lifted' | 'dim' = 'resting',
): void {
  for (const hung of notes) {
    const x = Math.round(hung.x * scale) + originX
    const y = Math.round(hung.y * scale) + originY
    if (detail === 'text') {
      context.setTransform(scale, 0, 0, scale, x, y)
      paintNote(context, hung, ink, { lifted: how === 'lifted' })
      context.setTransform(1, 0, 0, 1, 0, 0)
    } else {
      paintPlainNote(context, hung, ink, [x, y], scale, detail === 'bars')
    }
    if (how === 'dim') paintVeil(context, ink, x, y, hung.width * scale, hung.height * scale)
  }
}

/** One rectangle over all of it: painted translucent itself, the parts of a note would show through each other. */
function paintVeil(context: CanvasRenderingContext2D, ink: NoteInk, x: number, y: number, width: number, height: number): void {
  context.globalAlpha = VEIL
  context.fillStyle = ink.wall
  context.fillRect(x, y, Math.ceil(width), Math.ceil(height))
  context.globalAlpha = 1
}
