import { layoutNote, NOTE, type NoteLayout } from '../layout/layoutNote.ts'
import { textDirection } from '../layout/textDirection.ts'
import type { PdfDocument } from '../pdf/PdfDocument.ts'
import type { Colour, PdfPage } from '../pdf/PdfPage.ts'
import type { Typesetter } from '../pdf/Typesetter.ts'
import { choosePaper, type WallPaper } from './choosePaper.ts'
import { drawBadges, drawJoin, drawJoins, drawTick } from './drawJoins.ts'
import { drawKindMark } from './drawKindMark.ts'
import { drawPaper, FOLD } from './drawPaper.ts'
import { INK, INK_QUIET, NOTE_COLOURS } from './palette.ts'
import { isolate, setWords } from './setWords.ts'
import type { PlacedNote, ToPage } from './placedNote.ts'
import type { WallRecord } from './WallRecord.ts'


/** The wall as it looks: every note at its place with the lines it has on the screen, all of it text and vectors. */
export function drawWallPage(document: PdfDocument, typesetter: Typesetter, record: WallRecord, onNote: () => void): void {
  const placed = record.notes.map((note): PlacedNote => ({
    note,
    layout: layoutNote(note, (text, fontPx, weight) => typesetter.measureEm(text, weight) * fontPx),
  }))
  const left = Math.min(...placed.map(({ note }) => note.at[0]))
  const top = Math.min(...placed.map(({ note }) => note.at[1]))
  const right = Math.max(...placed.map(({ note, layout }) => note.at[0] + layout.width))
  const bottom = Math.max(...placed.map(({ note, layout }) => note.at[1] + layout.height))
  const paper = choosePaper(right - left, bottom - top)
  const page = document.addPage(paper.width, paper.height)
  document.bookmark(record.labels.wallPage, page, 0, 0)
  drawHead(document, page, typesetter, record, paper)

  const free = paper.width - 2 * paper.margin - (right - left) * paper.scale
  const toPage: ToPage = ([x, y]) => ({
    x: paper.margin + free / 2 + (x - left) * paper.scale,
    y: paper.margin + paper.headHeight + (y - top) * paper.scale,
  })
  document.within('Figure', { alt: record.labels.wallAlt }, () =>
    page.figure(() => {
      // Behind the notes, so that every word can be read; the badges say who belongs to whom where a line is hidden.
      drawJoins(page, record, placed, toPage, paper.scale)
      for (const one of inPaintOrder(placed)) {
        drawNote(page, typesetter, record, one, { ...toPage(one.note.at), scale: paper.scale })
        onNote()
      }
      drawBadges(page, typesetter, record, placed, toPage, paper.scale)
    }),
  )
}

/** The record is numbered by country; on the wall notes may lie on each other, and what lies lower is drawn over. */
const inPaintOrder = (placed: readonly PlacedNote[]): readonly PlacedNote[] =>
  [...placed].sort((a, b) => a.note.at[1] - b.note.at[1] || a.note.at[0] - b.note.at[0] || a.note.number - b.note.number)

function drawHead(document: PdfDocument, page: PdfPage, typesetter: Typesetter, record: WallRecord, paper: WallPaper): void {
  const { margin, headHeight } = paper
  const { dir, labels } = record
  const width = page.width - 2 * margin
  const legend = drawLegend(document, page, typesetter, record, paper)
  const base = headHeight / 45
  const room = width - legend - 16 * base
  const place = (text: string, weight: 400 | 700, at: { y: number; size: number; fill: Colour }, tag: 'H1' | 'P') => {
    const line = setWords(typesetter, text, weight, dir)
    // What is too long for the room beside the legend is set smaller, not cut.
    const size = Math.min(at.size, room / line.width)
    const x = dir === 'rtl' ? page.width - margin - line.width * size : margin
    document.within(tag, {}, () => page.text(line, { x, y: at.y, size, fill: at.fill }))
  }
  place(isolate(record.title), 700, { y: margin + 16 * base, size: 20 * base, fill: INK }, 'H1')
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

function drawNote(
  page: PdfPage,
  typesetter: Typesetter,
  { labels, dir }: WallRecord,
  { note, layout }: PlacedNote,
  { x, y, scale }: { x: number; y: number; scale: number },
): void {
  const { ink } = NOTE_COLOURS[note.kind]
  const width = layout.width * scale
  const rtl = dir === 'rtl'
  drawPaper(page, note.kind, { x, y, width, height: layout.height * scale }, scale, rtl)

  // The strip: shape and word at the start, the number at the end, clear of an offer's fold.
  const size = NOTE.cornerFontPx * scale
  const padding = NOTE.padding * scale
  const baseline = y + NOTE.headHeight * scale * 0.5 + size * 0.36
  const word = setWords(typesetter, labels.kind[note.kind], 700, dir)
  const number = setWords(typesetter, String(note.number), 700, 'ltr')
  const mark = 10 * scale
  const end = (FOLD.offer + 5) * scale
  drawKindMark(page, note.kind, { x: rtl ? x + width - padding - mark : x + padding, y: y + (NOTE.headHeight * scale - mark) / 2, size: mark, fill: ink })
  const wordX = rtl ? x + width - padding - 1.6 * mark - word.width * size : x + padding + 1.6 * mark
  page.text(word, { x: wordX, y: baseline, size, fill: ink })
  page.text(number, { x: rtl ? x + end : x + width - end - number.width * size, y: baseline, size, fill: ink })

  const draw = (line: NoteLayout['lines'][number], fontPx: number, weight: 400 | 700, lang: string): void => {
    if (!line.text) return
    const set = typesetter.setLine(line.text, { dir: line.dir, weight, lang })
    const lineX = x + line.x * scale - (line.align === 'right' ? set.width * fontPx * scale : 0)
    page.text(set, { x: lineX, y: y + line.y * scale, size: fontPx * scale, fill: ink })
  }
  for (const line of layout.lines) draw(line, layout.fontPx, 400, note.lang)
  for (const line of layout.corner) draw(line, NOTE.cornerFontPx, line.weight, textDirection(line.text) === 'rtl' ? 'ar' : 'und')
}
