import type { PdfDocument } from '../pdf/PdfDocument.ts'
import { drawNoteRow, drawShortNoteRow, noteRowHeight } from './drawNoteRow.ts'
import { drawRegion } from './drawRegion.ts'
import { ACCENT, ACCENT_QUIET, INK_QUIET } from './palette.ts'
import type { ReadingPages, TextStyle } from './ReadingPages.ts'
import { RECORD_PARTS, type RecordPart } from './recordChoice.ts'
import { isolate } from './setWords.ts'
import type { RecordAgreement, RecordPair, WallRecord } from './WallRecord.ts'

/** What people read, in the order of the parts that were chosen. */
export function drawReadingPages(document: PdfDocument, pages: ReadingPages, record: WallRecord, onNote: () => void): void {
  const draw: Readonly<Record<Exclude<RecordPart, 'cover' | 'wall'>, () => void>> = {
    region: () => drawRegion(document, pages, record),
    agreements: () => drawAgreements(document, pages, record),
    pairs: () => drawPairs(document, pages, record),
    notesByCountry: () => drawNotesByCountry(document, pages, record, onNote),
    notesByTopic: () => drawNotesByTopic(document, pages, record),
    unmetNeeds: () => drawLeftOver(document, pages, record, 'unmetNeeds'),
    untakenOffers: () => drawLeftOver(document, pages, record, 'untakenOffers'),
    people: () => drawPeople(document, pages, record),
  }
  for (const part of RECORD_PARTS) {
    if (part === 'cover' || part === 'wall' || !record.choice.parts.has(part)) continue
    document.within('Sect', {}, draw[part])
  }
}

/** Shorter than by country: what a note says in full is found there under its number. */
function drawNotesByTopic(document: PdfDocument, pages: ReadingPages, record: WallRecord): void {
  pages.chapter(record.labels.notesByTopic)
  pages.paragraph(record.topics.length === 0 ? record.labels.noTopics : record.labels.notesByTopicMeaning, { size: 9.5, fill: INK_QUIET, after: 4 })
  for (const { label, notes } of record.topics) {
    const listed = notes.flatMap((number) => record.notes[number - 1] ?? [])
    const first = listed[0]
    if (!first) continue
    pages.section(label, Math.min(200, noteRowHeight(pages, first)))
    document.within('L', {}, () => {
      for (const note of listed) drawShortNoteRow(document, pages, note)
    })
  }
}

function drawNotesByCountry(document: PdfDocument, pages: ReadingPages, record: WallRecord, onNote: () => void): void {
  pages.chapter(record.labels.notesByCountry)
  if (record.notes.length === 0) pages.paragraph(record.labels.noNotes, { size: 10.5, fill: INK_QUIET })
  for (const { name, notes } of record.countries) {
    const listed = notes.flatMap((number) => record.notes[number - 1] ?? [])
    const first = listed[0]
    if (!first) continue
    pages.section(name, Math.min(200, noteRowHeight(pages, first)))
    document.within('L', {}, () => {
      for (const note of listed) {
        drawNoteRow(document, pages, record, { note, withCountry: false, withPairs: true })
        onNote()
      }
    })
  }
}

function drawPairs(document: PdfDocument, pages: ReadingPages, record: WallRecord): void {
  pages.chapter(record.labels.pairs)
  if (record.pairs.length === 0) pages.paragraph(record.labels.noPairs, { size: 10.5, fill: INK_QUIET })
  for (const [i, pair] of record.pairs.entries()) {
    pages.need(120)
    if (i > 0) pages.rule()
    document.within('Sect', {}, () => drawPair(document, pages, record, pair))
  }
}

function drawPair(document: PdfDocument, pages: ReadingPages, record: WallRecord, pair: RecordPair): void {
  drawState(document, pages, pair.stateWord)
  document.within('L', {}, () => {
    for (const number of [pair.need, pair.offer]) {
      const note = record.notes[number - 1]
      if (note) drawNoteRow(document, pages, record, { note, withCountry: true, withPairs: false })
    }
  })
  if (pair.reasons.length > 0) {
    pages.paragraph(`${record.labels.why} ${pair.reasons.join(' · ')}`, { size: 9.5, indent: 52, after: 3 })
  }
  for (const { who, line } of pair.said) {
    pages.paragraph(who, { size: 8.5, indent: 52, fill: INK_QUIET })
    if (line.trim()) pages.paragraph(line.trim(), { size: 9.5, indent: 62, runs: 'own', after: 3 })
  }
  pages.space(8)
}

/** The word for where a pair stands, on a quiet ground. */
function drawState(document: PdfDocument, pages: ReadingPages, word: string): void {
  const size = 8.5
  const width = pages.measure(word, 700) * size + 14
  pages.page.rect({ x: pages.left(0, width), y: pages.y, width, height: 16 }, { fill: ACCENT_QUIET, radius: 8 })
  document.within('P', {}, () => pages.words(word, { indent: 7, size, weight: 700, fill: ACCENT, down: 11.2 }))
  pages.space(22)
}

