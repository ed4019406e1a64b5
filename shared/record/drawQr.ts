import type { PdfPage } from '../pdf/PdfPage.ts'
import { INK } from './palette.ts'

/** A code to be scanned, dark on the paper's white. @param rows dark (`true`) and light @param size in points */
export function drawQr(page: PdfPage, rows: readonly (readonly boolean[])[], { x, y, size }: { x: number; y: number; size: number }): void {
  const side = size / rows.length
  rows.forEach((row, down) => {
    // Neighbours in one piece: seams between squares show as fine lines on screens.
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue
      let to = from
      while (row[to + 1]) to++
      page.rect({ x: x + from * side, y: y + down * side, width: (to - from + 1) * side, height: side }, { fill: INK })
      from = to
    }
  })
}
