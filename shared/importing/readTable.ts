import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { columnsOf } from './headings.ts'
import { unpackedBytes } from './unpackedBytes.ts'

/** Rows of a table as text; a date as a whole day. */
export type Rows = readonly (readonly string[])[]
export type TableProblem = 'tooLarge' | 'tooManyRows' | 'unreadable'
export type ReadTable = { readonly ok: true; readonly rows: Rows } | { readonly ok: false; readonly problem: TableProblem }

/** What is brought in at once: far more than a workshop, and small enough to look at. */
export const IMPORT_LIMITS = { fileBytes: 5 * 1024 * 1024, rows: 2000 } as const
/** What a workbook may unpack to. A few kilobytes can be packed so that they fill all memory. */
const MOST_UNPACKED = 64 * 1024 * 1024

/** The first sheet of a workbook. Formulas are what they last gave, as text: nothing is reckoned here. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadTable> {
  if (bytes.length > IMPORT_LIMITS.fileBytes) return { ok: false, problem: 'tooLarge' }
  const unpacked = unpackedBytes(bytes)
  if (unpacked === undefined) return { ok: false, problem: 'unreadable' }
  if (unpacked > MOST_UNPACKED) return { ok: false, problem: 'tooLarge' }
  try {
    // One row more than may be: so that it is known whether there are more, with the headings.
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: IMPORT_LIMITS.rows + 2 })
    return within((sheets[0]?.rows ?? []).map((row) => row.map(textOf)))
  } catch {
    return { ok: false, problem: 'unreadable' } // whatever is wrong with it, people read the same
  }
}

/** CSV with commas, semicolons or tabs, or a list of one note a line. */
export function readText(text: string): ReadTable {
  if (text.length > IMPORT_LIMITS.fileBytes) return { ok: false, problem: 'tooLarge' }
  try {
    const rows = isTable(text) ? parseCsv(text, { unescapeFormulae: true }) : text.split(/\r\n?|\n/).map((line) => [line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/u, '')])
    return within(rows.map((row) => row.map(textOf)))
  } catch {
    return { ok: false, problem: 'unreadable' }
  }
}

/** A list of sentences has commas too: it is a table when its first line names columns, or the first ones have as many separators each. */
function isTable(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const first = lines[0] ?? ''
  if (first.includes('\t') || first.startsWith('\ufeff') || first.includes('"')) return true
  return [';', ','].some((separator) => {
    if (columnsOf(first.split(separator)) && first.includes(separator)) return true
    const counts = lines.slice(0, 5).map((line) => line.split(separator).length)
    return lines.length > 1 && (counts[0] ?? 0) > 1 && counts.every((count) => count === counts[0])
  })
}

const within = (rows: Rows): ReadTable => (rows.length > IMPORT_LIMITS.rows + 1 ? { ok: false, problem: 'tooManyRows' } : { ok: true, rows })

function textOf(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
