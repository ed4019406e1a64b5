import type { PdfDocument } from '../pdf/PdfDocument.ts'
import { drawNoteRow, noteRowHeight } from './drawNoteRow.ts'
import { ACCENT, ACCENT_QUIET, INK_QUIET } from './palette.ts'
import type { ReadingPages, TextStyle } from './ReadingPages.ts'
import type { RecordPair, WallRecord } from './WallRecord.ts'

/** Pairs that people took up, each with its reasons and what was said. */
export function drawPairs(document: PdfDocument, pages: ReadingPages, record: WallRecord): void {
  pages.chapter(record.labels.pairs)
  if (record.pairs.length === 0) pages.paragraph(record.labels.noPairs, { size: 10.5, fill: INK_QUIET })
  for (const [i, pair] of record.pairs.entries()) {
    pages.need(RULE + pairHeight(pages, record, pair))
    if (i > 0) pages.rule()
    document.within('Sect', {}, () => drawPair(document, pages, record, pair))
  }
}

const REASONS: TextStyle = { size: 9.5, indent: 52, after: 3 }
const SAID_BY: TextStyle = { size: 8.5, indent: 52, fill: INK_QUIET }
const SAID: TextStyle = { size: 9.5, indent: 62, runs: 'own', after: 3 }
const RULE = 9
const STATE = 22

const reasonsOf = ({ labels }: WallRecord, { reasons }: RecordPair): string => `${labels.why} ${reasons.join(' · ')}`

/** A pair stands on one page; without the space below it. */
function pairHeight(pages: ReadingPages, record: WallRecord, pair: RecordPair): number {
  const rows = [pair.need, pair.offer].flatMap((number) => record.notes[number - 1] ?? [])
  return (
    STATE +
    sum(rows.map((note) => noteRowHeight(pages, note))) +
    (pair.reasons.length > 0 ? pages.heightOf(reasonsOf(record, pair), REASONS) : 0) +
    sum(pair.said.map(({ who, line }) => pages.heightOf(who, SAID_BY) + (line.trim() ? pages.heightOf(line.trim(), SAID) : 0)))
  )
}

const sum = (heights: readonly number[]): number => heights.reduce((all, height) => all + height, 0)

function drawPair(document: PdfDocument, pages: ReadingPages, record: WallRecord, pair: RecordPair): void {
  drawState(document, pages, pair.stateWord)
  document.within('L', {}, () => {
    for (const number of [pair.need, pair.offer]) {
      const note = record.notes[number - 1]
      if (note) drawNoteRow(document, pages, record, { note, withCountry: true, withPairs: false })
    }
  })
  if (pair.reasons.length > 0) {
    pages.paragraph(reasonsOf(record, pair), REASONS)
  }
  for (const { who, line } of pair.said) {
    pages.paragraph(who, SAID_BY)
    if (line.trim()) pages.paragraph(line.trim(), SAID)
  }
  pages.space(8)
}

/** The word for where a pair stands, on a quiet ground. */
function drawState(document: PdfDocument, pages: ReadingPages, word: string): void {
  const size = 8.5
  const width = pages.measure(word, 700) * size + 14
  pages.page.rect({ x: pages.left(0, width), y: pages.y, width, height: 16 }, { fill: ACCENT_QUIET, radius: 8 })
  document.within('P', {}, () => pages.words(word, { indent: 7, size, weight: 700, fill: ACCENT, down: 11.2 }))
  pages.space(STATE)
}
