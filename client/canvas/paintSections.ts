import type { Section } from '#shared/wall/schema.ts'
import type { NoteInk } from './noteInk.ts'

/** Roundness of the corners, in wall units. */
const RADIUS = 14

/**
 * The sections, as sheets under the notes; their titles stand above them, as text of the page.
 * @param context in device pixels
 * @param origin device pixel of the wall's origin in the context
 * @param scale device pixels a wall unit
 */
export function paintSections(context: CanvasRenderingContext2D, sections: Iterable<Section>, ink: NoteInk, [originX, originY]: readonly [x: number, y: number], scale: number): void {
  for (const { box } of sections) {
    const sheet = new Path2D()
    sheet.roundRect(Math.round(box.x * scale) + originX, Math.round(box.y * scale) + originY, box.width * scale, box.height * scale, RADIUS * scale)
    context.globalAlpha = 0.62
    context.fillStyle = ink.surface
    context.fill(sheet)
    context.globalAlpha = 0.4
    context.strokeStyle = ink.quiet
    context.lineWidth = Math.max(1, 1.5 * scale)
    context.stroke(sheet)
    context.globalAlpha = 1
  }
}
