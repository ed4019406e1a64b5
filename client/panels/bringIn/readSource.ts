import { columnsOf, type Columns } from '#shared/importing/headings.ts'
import { IMPORT_LIMITS, readText, readWorkbook, type Rows, type TableProblem } from '#shared/importing/readTable.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { parseWallFile } from '#shared/wallFile/parseWallFile.ts'

/** What notes are brought in from. */
export type Source =
  | { readonly is: 'table'; readonly from: string; readonly rows: Rows; readonly hasHeadings: boolean; readonly columns: Columns }
  | { readonly is: 'wall'; readonly from: string; readonly wall: Wall }
export type SourceProblem = TableProblem | 'notAWall' | 'empty'
export type ReadSource = { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly problem: SourceProblem }

/** A spreadsheet, a plain table, a list, or the file of an earlier wall, told by what is in it and not by its name. */
export async function readSource(file: File): Promise<ReadSource> {
  if (file.size > 4 * IMPORT_LIMITS.fileBytes) return { ok: false, problem: 'tooLarge' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const from = file.name.replace(/\.[A-Za-z]+$/, '')
  if (isZip) {
    const read = await readWorkbook(bytes)
    return read.ok ? table(read.rows, from) : read
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (text.includes('\0')) return { ok: false, problem: 'unreadable' }
  return /^\ufeff?\s*\{/.test(text) ? wallIn(text) : readList(text, from)
}

export function readList(text: string, from: string): ReadSource {
  const read = readText(text)
  return read.ok ? table(read.rows, from) : read
}

function table(rows: Rows, from: string): ReadSource {
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) return { ok: false, problem: 'empty' }
  const columns = columnsOf(rows[0] ?? [])
  return { ok: true, source: { is: 'table', from, rows, hasHeadings: columns !== undefined, columns: columns ?? { text: 0 } } }
}

function wallIn(text: string): ReadSource {
  try {
    const parsed = parseWallFile(JSON.parse(text))
    return parsed.ok ? { ok: true, source: { is: 'wall', from: parsed.wall.settings.title, wall: parsed.wall } } : { ok: false, problem: 'notAWall' }
  } catch {
    return { ok: false, problem: 'notAWall' } // it begins like JSON, and is none
  }
}
