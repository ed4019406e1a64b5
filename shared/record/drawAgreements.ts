import type { PdfDocument } from '../pdf/PdfDocument.ts'
import { ACCENT, INK_QUIET } from './palette.ts'
import type { ReadingPages, TextStyle } from './ReadingPages.ts'
import { isolate } from './setWords.ts'
import type { RecordAgreement, RecordNote, WallRecord } from './WallRecord.ts'

/** What was agreed, a card each. */
export function drawAgreements(document: PdfDocument, pages: ReadingPages, record: WallRecord): void {
  pages.chapter(record.labels.agreements)
  if (record.agreements.length === 0) pages.paragraph(record.labels.noAgreements, { size: 10.5, fill: INK_QUIET })
  for (const agreement of record.agreements) document.within('Sect', {}, () => drawAgreement(pages, record, agreement))
}

const CARD = 16
const CARD_LABELS = 168
const CARD_STATE: TextStyle = { size: 8.5, weight: 700, fill: ACCENT, indent: CARD, after: 2 }
const CARD_WHAT: TextStyle = { size: 12.5, weight: 700, tag: 'H3', indent: CARD, runs: 'own', after: 6 }
const CARD_VALUE: TextStyle = { size: 10, indent: CARD + CARD_LABELS, runs: 'own', after: 1.5 }
const CARD_WHO: TextStyle = { size: 9, weight: 700, indent: CARD }
const CARD_CONFIRMED: TextStyle = { size: 8.5, indent: CARD, fill: INK_QUIET }
const cardLabel = (pages: ReadingPages): TextStyle => ({ size: 9, indent: CARD, endIndent: pages.width - CARD - CARD_LABELS + 8, fill: INK_QUIET })
const cardNote = ({ lang }: RecordNote): TextStyle => ({ size: 9.5, indent: CARD, lang, runs: 'own', after: 4 })

/** A card with a bar along its edge: it stands on one page, and if it is longer the bar goes with it. */
function drawAgreement(pages: ReadingPages, record: WallRecord, agreement: RecordAgreement): void {
  const bar = (page: typeof pages.page, y: number, height: number): void =>
    page.rect({ x: pages.left(0, 3.5), y, width: 3.5, height: height + 0.5 }, { fill: ACCENT })
  const fieldHeight = ({ label, value }: { label: string; value: string }): number => Math.max(pages.heightOf(value, CARD_VALUE), pages.heightOf(label, cardLabel(pages)))
  const notes = [agreement.need, agreement.offer].flatMap((number) => record.notes[number - 1] ?? [])
  const whose = (note: RecordNote): string => `${record.labels.kind[note.kind]} ${note.number}  ·  ${isolate(note.name)} (${isolate(note.country)})`
  pages.need(
    pages.heightOf(agreement.stateWord, CARD_STATE) +
      pages.heightOf(agreement.what, CARD_WHAT) +
      sum(agreement.fields.map(fieldHeight)) +
      5 +
      sum(notes.map((note) => pages.heightOf(whose(note), CARD_WHO) + pages.heightOf(note.text, cardNote(note)))) +
      sum(agreement.confirmed.map((line) => pages.heightOf(line, CARD_CONFIRMED))),
  )
  pages.paragraph(agreement.stateWord, CARD_STATE, bar)
  pages.paragraph(agreement.what, CARD_WHAT, bar)
  for (const field of agreement.fields) {
    pages.need(Math.min(fieldHeight(field), 200))
    pages.sideBySide(() => pages.paragraph(field.label, cardLabel(pages)), () => pages.paragraph(field.value, CARD_VALUE, bar), (page, y, rest) => bar(page, y, rest))
  }
  bar(pages.page, pages.y, 5)
  pages.space(5)
  for (const note of notes) {
    pages.paragraph(whose(note), CARD_WHO, bar)
    pages.paragraph(note.text, cardNote(note), bar)
  }
  for (const line of agreement.confirmed) pages.paragraph(line, CARD_CONFIRMED, bar)
  pages.space(18)
}

const sum = (heights: readonly number[]): number => heights.reduce((all, height) => all + height, 0)
