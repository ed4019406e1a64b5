import { writeXlsx } from 'hucre/xlsx'
import { strToU8, zipSync } from 'fflate'
import { createInstance } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import { columnsOf, IMPORT_FIELDS } from '#shared/importing/headings.ts'
import { notesLeftOpen } from '#shared/importing/notesLeftOpen.ts'
import { parseKind } from '#shared/importing/parseKind.ts'
import { parseRows, type RowDefaults } from '#shared/importing/parseRows.ts'
import { IMPORT_LIMITS, readText, readWorkbook, type ReadTable, type Rows } from '#shared/importing/readTable.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { LANGUAGES, NOTE_KINDS } from '#shared/wall/schema.ts'
import { KNOWS_NOTHING } from '../../client/export/reading.ts'
import { writeData } from '../../client/export/writeData.ts'
import { languageNamed } from '../../client/panels/bringIn/languageNamed.ts'
import ar from '../../client/i18n/locales/ar.json'
import en from '../../client/i18n/locales/en.json'
import es from '../../client/i18n/locales/es.json'
import fr from '../../client/i18n/locales/fr.json'
import pt from '../../client/i18n/locales/pt.json'
import ru from '../../client/i18n/locales/ru.json'
import zh from '../../client/i18n/locales/zh.json'
import { hostileDoc } from '../support/hostileDoc.ts'

const STRINGS = { ar, en, es, fr, pt, ru, zh }
const NO_DEFAULTS: RowDefaults = { kind: '', country: '', name: '' }
const i18n = createInstance()
beforeAll(async () => {
  await i18n.init({ lng: 'en', resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: STRINGS[language] }])), interpolation: { escapeValue: false } })
  await Promise.all(LANGUAGES.map(loadCountryNames))
})

function rowsOf(read: ReadTable): Rows {
  if (!read.ok) throw new Error(read.problem)
  return read.rows
}
function notesIn(rows: Rows, defaults = NO_DEFAULTS) {
  const columns = columnsOf(rows[0] ?? [])
  return parseRows(rows, { columns: columns ?? { text: 0 }, hasHeadings: columns !== undefined, defaults, languageNamed, known: [] })
}

describe('columns', () => {
  test.each(LANGUAGES)('R24 the headings and kinds of our own tables are known in %s', (language) => {
    const { header } = STRINGS[language].tables
    const known = columnsOf(['#', header.kind, header.text, header.language, header.name, header.country, header.code, header.places])
    expect(known).toEqual({ kind: 1, text: 2, language: 3, name: 4, country: 6, places: 7 })
    for (const kind of NOTE_KINDS) expect(parseKind(STRINGS[language].kind[kind])).toBe(kind)
  })

  test('R24 a first row that names no text is a note itself', () => {
    expect(columnsOf(['Training in peat mapping'])).toBeUndefined()
    expect(IMPORT_FIELDS).toContain('text')
  })
})

describe('our own tables', () => {
  const doc = hostileDoc(300)
  test.each(LANGUAGES.flatMap((language) => [[language, 'csv'], [language, 'xlsx']] as const))('R24 every note that was taken out in %s as %s comes in again as it was', async (language, format) => {
    const bytes = await writeData(format, doc, { t: i18n.getFixedT(language), language, createdAt: 0, link: undefined, reader: KNOWS_NOTHING })
    const rows = rowsOf(format === 'csv' ? readText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) : await readWorkbook(bytes))
    const read = notesIn(rows)
    const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffd\s]+/gu, ' ').trim()
    const key = (note: { kind: string; text: string; name: string; country: string }): string => [note.kind, plain(note.text), note.name, note.country].join('|')
    const there = new Set(read.flatMap(({ note }) => (note ? [key(note)] : [])))
    // Too long for a note that is typed here, though another program may write it.
    const expected = [...readWall(doc).notes.values()].filter(({ text }) => text.length <= 2000)
    expect(expected.filter((note) => !there.has(key(note))).map(key)).toEqual([])
    expect(new Set(read.flatMap(({ problems }) => problems))).toEqual(new Set(['textTooLong', 'twice']))
    const frenchOnes = read.flatMap(({ note }) => (note?.text.includes('Suivi des mangroves') ? [note.lang] : []))
    expect(new Set(frenchOnes)).toEqual(new Set(['fr']))
  })
})

