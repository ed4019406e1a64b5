/** How much of a note is painted: its paper; bars for its lines as well; its text. */
export type Detail = 'paper' | 'bars' | 'text'

/** The smallest type that can be made out, in CSS pixels. */
const SMALLEST_TEXT_PX = 4.5
const SMALLEST_BARS_ZOOM = 0.1

/** @param fontPx size of the note's type at 100 % */
export function detailAtRest(zoom: number, fontPx: number): Detail {
  if (fontPx * zoom >= SMALLEST_TEXT_PX) return 'text'
  return zoom >= SMALLEST_BARS_ZOOM ? 'bars' : 'paper'
}

/** While the zoom changes each frame paints every note in sight: the more of them, the plainer. */
export function detailInMotion(notes: number): Detail {
  if (notes <= 150) return 'text'
  return notes <= 1500 ? 'bars' : 'paper'
}
