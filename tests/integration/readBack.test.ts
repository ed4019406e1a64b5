import { parse as parseCsv } from 'csv-parse/sync'
import { convertToHtml } from 'mammoth'
import readSheets from 'read-excel-file/node'
import { convertIcsCalendar } from 'ts-ics'
import { parse as parseVcards } from 'vcard4'
import { beforeAll, expect, test } from 'vitest'
import { cleanText } from '#shared/layout/cleanText.ts'
import type { RecordContact } from '#shared/protocol/api.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Note } from '#shared/wall/schema.ts'
import en from '../../client/i18n/locales/en.json'
import { fileWriter } from '../support/fileWriter.ts'
import { hostileDoc } from '../support/hostileDoc.ts'

// Each file of one wall, read by a program that is not the one which wrote it, and held against the wall note by note.
const doc = hostileDoc(300)
const wall = readWall(doc)
const notes = [...wall.notes.values()]
let write: Awaited<ReturnType<typeof fileWriter>>
/** What number each note has in the files, as the spreadsheet says. */
const numbered = new Map<number, Note>()
let sheet: (readonly unknown[])[]

beforeAll(async () => {
  write = await fileWriter()
  const [first] = await readSheets(Buffer.from(await write('xlsx', doc)))
  sheet = (first?.data ?? [])
  const [header = [], ...rows] = sheet
  const bySecond = new Map(notes.map((note) => [Math.round(note.createdAt / 1000), note]))
  for (const row of rows) {
    const added = row[header.indexOf(en.tables.header.added)] as Date
    const note = bySecond.get(Math.round(added.getTime() / 1000))
    if (note) numbered.set(row[header.indexOf(en.tables.header.number)] as number, note)
  }
})

const joined = (text: string): string => cleanText(text).replace(/\s+/g, '')
/** Before what a spreadsheet would run stands an apostrophe. */
const plain = (cell: string | undefined): string => joined((cell ?? '').replace(/^'(?=[=+@\t\r-])/, ''))
/** What is compared of a note in every table. */
const essence = (note: Note): readonly string[] => [en.kind[note.kind], joined(note.text), joined(note.name), note.country.toUpperCase(), joined(wall.people.get(note.author)?.institution ?? '')]
const expected = (): unknown => [...numbered].map(([number, note]) => [number, ...essence(note)])
const HEADS = ['kind', 'text', 'name', 'code', 'institution'] as const

test('R10 the spreadsheet has one row for each note, with its kind, words, corner and country', () => {
  const [header = [], ...rows] = sheet
  expect(numbered.size).toBe(notes.length)
  const read = rows.map((row) => [row[header.indexOf(en.tables.header.number)], ...HEADS.map((head) => plain((row[header.indexOf(en.tables.header[head])] ?? '') as string))])
  expect(read).toEqual(expected())
})

test('R11 so has the plain table', async () => {
  const rows = parseCsv<Record<string, string>>(new TextDecoder().decode(await write('csv', doc)), { bom: true, columns: true })
  expect(rows.map((row) => [Number(row[en.tables.header.number]), ...HEADS.map((head) => plain(row[en.tables.header[head]]))])).toEqual(expected())
})

test('R12 the report lists each note once by its country, under the same number', async () => {
  const { value: html } = await convertToHtml({ buffer: Buffer.from(await write('docx', doc)) })
  const chapter = html.slice(html.indexOf(`>${en.record.notesByCountry}<`), html.indexOf(`>${en.record.people}<`))
  const wordsOf = (markup: string): string => joined(markup.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&'))
  const rows = Array.from(chapter.matchAll(/<tr>(.*?)<\/tr>/gs), ([, row = '']) => Array.from(row.matchAll(/<td[^>]*>(.*?)<\/td>/gs), ([, cell = '']) => wordsOf(cell)))
  expect(rows).toHaveLength(notes.length)
  for (const [kind = '', text = '', who = ''] of rows) {
    const note = numbered.get(parseInt(kind))
    expect(note, kind).toBeDefined()
    if (!note) continue
    expect(kind.endsWith(en.kind[note.kind])).toBe(true)
    expect(text.startsWith(joined(note.text)), text).toBe(true)
    expect(who.startsWith(joined(note.name)), who).toBe(true)
  }
  expect(new Set(rows.map(([kind = '']) => parseInt(kind))).size).toBe(notes.length)
})

test('R13 all data has each note to the letter, and each person', async () => {
  const file = JSON.parse(new TextDecoder().decode(await write('json', doc))) as { notes: Record<string, Partial<Note>>; people: Record<string, object> }
  for (const { id, kind, text, author, name, country, lang, at, createdAt } of notes) expect(file.notes[id]).toMatchObject({ kind, text, author, name, country, lang, at, createdAt })
  for (const { id, name, country } of wall.people.values()) expect(file.people[id]).toMatchObject({ name, country })
})

test('R16 the drafts have each note with its words and its country', async () => {
  interface Draft { header: { schema: string }; problem?: Record<string, string>; description?: Record<string, string>; country?: { identifier: string }; beside: { country?: { identifier: string } } }
  const { records } = JSON.parse(new TextDecoder().decode(await write('chm', doc))) as { records: Draft[] }
  const read = records.flatMap(({ header, problem, description, country, beside }) =>
    header.schema === 'bbiRequest' ? [`need ${country?.identifier} ${Object.values(problem ?? {}).join()}`] : header.schema === 'bbiOpportunity' ? [`offer ${beside.country?.identifier} ${Object.values(description ?? {}).join()}`] : [],
  )
  expect(read.sort()).toEqual(notes.map(({ kind, country, text }) => `${kind} ${country} ${cleanText(text)}`).sort())
})

test('R28 each day of the calendar quotes both notes of its pair', async () => {
  const { events = [] } = convertIcsCalendar(undefined, new TextDecoder().decode(await write('ics', doc)))
  expect(events.length).toBeGreaterThan(3)
  for (const { uid, description = '' } of events) {
    const pair = [...wall.pairs.values()].find(({ id }) => uid === `${id}@1`)
    for (const id of pair ? [pair.need, pair.offer] : []) expect(joined(description)).toContain(joined(wall.notes.get(id)?.text ?? 'no note'))
  }
})

test('R63 there is a card for each who allowed it, with their name and their ways, and for nobody else', async () => {
  const allowed = [...wall.people.values()].filter((_, at) => at % 2 === 0)
  const contacts: RecordContact[] = allowed.map(({ id, name, country, institution }) => ({ participant: id, name, country, institution, contact: `${id}@example.org`, consentedAt: 1 }))
  const cards = [parseVcards(new TextDecoder().decode(await write('vcf', doc, { contacts })))].flat()
  const read = cards.map((card) => ['FN', 'EMAIL'].map((property) => String(card.getProperty(property as 'FN')[0]?.value)))
  expect(read.sort()).toEqual(allowed.map(({ id, name }) => [cleanText(name), `${id}@example.org`]).sort())
})
