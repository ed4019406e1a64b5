import type { PdfDocument } from '../pdf/PdfDocument.ts'
import { drawQr } from './drawQr.ts'
import { ACCENT, INK_QUIET } from './palette.ts'
import type { ReadingPages } from './ReadingPages.ts'
import type { WallRecord } from './WallRecord.ts'

/** Side of the code, in points; without one the words take less. */
export const LINK_HEIGHT = 92

/** At the foot of a page: where the wall is, to be scanned or typed. */
export function drawLink(document: PdfDocument, pages: ReadingPages, words: string, link: string, qr: WallRecord['qr']): void {
  pages.toFoot(qr ? LINK_HEIGHT : 34)
  const indent = qr ? LINK_HEIGHT + 16 : 0
  if (qr) {
    document.within('Figure', { alt: link }, () => pages.page.figure(() => drawQr(pages.page, qr, { x: pages.left(0, LINK_HEIGHT), y: pages.y, size: LINK_HEIGHT })))
    pages.space(LINK_HEIGHT / 2 - 16)
  }
  pages.paragraph(words, { size: 10, fill: INK_QUIET, indent })
  document.within('Link', {}, () => {
    const { page, y } = pages
    pages.paragraph(link, { size: 10.5, fill: ACCENT, runs: 'own', indent })
    if (/^https?:\/\//.test(link)) page.link({ x: pages.left(indent, pages.width - indent), y, width: pages.width - indent, height: Math.max(14, pages.y - y) }, link)
  })
}
