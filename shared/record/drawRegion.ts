import type { PdfDocument } from '../pdf/PdfDocument.ts'
import type { Fate } from '../region/countRegion.ts'
import { NOTE_KINDS } from '../wall/schema.ts'
import { bondsHeight, drawBonds } from './drawBonds.ts'
import { drawKindMark } from './drawKindMark.ts'
import { drawTable } from './drawTable.ts'
import { INK, INK_QUIET, NOTE_COLOURS, PAPER } from './palette.ts'
import type { ReadingPages } from './ReadingPages.ts'
import { isolate } from './setWords.ts'
import type { WallRecord } from './WallRecord.ts'

/** Topics beyond these are in the list of notes by topic. */
const MOST_TOPICS = 24
const FATES: readonly Fate[] = ['agreed', 'contact', 'open']

/** The region at a glance: what has become of needs and offers, topics, what nobody offers, who is paired with whom. */
export function drawRegion(document: PdfDocument, pages: ReadingPages, record: WallRecord): void {
  const { labels, region } = record
  pages.chapter(labels.region)
  drawFates(document, pages, record)
  if (region.topics.length > 0) {
    pages.section(labels.regionTopics, 130)
    pages.paragraph(labels.notesByTopicMeaning, { size: 9, fill: INK_QUIET, after: 8 })
    drawTopics(document, pages, record, MOST_TOPICS)
  }
  if (region.gaps.length > 0) {
    pages.section(labels.regionGaps, 20)
    pages.paragraph(region.gaps.map(isolate).join('  ·  '), { size: 10.5, after: 10 })
  }
  if (region.links.length > 0) {
    pages.section(labels.regionBonds, bondsHeight() + 40)
    pages.paragraph(labels.regionBondsMeaning, { size: 9, fill: INK_QUIET, after: 6 })
    drawBonds(document, pages, record)
    drawTable(
      document,
      pages,
      [
        { title: labels.offering, width: 150 },
        { title: labels.needing, width: 150 },
        { title: labels.pairsCount, width: 55, isNumber: true },
        { title: '', width: 142 },
      ],
      region.links.map(({ offering, needing, pairs, furthest }) => [{ text: offering }, { text: needing }, { text: String(pairs) }, { text: labels.bond[furthest] }]),
    )
  }
}

/** How many needs and offers there are about each topic, and from how many countries. @param most rows */
export function drawTopics(document: PdfDocument, pages: ReadingPages, { labels, region }: WallRecord, most: number): void {
  const longest = Math.max(...region.topics.map(({ need, offer }) => Math.max(need, offer)))
  const bar = (kind: 'need' | 'offer', count: number) => ({ text: String(count), bar: { share: count / longest, fill: NOTE_COLOURS[kind].paper, edge: NOTE_COLOURS[kind].edge } })
  drawTable(
    document,
    pages,
    [
      { title: labels.topic, width: 190 },
      { title: labels.kind.need, width: 120 },
      { title: labels.kind.offer, width: 120 },
      { title: labels.countries, width: 67, isNumber: true },
    ],
    region.topics.slice(0, most).map(({ label, need, offer, countries }) => [{ text: label }, bar('need', need), bar('offer', offer), { text: String(countries) }]),
  )
}

const BAR = { height: 20, gap: 3 }

/** One bar for needs and one for offers: what is agreed is full, in contact is striped, open is empty. */
export function drawFates(document: PdfDocument, pages: ReadingPages, { labels, region }: WallRecord): void {
  for (const kind of NOTE_KINDS) {
    const counts = region.fates[kind]
    const all = counts.agreed + counts.contact + counts.open
    if (all === 0) continue
    const { paper, edge, ink } = NOTE_COLOURS[kind]
    pages.need(52)
    const x = pages.left(0, 10)
    pages.page.rect({ x, y: pages.y + 2, width: 10, height: 10 }, { fill: paper, stroke: edge, lineWidth: 0.6, radius: 1.5 })
    drawKindMark(pages.page, kind, { x: x + 2.5, y: pages.y + 4.5, size: 5, fill: ink })
    pages.paragraph(`${labels.kind[kind]}:  ${FATES.map((fate) => region.fateWords[kind][fate]).join('  ·  ')}`, { size: 10, indent: 16, after: 2 })
    let indent = 0
    for (const fate of FATES) {
      const width = (pages.width * counts[fate]) / all
      if (width === 0) continue
      const left = pages.left(indent, width)
      pages.page.rect({ x: left, y: pages.y, width: Math.max(0.5, width - BAR.gap), height: BAR.height }, { fill: fate === 'open' ? PAPER : paper, stroke: edge, lineWidth: 0.8, radius: 3 })
      if (fate === 'contact') for (let stripe = 6; stripe < width - BAR.gap - 2; stripe += 8) pages.page.rect({ x: left + stripe, y: pages.y + 3, width: 2, height: BAR.height - 6 }, { fill: ink })
      document.within('P', {}, () => {
        if (width > 24 && fate !== 'contact') pages.words(String(counts[fate]), { indent: indent + 7, size: 10, weight: 700, fill: fate === 'open' ? INK : ink, down: 13.6 })
      })
      indent += width
    }
    pages.space(BAR.height + 12)
  }
}
