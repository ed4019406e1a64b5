import type { Colour, PdfPage } from '../pdf/PdfPage.ts'
import type { NoteKind } from '../wall/schema.ts'

/** The shape beside the kind's word: a ring has room in it (need), a full square gives (offer). @param size in points */
export function drawKindMark(page: PdfPage, kind: NoteKind, place: { x: number; y: number; size: number; fill: Colour }): void {
  const { x, y, size, fill } = place
  if (kind === 'offer') return page.rect({ x, y, width: size, height: size }, { fill, radius: size * 0.12 })
  const inset = size * 0.1
  const side = size - 2 * inset
  page.rect({ x: x + inset, y: y + inset, width: side, height: side }, { stroke: fill, lineWidth: size * 0.2, radius: side / 2 })
}
