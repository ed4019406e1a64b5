import type { PdfDocument } from '../pdf/PdfDocument.ts'
import type { Colour, PdfPage } from '../pdf/PdfPage.ts'
import type { Typesetter } from '../pdf/Typesetter.ts'
import { choosePaper, type WallPaper } from './choosePaper.ts'
import { drawJoin, drawTick } from './drawJoins.ts'
import { drawKindMark } from './drawKindMark.ts'
import { INK, INK_QUIET, NOTE_COLOURS } from './palette.ts'
import { isolate, setWords } from './setWords.ts'
import type { ToPage } from './placedNote.ts'
import type { WallPicture } from './wallPicture.ts'
import type { WallRecord } from './WallRecord.ts'

/** The wall on one page, as large as its smallest type asks for. */
export function drawWallPage(document: PdfDocument, typesetter: Typesetter, record: WallRecord, picture: WallPicture, onNote: () => void): void {
  const { box } = picture
  const paper = choosePaper(box.width, box.height)
  const page = document.addPage(paper.width, paper.height)
  document.bookmark(record.labels.wallPage, page, 0, 0)
  drawHead(document, page, typesetter, record, paper)

  const free = paper.width - 2 * paper.margin - box.width * paper.scale
  const toPage: ToPage = ([x, y]) => ({
    x: paper.margin + free / 2 + (x - box.x) * paper.scale,
    y: paper.margin + paper.headHeight + (y - box.y) * paper.scale,
  })
  document.within('Figure', { alt: record.labels.wallAlt }, () => page.figure(() => picture.draw(page, { toPage, scale: paper.scale }, onNote)))
}

function drawHead(document: PdfDocument, page: PdfPage, typesetter: Typesetter, record: WallRecord, paper: WallPaper): void {
  const { margin, headHeight } = paper
  const { dir, labels } = record
  const width = page.width - 2 * margin
  const legend = drawLegend(document, page, typesetter, record, paper)
  const base = headHeight / 45
  const room = width - legend - 16 * base
  const place = (text: string, weight: 400 | 700, at: { y: number; size: number; fill: Colour }, tag: 'H1' | 'H2' | 'P') => {
    const line = setWords(typesetter, text, weight, dir)
    // What is too long for the room beside the legend is set smaller, not cut.
    const size = Math.min(at.size, room / line.width)
    const x = dir === 'rtl' ? page.width - margin - line.width * size : margin
    document.within(tag, {}, () => page.text(line, { x, y: at.y, size, fill: at.fill }))
  }
  place(isolate(record.title), 700, { y: margin + 16 * base, size: 20 * base, fill: INK }, record.choice.parts.has('cover') ? 'H2' : 'H1')
  place([labels.recordOf, record.date, ...(record.link ? [isolate(record.link)] : [])].join('  ·  '), 400, { y: margin + 30 * base, size: 9 * base, fill: INK_QUIET }, 'P')
}

/** What colours, shapes and lines mean, at the end of the head. @returns the width it takes */
function drawLegend(document: PdfDocument, page: PdfPage, typesetter: Typesetter, record: WallRecord, paper: WallPaper): number {
  const { dir, labels } = record
  const base = paper.headHeight / 45
  const size = 9 * base
  const gap = 5 * base
  const mark = 12 * base
  const kinds = (['need', 'offer'] as const).map((kind) => ({ kind, line: setWords(typesetter, labels.kind[kind], 700, dir) }))
  const joins = ([[labels.legendAgreed, 'agreed'], [labels.legendContact, 'contacted'], [labels.legendInterest, 'interested']] as const).map(
    ([text, state]) => ({ state, line: setWords(typesetter, text, 400, dir) }),
  )
  const widthOf = (line: { width: number }, extra: number): number => extra + gap + line.width * size + 3 * gap
  const total = Math.max(
    kinds.reduce((sum, { line }) => sum + widthOf(line, mark), 0),
    joins.reduce((sum, { line }) => sum + widthOf(line, 2 * mark), 0),
  ) - 3 * gap
  const rtl = dir === 'rtl'
  const start = rtl ? paper.margin + total : page.width - paper.margin - total
  const row = (y: number, items: readonly { line: ReturnType<typeof setWords>; extra: number; draw: (x: number) => void }[]): void => {
    let at = start
    for (const { line, extra, draw } of items) {
      draw(rtl ? at - extra : at)
      const x = rtl ? at - extra - gap - line.width * size : at + extra + gap
      document.within('P', {}, () => page.text(line, { x, y, size, fill: INK }))
      at += (rtl ? -1 : 1) * widthOf(line, extra)
    }
  }
  const upper = paper.margin + 13 * base
  const lower = paper.margin + 30 * base
  row(upper, kinds.map(({ kind, line }) => ({
    line,
    extra: mark,
    draw: (x) => {
      const { paper: fill, edge, ink } = NOTE_COLOURS[kind]
      page.rect({ x, y: upper - mark * 0.8, width: mark, height: mark }, { fill, stroke: edge, lineWidth: 0.6 * base, radius: 1.5 * base })
      drawKindMark(page, kind, { x: x + mark * 0.25, y: upper - mark * 0.55, size: mark * 0.5, fill: ink })
    },
  })))
  row(lower, joins.map(({ state, line }) => ({
    line,
    extra: 2 * mark,
    draw: (x) => {
      const y = lower - 3 * base
      drawJoin(page, [['M', x, y], ['L', x + 2 * mark, y]], state, 0.7 * base)
      if (state === 'agreed') drawTick(page, { x: x + mark, y }, 0.35 * base)
    },
  })))
  return total
}
