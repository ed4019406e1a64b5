import type { HarfBuzzModule } from '../pdf/FontFace.ts'
import { PdfDocument } from '../pdf/PdfDocument.ts'
import { Typesetter } from '../pdf/Typesetter.ts'
import { drawCover, type ContentsEntry } from './drawCover.ts'
import { drawReadingPages } from './drawReadingPages.ts'
import { drawWallPage } from './drawWallPage.ts'
import { drawSheetMap, drawWallSheets } from './drawWallSheets.ts'
import { ReadingPages } from './ReadingPages.ts'
import { isolate } from './setWords.ts'
import { createWallPicture } from './wallPicture.ts'
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
  const document = new PdfDocument({ title: record.title, lang: record.language, dir: record.dir, createdAt: record.createdAt, grey: record.choice.grey })
  const { labels, choice, dir } = record
  let drawn = 0
  const onNote = (): void => onProgress?.(++drawn / (2 * record.notes.length + 1))

  const cover = choice.parts.has('cover') ? { pages: new ReadingPages(document, typesetter, dir), draw: document.reserve('Sect') } : undefined
  const contents: ContentsEntry[] = []
  const picture = choice.parts.has('wall') && record.notes.length > 0 ? createWallPicture(typesetter, record) : undefined
  const firstOfWall = document.pages.length
  const sheets = picture && choice.sheets !== 'one' ? drawWallSheets(document, typesetter, record, picture, choice.sheets, onNote) : undefined
  if (picture && !sheets) drawWallPage(document, typesetter, record, picture, onNote)
  const wallPage = document.pages[firstOfWall]
  if (picture && wallPage) contents.push({ title: labels.wallPage, page: wallPage, y: 0 })

  const pages = new ReadingPages(document, typesetter, dir)
  // Without a cover and a wall the title has not been said yet.
  if (!cover && !picture) pages.paragraph(record.title, { size: 22, weight: 700, tag: 'H1', runs: 'own', after: 4 })
  if (picture && sheets) document.within('Sect', {}, () => drawSheetMap(document, pages, record, picture, sheets))
  drawReadingPages(document, pages, record, onNote)
  contents.push(...pages.chapters)
  cover?.draw(() => drawCover(document, cover.pages, record, contents))
  pages.foot(`${isolate(record.title)}  ·  ${record.date}`)
  const bytes = document.toBytes()
  onProgress?.(1)
  return bytes
}

/** All text of a record in one string, to find out which fonts it needs. */
export const recordText = (record: WallRecord): string => JSON.stringify(record)
