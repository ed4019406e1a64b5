import type { Box } from '../layout/box.ts'
import type { PdfDocument } from '../pdf/PdfDocument.ts'
import type { PdfPage } from '../pdf/PdfPage.ts'
import type { Typesetter } from '../pdf/Typesetter.ts'
import { INK, INK_QUIET, LINE, NOTE_COLOURS } from './palette.ts'
import type { PlacedNote, ToPage } from './placedNote.ts'
import type { ReadingPages } from './ReadingPages.ts'
import { setWords } from './setWords.ts'
import type { WallPicture } from './wallPicture.ts'
import type { WallRecord } from './WallRecord.ts'

/** Long side first, in points. */
const SHEETS = { a4: [841.89, 595.28], a3: [1190.55, 841.89] } as const
/** Room that printers leave white, and that crop marks and the sheet's name need. */
const MARGIN = 34
/** Points to a wall unit: the smallest type of a note has 6.6 points. */
const SCALE = 0.55

export interface WallSheet {
  /** Row and column: A1, A2, B1. */
  readonly name: string
  /** What of the wall is on it, in wall units. */
  readonly part: Box
}

/** Cuts a wall into sheets, row by row; a sheet without a note on it is left out. */
export function cutIntoSheets({ box, placed }: Pick<WallPicture, 'box' | 'placed'>, paper: keyof typeof SHEETS): { sheets: readonly WallSheet[]; width: number; height: number } {
  const [long, short] = SHEETS[paper]
  const inner = (side: number): number => (side - 2 * MARGIN) / SCALE
  const counts = (width: number, height: number): readonly [number, number] => [Math.max(1, Math.ceil(box.width / inner(width))), Math.max(1, Math.ceil(box.height / inner(height)))]
  const [across, down] = [counts(long, short), counts(short, long)].map(([columns, rows]) => columns * rows) as [number, number]
  const [width, height] = across <= down ? [long, short] : [short, long]
  const [columns, rows] = counts(width, height)
  const sheets = Array.from({ length: rows * columns }, (_, i): WallSheet => {
    const [row, column] = [Math.floor(i / columns), i % columns]
    return { name: `${rowName(row)}${column + 1}`, part: { x: box.x + column * inner(width), y: box.y + row * inner(height), width: inner(width), height: inner(height) } }
  })
  return { sheets: sheets.filter(({ part }) => placed.some((one) => isOn(one, part))), width, height }
}

/** A...Z, AA, AB... */
const rowName = (row: number): string => (row < 26 ? '' : rowName(Math.floor(row / 26) - 1)) + String.fromCharCode(65 + (row % 26))

const isOn = ({ note, layout }: PlacedNote, part: Box): boolean =>
  note.at[0] < part.x + part.width && note.at[0] + layout.width > part.x && note.at[1] < part.y + part.height && note.at[1] + layout.height > part.y

/** The wall over many sheets of ordinary paper, with marks to cut along and a map of how they hang together. */
export function drawWallSheets(document: PdfDocument, typesetter: Typesetter, record: WallRecord, picture: WallPicture, paper: keyof typeof SHEETS, onNote: () => void): readonly WallSheet[] {
  const { sheets, width, height } = cutIntoSheets(picture, paper)
  for (const sheet of sheets) {
    const page = document.addPage(width, height)
    document.bookmark(`${record.labels.wallPage} ${sheet.name}`, page, 0, 0)
    const area = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN }
    const toPage: ToPage = ([x, y]) => ({ x: MARGIN + (x - sheet.part.x) * SCALE, y: MARGIN + (y - sheet.part.y) * SCALE })
    document.within('Figure', { alt: `${record.labels.wallAlt} ${sheet.name}` }, () =>
      page.figure(() => page.clipped(area, () => picture.draw(page, { toPage, scale: SCALE, within: sheet.part }, onNote))),
    )
    drawCropMarks(page)
    const name = setWords(typesetter, `${sheet.name}  ·  ${record.title}`, 400, record.dir)
    const size = Math.min(9, (width - 4 * MARGIN) / name.width)
    page.furniture(name, { x: (width - name.width * size) / 2, y: height - MARGIN / 2 + 3, size, fill: INK_QUIET })
  }
  return sheets
}

/** At each corner of the picture two short lines outside of it. */
function drawCropMarks(page: PdfPage): void {
  const length = 14
  for (const [x, outX] of [[MARGIN, -1], [page.width - MARGIN, 1]] as const) {
    for (const [y, outY] of [[MARGIN, -1], [page.height - MARGIN, 1]] as const) {
      page.path([['M', x + 4 * outX, y], ['L', x + (4 + length) * outX, y]], { stroke: INK, lineWidth: 0.5 })
      page.path([['M', x, y + 4 * outY], ['L', x, y + (4 + length) * outY]], { stroke: INK, lineWidth: 0.5 })
    }
  }
}

/** A small wall with the cuts drawn over it, and on which sheet each number is. */
export function drawSheetMap(document: PdfDocument, pages: ReadingPages, record: WallRecord, { box, placed }: WallPicture, sheets: readonly WallSheet[]): void {
  pages.chapter(record.labels.sheets)
  pages.paragraph(record.labels.sheetsMeaning, { size: 9.5, fill: INK_QUIET, after: 10 })
  const right = Math.max(box.x + box.width, ...sheets.map(({ part }) => part.x + part.width))
  const bottom = Math.max(box.y + box.height, ...sheets.map(({ part }) => part.y + part.height))
  const scale = Math.min(pages.width / (right - box.x), 330 / (bottom - box.y))
  const height = (bottom - box.y) * scale
  pages.need(height + 20)
  const { page, y: top } = pages
  const start = pages.left(0, pages.width) + (pages.width - (right - box.x) * scale) / 2
  const place = (part: Box) => ({ x: start + (part.x - box.x) * scale, y: top + (part.y - box.y) * scale, width: part.width * scale, height: part.height * scale })
  document.within('Figure', { alt: record.labels.sheets }, () =>
    page.figure(() => {
      for (const { note, layout } of placed) {
        const { paper, edge } = NOTE_COLOURS[note.kind]
        page.rect(place({ x: note.at[0], y: note.at[1], width: layout.width, height: layout.height }), { fill: paper, stroke: edge, lineWidth: 0.3 })
      }
      for (const { part, name } of sheets) {
        const at = place(part)
        page.rect(at, { stroke: INK, lineWidth: 0.7 })
        const size = Math.min(20, at.width / 3)
        const line = pages.set(name, 700)
        page.rect({ x: at.x + at.width / 2 - (line.width * size) / 2 - 3, y: at.y + at.height / 2 - size * 0.7, width: line.width * size + 6, height: size * 1.4 }, { fill: [1, 1, 1], stroke: LINE, lineWidth: 0.5, radius: 3 })
        page.text(line, { x: at.x + at.width / 2 - (line.width * size) / 2, y: at.y + at.height / 2 + size * 0.36, size, fill: INK })
      }
    }),
  )
  pages.space(height + 14)
  document.within('L', {}, () => {
    for (const { name, part } of sheets) {
      const numbers = placed.filter((one) => isOn(one, part)).map(({ note }) => note.number)
      document.within('LI', {}, () => pages.paragraph(`${name}:  ${numbers.join(', ')}`, { size: 9.5, after: 2 }))
    }
  })
}
