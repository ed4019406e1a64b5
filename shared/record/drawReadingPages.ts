import type { PdfDocument } from '../pdf/PdfDocument.ts'
import { drawAgreements } from './drawAgreements.ts'
import { drawNoteRow, drawShortNoteRow, noteRowHeight } from './drawNoteRow.ts'
import { drawPairs } from './drawPairs.ts'
import { drawRegion } from './drawRegion.ts'
import { ACCENT, INK_QUIET } from './palette.ts'
import type { ReadingPages } from './ReadingPages.ts'
import { RECORD_PARTS, type RecordPart } from './recordChoice.ts'
import { isolate } from './setWords.ts'
import type { WallRecord } from './WallRecord.ts'

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
