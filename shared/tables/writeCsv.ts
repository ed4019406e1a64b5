import { writeCsv as writeRows } from 'hucre/csv'
import { cleanText } from '../layout/cleanText.ts'
import type { Cell, Table } from './table.ts'

/**
 * One table as CSV (RFC 4180) that a spreadsheet opens right: UTF-8 with a byte order mark. A text that would be a formula there
 * gets an apostrophe before it.
 */
export function writeCsv({ columns, rows }: Table): string {
  const asText = (cell: Cell, at: number): string | number | null => {
    if (cell instanceof Date) return columns[at]?.holds === 'time' ? `${cell.toISOString().slice(0, 16).replace('T', ' ')}` : cell.toISOString().slice(0, 10)
    return typeof cell === 'string' ? cleanText(cell) : (cell ?? null)
  }
  return writeRows([columns.map(({ header }) => header), ...rows.map((row) => row.map(asText))], { bom: true, escapeFormulae: true })
}
