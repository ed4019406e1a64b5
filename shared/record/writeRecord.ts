import type { HarfBuzzModule } from '../pdf/FontFace.ts'
import { PdfDocument } from '../pdf/PdfDocument.ts'
import { Typesetter } from '../pdf/Typesetter.ts'
import { drawReadingPages } from './drawReadingPages.ts'
import { drawWallPage } from './drawWallPage.ts'
import type { WallRecord } from './WallRecord.ts'

export interface RecordTools {
  readonly harfBuzz: HarfBuzzModule
  /** Bytes by file name, see FONT_FILES; `recordText` says which are needed. */
  readonly fonts: ReadonlyMap<string, Uint8Array>
  /** Told how much is done, 0...1. */
  readonly onProgress?: (done: number) => void
}

/** The record as a PDF: the wall as it looks, then what people read. The same in a browser's worker and in Node. */
export function writeRecord(record: WallRecord, { harfBuzz, fonts, onProgress }: RecordTools): Uint8Array<ArrayBuffer> {
  const typesetter = new Typesetter(harfBuzz, fonts)
  const document = new PdfDocument({ title: record.title, lang: record.language, dir: record.dir, createdAt: record.createdAt })
  let drawn = 0
  const onNote = (): void => onProgress?.(++drawn / (2 * record.notes.length + 1))
  if (record.notes.length > 0) drawWallPage(document, typesetter, record, onNote)
  drawReadingPages(document, typesetter, record, onNote)
  const bytes = document.toBytes()
  onProgress?.(1)
  return bytes
}

/** All text of a record in one string, to find out which fonts it needs. */
export const recordText = (record: WallRecord): string => JSON.stringify(record)