describe('what is wrong', () => {
  test('R25 each row says all that is wrong with it; empty rows are passed over', () => {
    const rows = [
      ['Text', 'Kind', 'Country', 'Name', 'Places'],
      ['Peat maps', 'need', 'Kenya', 'Amina', ''],
      ['', '', '', '', ''],
      ['', 'wish', 'Atlantis', '', ''],
      ['x'.repeat(2001), 'offer', 'KE', 'y'.repeat(81), '21'],
      ['Peat maps', 'Besoin', 'ke', 'Amina', ''],
      ['Rangers', 'offer', 'République de Moldova', 'Ion', '3'],
      ['Fire lines', '', '', 'Ion', ''],
    ]
    expect(notesIn(rows).map(({ row, problems }) => [row, ...problems])).toEqual([
      [2], [4, 'noText', 'unknownKind', 'unknownCountry', 'noName'], [5, 'textTooLong', 'nameTooLong', 'badPlaces'], [6, 'twice'], [7], [8, 'noKind', 'noCountry'],
    ])
    expect(notesIn(rows)[4]?.note).toMatchObject({ kind: 'offer', country: 'md', places: 3 })
    expect(notesIn(rows, { kind: 'offer', country: 'fj', name: 'Bo' }).at(-1)?.note).toMatchObject({ kind: 'offer', country: 'fj', name: 'Ion' })
  })

  test('R25 what hangs on the wall already does not come twice', () => {
    const known = [{ kind: 'need', text: 'Peat maps', country: 'ke', name: 'Amina' }] as const
    const read = parseRows([['Peat maps']], { columns: { text: 0 }, hasHeadings: false, defaults: { kind: 'need', country: 'ke', name: 'Amina' }, languageNamed, known })
    expect(read[0]?.problems).toEqual(['twice'])
  })
})

describe('lists that are pasted', () => {
  test('R24 each line is a note; bullets and numbers before it are not', () => {
    const rows = rowsOf(readText('- Peat maps, and who reads them\n• Rangers\n\n3. Fire lines\r\n4 boats, two crews'))
    const read = notesIn(rows, { kind: 'need', country: 'ke', name: 'Amina' })
    expect(read.map(({ note }) => note?.text)).toEqual(['Peat maps, and who reads them', 'Rangers', 'Fire lines', '4 boats, two crews'])
  })

  test('R24 cells that were copied from a spreadsheet are cells', () => {
    expect(rowsOf(readText('Text\tKind\nPeat maps\tneed'))).toEqual([['Text', 'Kind'], ['Peat maps', 'need']])
    expect(rowsOf(readText('Text;Kind\n"Peat; maps";need'))).toEqual([['Text', 'Kind'], ['Peat; maps', 'need']])
  })
})

describe('files that are none', () => {
  test('R26 too many rows, too many bytes, and what is no workbook are told apart', async () => {
    expect(readText('x\n'.repeat(IMPORT_LIMITS.rows + 2))).toEqual({ ok: false, problem: 'tooManyRows' })
    expect(readText('x'.repeat(IMPORT_LIMITS.fileBytes + 1))).toEqual({ ok: false, problem: 'tooLarge' })
    expect(await readWorkbook(new Uint8Array(IMPORT_LIMITS.fileBytes + 1))).toEqual({ ok: false, problem: 'tooLarge' })
    expect(await readWorkbook(strToU8('no workbook at all'))).toEqual({ ok: false, problem: 'unreadable' })
    expect(await readWorkbook(zipSync({ 'readme.txt': strToU8('no sheets') }))).toEqual({ ok: false, problem: 'unreadable' })
    const many = await writeXlsx({ sheets: [{ name: 'a', rows: Array.from({ length: IMPORT_LIMITS.rows + 5 }, () => ['x']) }] })
    expect(await readWorkbook(many)).toEqual({ ok: false, problem: 'tooManyRows' })
  })

  test('R26 a workbook that unpacks to more than it may is not unpacked, also when it lies about that', async () => {
    const sheet = (await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] }))
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await readWorkbook(bomb)).toEqual({ ok: false, problem: 'tooLarge' })
    // The same, with a directory that says 100 bytes.
    const liar = Uint8Array.from(bomb)
    const view = new DataView(liar.buffer)
    for (let at = 0; at < liar.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    expect(await readWorkbook(liar)).toEqual({ ok: false, problem: 'unreadable' })
    expect((await readWorkbook(sheet)).ok).toBe(true)
  })

  test('R26 a formula is the text that it last gave, and nothing is reckoned', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['=1+1'], ["=cmd|' /C calc'!A0"]] }] })
    expect(rowsOf(await readWorkbook(bytes)).flat()).toEqual(['=1+1', "=cmd|' /C calc'!A0"])
  })
})

test('R27 of an earlier wall come the needs that nobody is in contact about and the offers that nobody took, or all', () => {
  const wall = readWall(hostileDoc(300))
  const touched = new Set([...wall.pairs.values()].flatMap(({ need, offer, state }) => (state === 'contacted' || state === 'agreed' ? [need, offer] : [])))
  const count = (kind?: string): number => [...wall.notes.values()].filter((note) => !touched.has(note.id) && (kind === undefined || note.kind === kind)).length
  const left = (choice: Parameters<typeof notesLeftOpen>[1]) => notesLeftOpen(wall, choice, []).filter(({ note }) => note)
  expect([left('needs').length, left('offers').length, left('open').length, left('all').length]).toEqual([count('need'), count('offer'), count(), wall.notes.size])
  expect(touched.size).toBeGreaterThan(20)
  const [first] = wall.notes.values()
  if (!first) throw new Error('There are no notes.')
  expect(notesLeftOpen(wall, 'all', [first]).filter(({ problems }) => problems.includes('twice')).length).toBeGreaterThan(0)
})
