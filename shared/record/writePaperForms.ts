import { PdfDocument } from '../pdf/PdfDocument.ts'
import type { Colour, PdfPage } from '../pdf/PdfPage.ts'
import type { TagElement } from '../pdf/StructureTree.ts'
import { Typesetter, type FontWeight } from '../pdf/Typesetter.ts'
import { NOTE_KINDS, type NoteKind } from '../wall/schema.ts'
import { drawKindMark } from './drawKindMark.ts'
import { drawQr } from './drawQr.ts'
import { INK_QUIET, LINE, NOTE_COLOURS } from './palette.ts'
import { isolate, setWords } from './setWords.ts'
import type { RecordTools } from './writeRecord.ts'
import type { WallRecord } from './WallRecord.ts'

const A4 = { width: 595.28, height: 841.89 }
/** Two on a sheet, cut apart in the middle. */
const FORM = { width: A4.width, height: A4.height / 2 }
const MARGIN = 34
const BAND = 46
const QR = 62
const LINE_GAP = 31

/** Sheets to write on by hand, for rooms without devices: one page of needs and one of offers, two forms each. */
export function writePaperForms(record: WallRecord, { harfBuzz, fonts, onProgress }: RecordTools): Uint8Array<ArrayBuffer> {
  const typesetter = new Typesetter(harfBuzz, fonts)
  const { title, language, dir, createdAt, labels, choice } = record
  const document = new PdfDocument({ title: `${labels.formTitle}: ${title}`, lang: language, dir, createdAt, grey: choice.grey })
  for (const kind of NOTE_KINDS) {
    const page = document.addPage(A4.width, A4.height)
    document.bookmark(labels.kind[kind], page, 0, 0)
    for (const top of [0, FORM.height]) document.within('Sect', {}, () => drawForm(document, page, typesetter, record, kind, top))
    page.path([['M', 0, FORM.height], ['L', A4.width, FORM.height]], { stroke: LINE, lineWidth: 0.6, dash: [4, 4] })
  }
  const bytes = document.toBytes()
  onProgress?.(1)
  return bytes
}

function drawForm(document: PdfDocument, page: PdfPage, typesetter: Typesetter, record: WallRecord, kind: NoteKind, top: number): void {
  const { dir, labels, title, qr } = record
  const { paper, edge, ink } = NOTE_COLOURS[kind]
  const frame = { x: MARGIN, y: top + MARGIN - 8, width: A4.width - 2 * MARGIN, height: FORM.height - 2 * MARGIN + 16 }
  const rtl = dir === 'rtl'
  /** From the side where reading starts. */
  const at = (indent: number, width: number): number => (rtl ? frame.x + frame.width - indent - width : frame.x + indent)
  const words = (tag: TagElement['tag'], text: string, place: { indent: number; y: number; size: number; weight?: FontWeight; fill: Colour; room: number; fromEnd?: boolean }): void => {
    const line = setWords(typesetter, text, place.weight ?? 400, dir)
    const size = Math.min(place.size, place.room / Math.max(line.width, 0.01))
    const width = line.width * size
    const x = place.fromEnd ? at(frame.width - place.indent - width, width) : at(place.indent, width)
    document.within(tag, {}, () => page.text(line, { x, y: place.y, size, fill: place.fill }))
  }

  page.rect(frame, { stroke: edge, lineWidth: 1.4, radius: 6 })
  page.rect({ ...frame, height: BAND }, { fill: paper, stroke: edge, lineWidth: 1.4, radius: 6 })
  drawKindMark(page, kind, { x: at(16, 18), y: frame.y + 14, size: 18, fill: ink })
  words('H1', labels.kind[kind], { indent: 44, y: frame.y + 31, size: 22, weight: 700, fill: ink, room: 180 })
  words('P', labels.formHelp, { indent: 16, y: frame.y + 29, size: 10, fill: ink, room: frame.width - 250, fromEnd: true })

  // The foot: who, and which wall; what lies between is for writing.
  const foot = frame.y + frame.height - 84
  const boxWidth = (frame.width - 3 * 16 - (qr ? QR + 16 : 0)) / 2
  for (const [i, label] of [labels.formName, labels.formCountry].entries()) {
    const indent = 16 + i * (boxWidth + 16)
    words('P', label, { indent, y: foot + 8, size: 9, fill: INK_QUIET, room: boxWidth })
    page.rect({ x: at(indent, boxWidth), y: foot + 13, width: boxWidth, height: 38 }, { stroke: edge, lineWidth: 0.9, radius: 4 })
  }
  words('P', isolate(title), { indent: 16, y: foot + 70, size: 9, fill: INK_QUIET, room: 2 * boxWidth + 16 })
  if (qr) document.within('Figure', { alt: record.link ?? '' }, () => page.figure(() => drawQr(page, qr, { x: at(frame.width - 16 - QR, QR), y: foot + 4, size: QR })))
  for (let y = frame.y + BAND + LINE_GAP; y < foot - 12; y += LINE_GAP) page.rect({ x: at(16, frame.width - 32), y, width: frame.width - 32, height: 0.6 }, { fill: LINE })
}
