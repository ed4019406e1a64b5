import type { Detail } from './levelOfDetail.ts'
import type { HungNote } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'
import { paintNote } from './paintNote.ts'
import { paintPlainNote } from './paintPlainNote.ts'

/**
 * Paints notes where they hang, each on a whole pixel.
 * @param context in device pixels
 * @param origin device pixel of the wall's origin in the context
 * @param scale device pixels a wall unit
 * @param lifted held above the wall
 */
export function paintNotes(
  context: CanvasRenderingContext2D,
  notes: Iterable<HungNote>,
  ink: NoteInk,
  [originX, originY]: readonly [x: number, y: number],
  scale: number,
  detail: Detail,
  lifted = false,
): void {
  for (const hung of notes) {
    const x = Math.round(hung.x * scale) + originX
    const y = Math.round(hung.y * scale) + originY
    if (detail === 'text') {
      context.setTransform(scale, 0, 0, scale, x, y)
      paintNote(context, hung, ink, { lifted })
      context.setTransform(1, 0, 0, 1, 0, 0)
    } else {
      paintPlainNote(context, hung, ink, [x, y], scale, detail === 'bars')
    }
  }
}
