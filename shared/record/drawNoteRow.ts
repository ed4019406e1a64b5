import type { PdfDocument } from '../pdf/PdfDocument.ts'
import { drawKindMark } from './drawKindMark.ts'
import { INK_QUIET, NOTE_COLOURS } from './palette.ts'
import type { ReadingPages, TextStyle } from './ReadingPages.ts'
import { isolate } from './setWords.ts'
import type { RecordNote, WallRecord } from './WallRecord.ts'

const CHIP = { width: 40, height: 17, indent: 52 }

interface NoteRow {
  readonly note: RecordNote
  /** Named where the row does not stand under its country. */
  readonly withCountry: boolean
  /** In which states it is paired with which others. */
  readonly withPairs: boolean
  readonly indent?: number
}

/** A note as it is listed: its number in the colour and shape of its kind, all of its text, who, and with whom. */
export function drawNoteRow(document: PdfDocument, pages: ReadingPages, record: WallRecord, row: NoteRow): void {
  const { note, indent = 0 } = row
  const about = aboutNote(record, row)
  const textStyle: TextStyle = { size: 10.5, indent: indent + CHIP.indent, lang: note.lang, runs: 'ownSide', tag: note.lang === record.language ? 'inherit' : 'P', after: 1 }
  const aboutStyle: TextStyle = { size: 8.5, indent: indent + CHIP.indent, fill: INK_QUIET, tag: 'inherit', after: 8 }
  pages.need(pages.heightOf(note.text, textStyle) + pages.heightOf(about, aboutStyle))
  document.within('LI', {}, () => {
    drawChip(document, pages, note, indent)
    document.within('LBody', {}, () => {
      pages.paragraph(note.text, textStyle)
      pages.paragraph(about, aboutStyle)
    })
  })
}

/** The same where it is listed once more: its number, its text and its country in one piece. */
export function drawShortNoteRow(document: PdfDocument, pages: ReadingPages, note: RecordNote): void {
  // The dot goes with the country to the next line.
  const text = `${isolate(note.text.replace(/\s+/g, ' '))}  ·\u00a0\u00a0${isolate(note.country)}`
  const style: TextStyle = { size: 9.5, indent: CHIP.indent, runs: 'ownSide', tag: 'inherit', after: 6 }
  pages.need(pages.heightOf(text, style))
  document.within('LI', {}, () => {
    document.within('LBody', { lang: note.lang }, () => {
      drawChip(document, pages, note, 0, 'inherit')
      pages.paragraph(text, { ...style, lang: note.lang })
    })
  })
}

export function noteRowHeight(pages: ReadingPages, note: RecordNote): number {
  return pages.heightOf(note.text, { size: 10.5, indent: CHIP.indent, lang: note.lang }) + 24
}

function aboutNote({ labels }: WallRecord, { note, withCountry, withPairs }: NoteRow): string {
  const who = withCountry ? `${isolate(note.name)} (${isolate(note.country)})` : isolate(note.name)
  return [labels.kind[note.kind], who, ...(note.writtenBy ? [note.writtenBy] : []), ...(note.places ? [note.places] : []), ...(withPairs ? note.pairedWith : [])].join('  ·  ')
}

function drawChip(document: PdfDocument, pages: ReadingPages, { kind, number }: RecordNote, indent: number, tag: 'Lbl' | 'inherit' = 'Lbl'): void {
  const { paper, edge, ink } = NOTE_COLOURS[kind]
  const x = pages.left(indent, CHIP.width)
  pages.page.stamp(`chip ${kind}`, { x, y: pages.y - 1, width: CHIP.width, height: CHIP.height }, (stamp) => {
    stamp.rect({ x: 0, y: 0, width: CHIP.width, height: CHIP.height }, { fill: paper, stroke: edge, lineWidth: 0.6, radius: 3 })
    const mark = 6.5
    drawKindMark(stamp, kind, { x: pages.dir === 'rtl' ? CHIP.width - 6 - mark : 6, y: (CHIP.height - mark) / 2, size: mark, fill: ink })
  })
  const drawNumber = (): number => pages.words(String(number), { indent: indent + 16, size: 9, weight: 700, fill: ink, down: 10.8 })
  if (tag === 'inherit') drawNumber()
  else document.within(tag, {}, drawNumber)
}
