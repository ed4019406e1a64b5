import { NOTE } from '#shared/layout/noteShape.ts'
import { caretPlace } from './caretPlace.ts'
import { fontOf } from './inkMeasure.ts'
import type { HungNote } from './noteIndex.ts'

/** In CSS pixels, whatever the zoom. */
const WIDTH_PX = 2.5

/**
 * Paints where somebody else is writing in a note.
 * @param context in wall units
 * @param offset of their caret, in UTF-16 code units of the note's text
 */
export function paintCaret(context: CanvasRenderingContext2D, { note, layout, x, y }: HungNote, offset: number, colour: string, zoom: number): void {
  const place = caretPlace(note.text, layout, offset)
  context.font = fontOf(layout.fontPx, 400)
  const passed = place ? context.measureText(place.before).width : 0
  const start = place?.line.x ?? NOTE.padding
  const width = WIDTH_PX / zoom
  const left = x + (place?.line.dir === 'rtl' ? start - passed : start + passed) - width / 2
  const top = y + layout.textTop + (place?.row ?? 0) * layout.lineHeightPx
  context.fillStyle = colour
  context.fillRect(left, top + 0.08 * layout.lineHeightPx, width, 0.84 * layout.lineHeightPx)
}
