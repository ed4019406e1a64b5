import type { PdfDocument } from '../pdf/PdfDocument.ts'
import type { PdfPage } from '../pdf/PdfPage.ts'
import { drawFigures } from './drawFigures.ts'
import { drawKindMark } from './drawKindMark.ts'
import { drawLink } from './drawLink.ts'
import { ACCENT, INK, INK_QUIET, LINE, NOTE_COLOURS } from './palette.ts'
import type { ReadingPages } from './ReadingPages.ts'
import { isolate } from './setWords.ts'
import type { WallRecord } from './WallRecord.ts'

export interface ContentsEntry {
  readonly title: string
  readonly page: PdfPage
  readonly y: number
}

/** What this is, where and when, how much, and what is in it. @param contents with the pages they are on: drawn last */
export function drawCover(document: PdfDocument, pages: ReadingPages, record: WallRecord, contents: readonly ContentsEntry[]): void {
  const { labels, title, place, themes, date, link, qr } = record
  drawNotes(pages)
  pages.space(120)
  pages.paragraph(labels.recordOf, { size: 11, weight: 700, fill: ACCENT, after: 6 })
  pages.paragraph(title, { size: title.length > 60 ? 24 : 32, weight: 700, tag: 'H1', runs: 'own', after: 8 })
  if (themes.length > 0) pages.paragraph(themes.map(isolate).join('  ·  '), { size: 13, runs: 'own', after: 6 })
  pages.paragraph(place === undefined ? date : `${isolate(place)}  ·  ${date}`, { size: 12, fill: INK_QUIET, after: 22 })
  drawFigures(document, pages, record.figures)
  pages.space(6)
  for (const kind of ['need', 'offer'] as const) {
    const { paper, edge, ink } = NOTE_COLOURS[kind]
    const x = pages.left(0, 10)
    pages.page.rect({ x, y: pages.y + 2, width: 10, height: 10 }, { fill: paper, stroke: edge, lineWidth: 0.6, radius: 1.5 })
    drawKindMark(pages.page, kind, { x: x + 2.5, y: pages.y + 4.5, size: 5, fill: ink })
    pages.paragraph(`${labels.kind[kind]}: ${labels.kindMeaning[kind]}`, { size: 9.5, fill: INK_QUIET, indent: 16, after: 2 })
  }
  pages.paragraph(labels.numbersMeaning, { size: 9.5, fill: INK_QUIET, indent: 16, after: 20 })
  drawContents(document, pages, labels.contents, contents)
  if (link !== undefined) drawLink(document, pages, labels.scan, link, qr)
}

/** A need and an offer, before anything is written on them. */
function drawNotes(pages: ReadingPages): void {
  for (const [i, kind] of (['need', 'offer'] as const).entries()) {
    const { paper, head, edge } = NOTE_COLOURS[kind]
    const box = { x: pages.left(i * 66, 58), y: pages.y + i * 10, width: 58, height: 50 }
    pages.page.rect({ ...box, x: box.x + 1, y: box.y + 2 }, { fill: LINE })
    pages.page.rect(box, { fill: paper, stroke: edge, lineWidth: 0.8 })
    pages.page.rect({ ...box, height: 11 }, { fill: head })
  }
}

function drawContents(document: PdfDocument, pages: ReadingPages, heading: string, contents: readonly ContentsEntry[]): void {
  if (contents.length === 0) return
  pages.paragraph(heading, { size: 12, weight: 700, tag: 'H2', after: 4 })
  document.within('TOC', {}, () => {
    for (const { title, page, y } of contents) {
      document.within('TOCI', {}, () =>
        document.within('Link', {}, () => {
          const { page: here, y: top } = pages
          const number = String(document.pages.indexOf(page) + 1)
          pages.words(number, { indent: 0, size: 10, fill: INK_QUIET, down: 10.6, fromEnd: true })
          pages.paragraph(title, { size: 10, fill: INK, endIndent: 40, after: 1 })
          here.link({ x: pages.left(0, pages.width), y: top, width: pages.width, height: pages.y - top }, { page, y: Math.max(0, y), title })
        }),
      )
    }
  })
}
