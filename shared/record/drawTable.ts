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
/** What would have to be smaller than this takes several lines. */
const LEAST_SIZE = 8
const LINE_HEIGHT = 10.5
const ROW = 17
const GAP = 10
/** Fewer rows than this do not stand on a page by themselves. */
const TOGETHER = 3

/** A table whose first column names its rows; its head stands again on each page that it runs over to. */
export function drawTable(document: PdfDocument, pages: ReadingPages, columns: readonly TableColumn[], rows: readonly (readonly TableCell[])[]): void {
  document.within('Table', {}, () => {
    const heights = rows.map((row) => ROW + LINE_HEIGHT * (Math.max(1, ...columns.map((column, j) => linesOf(pages, row[j], column).length)) - 1))
    const heightOf = (from: number, to: number): number => heights.slice(from, to).reduce((sum, height) => sum + height, 0)
    pages.need(ROW + heightOf(0, rows.length < 2 * TOGETHER ? rows.length : TOGETHER))
    drawHead(document, pages, columns)
    for (const [i, row] of rows.entries()) {
      const { page } = pages
      pages.need(heightOf(i, rows.length - i === TOGETHER ? rows.length : i + 1))
      if (pages.page !== page) drawHead(document, pages, columns)
      document.within('TR', {}, () => {
        let indent = 0
        columns.forEach((column, j) => {
          const cell = row[j] ?? { text: '' }
          document.within(j === 0 ? 'TH' : 'TD', j === 0 ? { scope: 'Row' } : {}, () => drawCell(pages, cell, column, indent))
          indent += column.width
        })
      })
      pages.space(heights[i] ?? ROW)
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

const NUMBER_WIDTH = 20

/** Width for the words of a cell. */
const roomFor = ({ bar }: TableCell, { width }: TableColumn): number => (bar ? NUMBER_WIDTH : width - GAP)

function linesOf(pages: ReadingPages, cell: TableCell | undefined, column: TableColumn): readonly string[] {
  if (!cell) return []
  const room = roomFor(cell, column)
  if (pages.measure(cell.text) * LEAST_SIZE <= room) return [cell.text]
  return pages.lines(cell.text, { size: LEAST_SIZE, endIndent: pages.width - room }).map(({ text }) => text)
}

function drawCell(pages: ReadingPages, cell: TableCell, column: TableColumn, indent: number): void {
  const { bar } = cell
  const width = column.width - GAP
  if (bar && bar.share > 0) {
    const length = Math.max(2, (width - NUMBER_WIDTH - 4) * bar.share)
    pages.page.rect({ x: pages.left(indent + NUMBER_WIDTH + 4, length), y: pages.y - 0.5, width: length, height: 10 }, { fill: bar.fill, stroke: bar.edge, lineWidth: 0.5, radius: 1.5 })
  }
  const lines = linesOf(pages, cell, column)
  const { isNumber = false } = column
  for (const [i, text] of lines.entries()) {
    drawWords(pages, text, { indent, width: roomFor(cell, column), isNumber, weight: 400, size: lines.length > 1 ? LEAST_SIZE : SIZE, fill: INK, down: 8.5 + i * LINE_HEIGHT })
  }
}

interface WordsStyle {
  readonly indent: number
  readonly width: number
  readonly isNumber: boolean
  readonly weight: 400 | 700
  readonly size: number
  readonly fill: Colour
  /** To the line that the words stand on, in points. */
  readonly down?: number
}

/** What is a little too long for its column is set smaller, not cut. */
function drawWords(pages: ReadingPages, text: string, { indent, width, isNumber, weight, size, fill, down = 8.5 }: WordsStyle): void {
  if (!text) return
  const natural = pages.measure(text, weight)
  const fitting = Math.min(size, width / natural)
  pages.words(text, { indent: isNumber ? indent + width - natural * fitting : indent, size: fitting, weight, fill, down })
}
