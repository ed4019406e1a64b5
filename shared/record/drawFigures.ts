import type { PdfDocument } from '../pdf/PdfDocument.ts'
import { ACCENT, INK_QUIET, SURFACE } from './palette.ts'
import type { ReadingPages } from './ReadingPages.ts'
import type { WallRecord } from './WallRecord.ts'

const HEIGHT = 58
const GAP = 8

/** How much of what there is, side by side. */
export function drawFigures(document: PdfDocument, pages: ReadingPages, figures: WallRecord['figures']): void {
  const width = (pages.width - GAP * (figures.length - 1)) / figures.length
  figures.forEach(({ count, label }, i) => {
    const indent = i * (width + GAP)
    pages.page.rect({ x: pages.left(indent, width), y: pages.y, width, height: HEIGHT }, { fill: SURFACE, radius: 5 })
    document.within('P', {}, () => {
      pages.words(String(count), { indent: indent + 10, size: 22, weight: 700, fill: ACCENT, down: 29 })
      const fitting = Math.min(9, (width - 14) / pages.measure(label))
      pages.words(label, { indent: indent + 10, size: fitting, fill: INK_QUIET, down: 46 })
    })
  })
  pages.space(HEIGHT + 14)
}
