import { calculateRowHeight, writeXlsx as writeWorkbook, type Cell as SheetCell, type CellStyle } from 'hucre/xlsx'
import type { TextDirection } from '../layout/textDirection.ts'
import { cleanText } from '../layout/cleanText.ts'
import type { Cell, Column, Table } from './table.ts'

interface XlsxOptions {
  readonly title: string
  readonly dir: TextDirection
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

const HEADER: CellStyle = {
  font: { name: 'Calibri', size: 11, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E5F' } },
  alignment: { vertical: 'center', wrapText: true },
}
const NUMBER_FORMATS = { date: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' } as const
/** The most that a cell holds. */
const MOST_TEXT = 32_767

/** A workbook, one sheet a table: header frozen, filters on, dates as dates, from right to left where the reader reads so. */
export async function writeXlsx(tables: readonly Table[], { title, dir, createdAt }: XlsxOptions): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeWorkbook({
    properties: { title: cleanText(title), created: new Date(createdAt) },
    sheets: tables.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ header, width, holds }) => ({
        width: Math.max(width, longestWord(header) + FILTER_WIDTH),
        style: { alignment: { vertical: 'top', wrapText: true, readingOrder: 'context' } },
        ...(holds && { numFmt: NUMBER_FORMATS[holds] }),
      })),
      rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(valueOf))],
      cells: new Map([...columns.map((_, at): [string, Partial<SheetCell>] => [`0,${at}`, { style: HEADER }]), ...likeErrors(rows)]),
      rowDefs: new Map([columns.map(({ header }) => header), ...rows].map((row, at) => [at, { height: heightOf(row, columns) }])),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${letterOf(columns.length - 1)}${rows.length + 1}` },
      view: { rightToLeft: dir === 'rtl' },
      pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: pagesAcross(columns), fitToHeight: 0, printTitlesRow: '$1:$1', showGridLines: true },
    })),
  })
  return bytes as Uint8Array<ArrayBuffer> // never shared memory
}

/** Text stays text, whatever it begins with; what XML cannot hold is left out. */
const valueOf = (cell: Cell): string | number | Date | null => (typeof cell === 'string' ? cleanText(cell).slice(0, MOST_TEXT) : (cell ?? null))

/** What a spreadsheet shows where a formula fails is written as such by the library, unless it is a text with formats in it. */
const likeErrors = (rows: Table['rows']): readonly [string, Partial<SheetCell>][] =>
  rows.flatMap((row, at) => row.flatMap((cell, column): [string, Partial<SheetCell>][] => (typeof cell === 'string' && /^#[A-Z/0?!]+$/.test(cell) ? [[`${at + 1},${column}`, { richText: [{ text: cell }] }]] : [])))

/** Of the button that opens a filter, in characters. */
const FILTER_WIDTH = 3
const longestWord = (header: string): number => Math.max(...header.split(/[\s-]+/).map((word) => word.length))

/** In characters: what is still read on A4 with its long side down. */
const PAGE_WIDTH = 270
const pagesAcross = (columns: readonly Column[]): number => Math.max(1, Math.round(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_WIDTH))

/** The highest that a row can be, in points. */
const MOST_HEIGHT = 409
/** Lines break between words, so they hold less than their width. */
const FILLED = 0.85

/** In points: not every program grows a row with the lines in it. */
function heightOf(row: readonly Cell[], columns: readonly Column[]): number {
  const lines = row.map((cell) => (typeof cell === 'string' ? valueOf(cell) : null))
  return Math.min(MOST_HEIGHT, calculateRowHeight(lines, { wrapText: true, columnWidths: columns.map(({ width }) => FILLED * width) }))
}

const letterOf = (column: number): string => String.fromCharCode(65 + column)
