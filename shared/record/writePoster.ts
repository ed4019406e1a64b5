import { PdfDocument } from '../pdf/PdfDocument.ts'
import { Typesetter } from '../pdf/Typesetter.ts'
import { bondsHeight, drawBonds } from './drawBonds.ts'
import { drawFigures } from './drawFigures.ts'
import { drawLink, LINK_HEIGHT } from './drawLink.ts'
import { drawFates, drawTopics } from './drawRegion.ts'
import { ACCENT, INK_QUIET } from './palette.ts'
import { ReadingPages } from './ReadingPages.ts'
import { isolate } from './setWords.ts'
import type { RecordTools } from './writeRecord.ts'
import type { WallRecord } from './WallRecord.ts'

/** Drawn as on A4 and twice as large: A2, which any printer of the A sizes makes larger or smaller. */
const SCALE = 2
const RING = { smallest: 80, largest: 150 }
const MOST_TOPICS = 16

/** The region on one page to be hung up: how much, what has come of it, and who is paired with whom. */
export function writePoster(record: WallRecord, { harfBuzz, fonts, onProgress }: RecordTools): Uint8Array<ArrayBuffer> {
  const typesetter = new Typesetter(harfBuzz, fonts)
  const { title, place, language, dir, createdAt, labels, themes, date, region } = record
  const document = new PdfDocument({ title, lang: language, dir, createdAt, grey: record.choice.grey })
  const pages = new ReadingPages(document, typesetter, dir, SCALE)
  document.bookmark(title, pages.page, 0, 0)
  pages.paragraph(labels.region, { size: 10, weight: 700, fill: ACCENT, after: 2 })
  pages.paragraph(title, { size: title.length > 50 ? 18 : 28, weight: 700, tag: 'H1', runs: 'own', after: 2 })
  pages.paragraph([...(place === undefined ? [] : [isolate(place)]), date, ...themes.slice(0, 4).map(isolate)].join('  ·  '), { size: 10, fill: INK_QUIET, after: 10 })
  drawFigures(document, pages, record.figures)
  drawFates(document, pages, record)
  const room = (): number => pages.roomLeft - LINK_HEIGHT - 16
  // The ring takes what is left, its names and its key around it.
  const radius = Math.min(RING.largest, (room() - bondsHeight(0) - 24) / 2)
  if (region.links.length > 0 && radius >= RING.smallest) {
    pages.paragraph(labels.regionBonds, { size: 12, weight: 700, tag: 'H2', after: 2 })
    drawBonds(document, pages, record, radius)
  } else if (region.topics.length > 0) {
    pages.paragraph(labels.regionTopics, { size: 12, weight: 700, tag: 'H2', after: 6 })
    drawTopics(document, pages, record, Math.min(MOST_TOPICS, Math.floor((room() - 40) / 17)))
  }
  if (record.link !== undefined) drawLink(document, pages, labels.scan, record.link, record.qr)
  const bytes = document.toBytes()
  onProgress?.(1)
  return bytes
}