function drawAgreements(document: PdfDocument, pages: ReadingPages, record: WallRecord): void {
  pages.chapter(record.labels.agreements)
  if (record.agreements.length === 0) pages.paragraph(record.labels.noAgreements, { size: 10.5, fill: INK_QUIET })
  for (const agreement of record.agreements) document.within('Sect', {}, () => drawAgreement(pages, record, agreement))
}

/** A card with a bar along its edge: it may run over to the next page, and the bar goes with it. */
function drawAgreement(pages: ReadingPages, record: WallRecord, agreement: RecordAgreement): void {
  const indent = 16
  const labelWidth = 120
  const bar = (page: typeof pages.page, y: number, height: number): void =>
    page.rect({ x: pages.left(0, 3.5), y, width: 3.5, height: height + 0.5 }, { fill: ACCENT })
  const rowHeight = (value: string): number => pages.heightOf(value, { size: 10, indent: indent + labelWidth }) + 3
  pages.need(110 + agreement.fields.reduce((sum, { value }) => sum + rowHeight(value), 0))
  pages.paragraph(agreement.stateWord, { size: 8.5, weight: 700, fill: ACCENT, indent, after: 2 }, bar)
  pages.paragraph(agreement.what, { size: 12.5, weight: 700, tag: 'H3', indent, runs: 'own', after: 6 }, bar)
  for (const { label, value } of agreement.fields) {
    const valueStyle: TextStyle = { size: 10, indent: indent + labelWidth, runs: 'own' }
    const labelStyle = { size: 9, indent, endIndent: pages.width - indent - labelWidth + 8, fill: INK_QUIET }
    const height = Math.max(pages.heightOf(value, valueStyle), pages.heightOf(label, labelStyle))
    pages.need(Math.min(height, 200))
    pages.sideBySide(() => pages.paragraph(label, labelStyle), () => pages.paragraph(value, { ...valueStyle, after: 3 }, bar), (page, y, rest) => bar(page, y, rest))
  }
  bar(pages.page, pages.y, 5)
  pages.space(5)
  for (const number of [agreement.need, agreement.offer]) {
    const note = record.notes[number - 1]
    if (!note) continue
    const who = `${isolate(note.name)} (${isolate(note.country)})`
    pages.paragraph(`${record.labels.kind[note.kind]} ${number}  ·  ${who}`, { size: 9, weight: 700, indent }, bar)
    pages.paragraph(note.text, { size: 9.5, indent, lang: note.lang, runs: 'own', after: 4 }, bar)
  }
  for (const line of agreement.confirmed) pages.paragraph(line, { size: 8.5, indent, fill: INK_QUIET }, bar)
  pages.space(18)
}

function drawLeftOver(document: PdfDocument, pages: ReadingPages, record: WallRecord, which: 'unmetNeeds' | 'untakenOffers'): void {
  const { labels } = record
  pages.chapter(labels[which])
  pages.paragraph(record[which].length === 0 ? labels.noneLeft : labels[`${which}Meaning`], { size: 9.5, fill: INK_QUIET, after: 8 })
  document.within('L', {}, () => {
    for (const number of record[which]) {
      const note = record.notes[number - 1]
      if (note) drawNoteRow(document, pages, record, { note, withCountry: true, withPairs: true })
    }
  })
  if (record[which].length > 0) drawDoors(document, pages, record)
}

/** Where what is still open can go. */
function drawDoors(document: PdfDocument, pages: ReadingPages, { labels }: WallRecord): void {
  pages.need(110)
  pages.paragraph(labels.whereToGo, { size: 11, weight: 700, tag: 'H3', after: 3 })
  document.within('L', {}, () => {
    for (const { name, does, url } of labels.doors) {
      document.within('LI', {}, () =>
        document.within('LBody', {}, () => {
          pages.paragraph(`${isolate(name)}: ${does}`, { size: 10, indent: 12, after: url === undefined ? 5 : 0 })
          if (url === undefined) return
          document.within('Link', {}, () => {
            const { page, y } = pages
            pages.paragraph(url, { size: 9.5, fill: ACCENT, indent: 12, after: 5 })
            if (pages.page === page) page.link({ x: pages.left(12, pages.width - 12), y, width: pages.width - 12, height: 13 }, url)
          })
        }),
      )
    }
  })
}

function drawPeople(document: PdfDocument, pages: ReadingPages, record: WallRecord): void {
  pages.chapter(record.labels.people)
  for (const { name, people } of record.countries) {
    if (people.length === 0) continue
    pages.need(30 + Math.min(people.length, 3) * 14)
    pages.paragraph(name, { size: 10.5, weight: 700, tag: 'H3', after: 1 })
    document.within('L', {}, () => {
      for (const person of people) {
        const parts = [isolate(person.name), ...(person.institution ? [isolate(person.institution)] : []), ...(person.contact ? [isolate(person.contact)] : []), ...(person.notes.length > 0 ? [person.notes.join(', ')] : [])]
        document.within('LI', {}, () => pages.paragraph(parts.join('  ·  '), { size: 10, indent: 12 }))
      }
    })
    pages.space(7)
  }
}
