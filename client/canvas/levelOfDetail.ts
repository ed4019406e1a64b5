import { NOTE } from '#shared/layout/noteShape.ts'

/** How much of a note is painted: its paper; bars for its lines as well; its text. */
export type Detail = 'paper' | 'bars' | 'text'

/** From here on the type of a short note can be made out: 4.5 CSS pixels. */
const SMALLEST_TEXT_ZOOM = 4.5 / NOTE.maxFontPx
const SMALLEST_BARS_ZOOM = 0.1

/** One answer for the whole wall: notes side by side with text and with bars look like two kinds of notes. */
export function detailAtRest(zoom: number): Detail {
  if (zoom >= SMALLEST_TEXT_ZOOM) return 'text'
  return zoom >= SMALLEST_BARS_ZOOM ? 'bars' : 'paper'
}

/** Where no tile is painted yet, every note in the gap is painted in every frame: no text, and of many notes the paper alone. */
export function detailPlainly(zoom: number, notes: number): Detail {
  return notes <= 1500 && zoom >= SMALLEST_BARS_ZOOM ? 'bars' : 'paper'
}
