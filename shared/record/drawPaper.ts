import { NOTE_FOLD } from '../layout/noteFold.ts'
import { NOTE } from '../layout/noteShape.ts'
import type { PathCommand, PdfPage, Rect } from '../pdf/PdfPage.ts'
import type { NoteKind } from '../wall/schema.ts'
import { LINE, NOTE_COLOURS } from './palette.ts'

/** Shadow, sheet with a folded corner, the strip at its upper edge. */
export function drawPaper(page: PdfPage, kind: NoteKind, { x, y, width, height }: Rect, scale: number, rtl: boolean): void {
  const { paper, head, fold, edge } = NOTE_COLOURS[kind]
  const side = NOTE_FOLD[kind] * scale
  const top = NOTE.headHeight * scale
  // Drawn with the fold on the right; for a reader from right to left it is on the left.
  const at = (fromLeft: number, fromTop: number): readonly [number, number] => [rtl ? x + width - fromLeft : x + fromLeft, y + fromTop]
  const shape = (...points: readonly (readonly [number, number])[]): readonly PathCommand[] => [
    ...points.map((point, i): PathCommand => [i === 0 ? 'M' : 'L', ...at(...point)]),
    ['Z'],
  ]
  const isNeed = kind === 'need'
  const sheet = isNeed
    ? shape([0, 0], [width, 0], [width, height - side], [width - side, height], [0, height])
    : shape([0, 0], [width - side, 0], [width, side], [width, height], [0, height])
  const strip = isNeed
    ? shape([0, 0], [width, 0], [width, top], [0, top])
    : shape([0, 0], [width - side, 0], [width, side], [width, top], [0, top])
  const corner = isNeed
    ? shape([width, height - side], [width - side, height - side], [width - side, height])
    : shape([width - side, 0], [width - side, side], [width, side])
  page.rect({ x: x + 1 * scale, y: y + 3 * scale, width: width - (isNeed ? side : 0), height }, { fill: LINE })
  page.path(sheet, { fill: paper })
  page.path(strip, { fill: head })
  page.path(corner, { fill: fold, stroke: edge, lineWidth: scale })
  page.path(sheet, { stroke: edge, lineWidth: scale })
}
