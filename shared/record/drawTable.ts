import type { PdfDocument } from '../pdf/PdfDocument.ts'
import type { Colour } from '../pdf/PdfPage.ts'
import { INK, INK_QUIET, LINE } from './palette.ts'
import type { ReadingPages } from './ReadingPages.ts'

export interface TableColumn {
  readonly title: string
  /** In points, with the gap to the next. */
  readonly width: number
  /** Numbers stand at the side where reading ends. */
  readonly isNumber?: boolean
}

export interface TableCell {
  readonly text: string
  /** Behind a number: how long, 0...1, and in which colours. */
  readonly bar?: { readonly share: number; readonly fill: Colour; readonly edge: Colour }
}

const SIZE = 9.5
const ROW = 17
const GAP = 10
/** Fewer rows than this do not stand on a page by themselves. */
const TOGETHER = 3

/** A table whose first column names its rows; its head stands again on each page that it runs over to. */
export function drawTable(document: PdfDocument, pages: ReadingPages, columns: readonly TableColumn[], rows: readonly (readonly TableCell[])[]): void {
  document.within('Table', {}, () => {
    pages.need((1 + (rows.length < 2 * TOGETHER ? rows.length : TOGETHER)) * ROW)
    drawHead(document, pages, columns)
    for (const [i, row] of rows.entries()) {
      const { page } = pages
      pages.need((rows.length - i === TOGETHER ? TOGETHER : 1) * ROW)
      if (pages.page !== page) drawHead(document, pages, columns)
      document.within('TR', {}, () => {
        let indent = 0
        columns.forEach((column, j) => {
          const cell = row[j] ?? { text: '' }
          const inner = column.width - GAP
          document.within(j === 0 ? 'TH' : 'TD', j === 0 ? { scope: 'Row' } : {}, () => drawCell(pages, cell, column, indent, inner))
          indent += column.width
        })
      })
      pages.space(ROW)
      pages.page.rect({ x: pages.left(0, indentOf(columns)), y: pages.y - 3, width: indentOf(columns), height: 0.4 }, { fill: LINE })
    }
  })
  pages.space(8)
}

const indentOf = (columns: readonly TableColumn[]): number => columns.reduce((sum, { width }) => sum + width, -GAP)

function drawHead(document: PdfDocument, pages: ReadingPages, columns: readonly TableColumn[]): void {
  document.within('TR', {}, () => {
    let indent = 0
    for (const { title, width, isNumber = false } of columns) {
      document.within('TH', { scope: 'Column' }, () => drawWords(pages, title, { indent, width: width - GAP, isNumber, weight: 700, size: 8.5, fill: INK_QUIET }))
      indent += width
    }
  })
  pages.space(ROW - 2)
}

function drawCell(pages: ReadingPages, { text, bar }: TableCell, { isNumber = false }: TableColumn, indent: number, width: number): void {
  const numberWidth = 20
  if (bar && bar.share > 0) {
    const length = Math.max(2, (width - numberWidth - 4) * bar.share)
    pages.page.rect({ x: pages.left(indent + numberWidth + 4, length), y: pages.y - 0.5, width: length, height: 10 }, { fill: bar.fill, stroke: bar.edge, lineWidth: 0.5, radius: 1.5 })
  }
  drawWords(pages, text, { indent, width: bar ? numberWidth : width, isNumber, weight: 400, size: SIZE, fill: INK })
}

interface WordsStyle {
  readonly indent: number
  readonly width: number
  readonly isNumber: boolean
  readonly weight: 400 | 700
  readonly size: number
  readonly fill: Colour
}

/** What is too long for its column is set smaller, not cut. */
function drawWords(pages: ReadingPages, text: string, { indent, width, isNumber, weight, size, fill }: WordsStyle): void {
  if (!text) return
  const natural = pages.measure(text, weight)
  const fitting = Math.min(size, width / natural)
  pages.words(text, { indent: isNumber ? indent + width - natural * fitting : indent, size: fitting, weight, fill, down: 8.5 })
}
