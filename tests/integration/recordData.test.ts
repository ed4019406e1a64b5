import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse as parseCsv } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { convertIcsCalendar } from 'ts-ics'
import { createInstance } from 'i18next'
import { extractRawText } from 'mammoth'
import { readFile } from 'node:fs/promises'
import readSheets from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Doc } from 'yjs'
import { cleanText } from '#shared/layout/cleanText.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { RecordContact } from '#shared/protocol/api.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Language } from '#shared/wall/schema.ts'
import type { DataFormat } from '../../client/export/formats.ts'
import { recordWords } from '../../client/export/recordWords.ts'
import ar from '../../client/i18n/locales/ar.json'
import en from '../../client/i18n/locales/en.json'
import { fileWriter } from '../support/fileWriter.ts'
import { hostileDoc } from '../support/hostileDoc.ts'

const i18n = createInstance()
const doc = hostileDoc(300)
const wall = readWall(doc)
let writeFile: Awaited<ReturnType<typeof fileWriter>>

beforeAll(async () => {
  await i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } })
  writeFile = await fileWriter()
})

const write = (format: DataFormat, language: Language = 'en', of = doc, isFull = false, contacts?: readonly RecordContact[]): Promise<Uint8Array> => writeFile(format, of, { language, isFull, contacts })
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** Readers say nothing of line breaks within a paragraph. */
const joined = (text: string): string => text.replace(/\s+/g, '')
const textsOnWall = (): string[] => Array.from(wall.notes.values(), ({ text }) => spaced(cleanText(text))).sort()

describe('the spreadsheet', () => {
  test('R10 another reader finds every note, pair and agreement, with dates as dates and no formula', async () => {
    const bytes = await write('xlsx')
    const sheets = await readSheets(Buffer.from(bytes))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Notes', 'Matches', 'Agreements', 'People', 'Summary'])
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? []
    const [header = [], ...notes] = rowsOf('Notes')
    expect(notes).toHaveLength(wall.notes.size)
    const at = (name: string): number => header.indexOf(name)
    expect(notes.map((row) => spaced(String(row[at('Text')]))).sort()).toEqual(textsOnWall())
    for (const row of notes) {
      expect(row[at('Added (UTC)')]).toBeInstanceOf(Date)
      expect(row[at('No.')]).toEqual(expect.any(Number))
      expect(row[at('Country')]).toEqual(expect.stringMatching(/^\p{L}/u))
    }
    const counts = [...wall.pairs.values()].reduce<Record<string, number>>((sum, { state = 'none' }) => ({ ...sum, [state]: (sum[state] ?? 0) + 1 }), {})
    expect(rowsOf('Matches')).toHaveLength(1 + wall.pairs.size)
    const [agreementHeader = [], ...agreements] = rowsOf('Agreements')
    expect(agreements).toHaveLength(counts.agreed ?? 0)
    expect(agreements.length).toBeGreaterThan(3)
    for (const row of agreements) {
      expect(row[agreementHeader.indexOf('First step by')]).toEqual(new Date('2027-02-15'))
      expect(row[agreementHeader.indexOf('Supported by')]).toEqual(expect.stringMatching(/^\S.* \(\p{Lu}.*\)$/u))
    }

    const parts = unzipSync(bytes)
    const sheetsXml = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml/.test(name)).map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    expect(sheetsXml).toHaveLength(5)
    for (const xml of sheetsXml) {
      expect(xml).not.toMatch(/<f[ >]/)
      expect(xml).toMatch(/<pane [^>]*state="frozen"/)
      expect(xml).toContain('<autoFilter')
    }
    // A row is as high as its longest text: the note of 5,000 letters as high as can be, one of a few words a line or two.
    const [head, ...heights] = Array.from(sheetsXml[0]?.matchAll(/<row r="\d+"[^>]* ht="([\d.]+)"/g) ?? [], ([, height]) => Number(height))
    expect(head).toBeGreaterThan(15)
    expect(heights).toHaveLength(notes.length)
    const heightOf = (text: string): number => heights[notes.findIndex((row) => row[at('Text')] === text)] ?? 0
    expect(heightOf('x'.repeat(5000))).toBe(409)
    expect(heightOf('two\nlines\nthree')).toBeGreaterThanOrEqual(45)
    expect(heightOf('+1+1')).toBeLessThanOrEqual(45)
  })

  test('R10 on paper each sheet has its header on every page, no head is cut, and a wide one goes on more pages than one', async () => {
    const parts = unzipSync(await write('xlsx', 'ar'))
    const xmlOf = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    expect(xmlOf('xl/workbook.xml').match(/_xlnm\.Print_Titles[^<]*\$1:\$1/g)).toHaveLength(5)
    const across = [1, 2, 3, 4, 5].map((sheet) => /fitToWidth="(\d)"/.exec(xmlOf(`xl/worksheets/sheet${sheet}.xml`))?.[1])
    expect(across).toEqual(['1', '1', '2', '1', '1'])
    // The longest word of each head fits into its column.
    const widths = Array.from(xmlOf('xl/worksheets/sheet4.xml').matchAll(/<col [^>]*width="([\d.]+)"/g), ([, width]) => Number(width))
    const [needs = 0] = widths.slice(4)
    expect(needs).toBeGreaterThan(ar.tables.header.needs.length)
  })

  test('R10 for an Arabic reader the sheets run from right to left, with Arabic headers', async () => {
    const bytes = await write('xlsx', 'ar')
    const [first] = await readSheets(Buffer.from(bytes))
    expect(first?.data[0]).toContain(ar.tables.header.text)
    const parts = unzipSync(bytes)
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).toContain('rightToLeft="1"')
  })
})

describe('the plain table', () => {
  test('R11 has a byte order mark, one row a note, and nothing that a spreadsheet would run', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await write('csv'))
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = parseCsv<Record<string, string>>(text, { bom: true, columns: true }) // names from its first row
    expect(rows).toHaveLength(wall.notes.size)
    for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+@\t\r-]/)
    const asWritten = rows.map((row) => spaced((row.Text ?? '').replace(/^'(?=[=+@\t\r-])/, ''))).sort()
    expect(asWritten).toEqual(textsOnWall())
    expect(rows.filter((row) => row.State === 'Agreed').length).toBeGreaterThan(3)
    expect(rows.filter((row) => (row.Topics ?? '').length > 3).length).toBeGreaterThan(200)
  })
})

describe('the report', () => {
  test('R12 R97 another reader finds every note, who wrote it, and the agreements', async () => {
    for (const language of ['en', 'ar'] as const) {
      const bytes = await write('docx', language)
      expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).not.toMatch(/[\u2066-\u2069]/)
      const { value, messages } = await extractRawText({ buffer: Buffer.from(bytes) })
      expect(messages).toEqual([])
      const text = joined(value)
      const missing = [...wall.notes.values()].flatMap(({ text: note, name }) => [cleanText(note), name]).filter((words) => !text.includes(joined(words)))
      expect(missing).toEqual([])
      expect(text).toContain(joined('A study visit (0)'))
      expect(text).toContain(joined(language === 'en' ? en.record.agreements : ar.record.agreements))
    }
  })
})

describe('all data', () => {
  test('R13 is what its published schema says, holds every word to the letter, and nothing from the bin', async () => {
    const json = new TextDecoder().decode(await write('json'))
    const file = JSON.parse(json) as { notes: Record<string, { text: string }>; states: Record<string, string>; [field: string]: unknown }
    const schema = JSON.parse(await readFile(new URL('../../docs/wall-file.schema.json', import.meta.url), 'utf8')) as object
    const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(schema)
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
    expect(Object.keys(file.notes).sort()).toEqual([...wall.notes.keys()].sort())
    for (const [id, { text }] of wall.notes) expect(file.notes[id]?.text).toBe(text)
    expect(json).not.toContain('note-1"')
    for (const { id, state } of wall.pairs.values()) if (state) expect(file.states[id]).toBe(state)

    for (const broken of [{ ...file, version: 2 }, { ...file, notes: { a: { kind: 'wish' } } }, { ...file, states: { 'a~b': 'happy' } }, { ...file, people: undefined }]) {
      expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false)
    }
  })
})

describe('drafts for the clearing-house', () => {
  interface Draft { header: { identifier: string; schema: string; languages: string[] }; missing: string[]; [field: string]: unknown }
  const draftsOf = async (of = doc): Promise<Draft[]> => (JSON.parse(new TextDecoder().decode(await write('chm', 'en', of))) as { records: Draft[] }).records

  test('R16 every need, offer and agreement is a record in the field names of its schema, and says what is missing', async () => {
    const drafts = await draftsOf()
    const of = (schema: string): Draft[] => drafts.filter(({ header }) => header.schema === schema)
    const kinds = [...wall.notes.values()].map(({ kind }) => kind)
    const agreed = [...wall.pairs.values()].filter(({ state }) => state === 'agreed').length
    expect([of('bbiRequest'), of('bbiOpportunity'), of('capacityBuildingInitiative')].map(({ length }) => length)).toEqual([
      kinds.filter((kind) => kind === 'need').length, kinds.filter((kind) => kind === 'offer').length, agreed,
    ])
    for (const { header, missing } of drafts) {
      expect(header.identifier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(missing.some((field) => field === 'contact' || field === 'contacts')).toBe(true)
    }
    expect(new Set(drafts.map(({ header }) => header.identifier)).size).toBe(drafts.length)
    const mangroves = of('bbiRequest').find((draft) => JSON.stringify(draft.problem).includes('Suivi des mangroves'))
    expect(mangroves).toMatchObject({ problem: { fr: 'Suivi des mangroves par télédétection: former deux techniciens' }, country: { identifier: 'sn' }, header: { languages: ['fr'] } })
    expect(JSON.stringify(mangroves?.cbdSubjects)).toContain('CBD-SUBJECT-')
    expect(of('capacityBuildingInitiative')[0]).toMatchObject({ startDate: '2027-02-15', beside: { helpKind: 'study visit', isComplete: false } })
  })

  test('R16 each record has the fields of its schema and no other; what the wall knows besides is kept apart, and what is missing is not there', async () => {
    const OURS = ['header', 'isDraft', 'missing', 'beside']
    // As the pages of the clearing-house read them; docs/clearing-house.md says where.
    const FIELDS: Readonly<Record<string, readonly string[]>> = {
      bbiRequest: ['title', 'problem', 'country', 'contact', 'organization', 'coverage', 'assistanceTypes', 'addressedPriorities', 'addressedPrioritiesOther', 'cbdSubjects', 'gbfTargets', 'aichiTargets', 'websites', 'startDate', 'endDate', 'sameRequests', 'potentialOOI', 'otherGovernments', 'other', 'objectives', 'existingInitiatives', 'coFinancing', 'jurisdiction', 'beneficiaryTypes'],
      bbiOpportunity: ['title', 'description', 'contact', 'primaryOrganization', 'organizations', 'areasBenifited', 'assistanceTypes', 'otherAssistanceType', 'relevantInfo', 'relevantDocuments', 'primaryBeneficiary', 'primaryBeneficiaries', 'potentialOutcomes', 'eligibility', 'applicationProcess', 'applicationDocuments', 'applicationDeadline', 'startDate', 'endDate', 'active', 'cbdSubjects', 'gbfTargets', 'aichiTargets'],
      capacityBuildingInitiative: ['title', 'projectNumber', 'projectDocument', 'contacts', 'geographicScope', 'status', 'startDate', 'endDate', 'durationPeriod', 'durationText', 'activityScope', 'isProjectProgramme', 'projectProgrammeName', 'broaderProjects', 'implementingAgencies', 'executingAgencies', 'collaboratingPartners', 'description', 'categories', 'targetGroups', 'fundingSourceTypes', 'selfFundingInfo', 'coreFundingSources', 'coFinancingSources', 'totalBudget', 'resultsAchievements', 'resultsOutputs', 'resultsReference', 'bestPractices', 'gbfTargets', 'aichiTargets', 'relevantInformation', 'relevantDocuments', 'notes', 'cbdSubjects'],
    }
    for (const { header, missing, beside, ...fields } of await draftsOf()) {
      const known = FIELDS[header.schema] ?? []
      expect(Object.keys(fields).filter((field) => !known.includes(field) && !OURS.includes(field)), header.schema).toEqual([])
      expect(missing.filter((field) => !known.includes(field.split('.')[0] ?? '')), header.schema).toEqual([])
      expect(missing.filter((field) => field in fields)).toEqual([])
      expect(header.schema === 'bbiRequest' ? fields.country : header.schema === 'bbiOpportunity' ? (beside as { country: unknown }).country : fields.geographicScope).toBeTruthy()
    }
  })

  test('R16 a second export names each record as the first did', async () => {
    expect((await draftsOf()).map(({ header }) => header)).toEqual((await draftsOf(hostileDoc(300))).map(({ header }) => header))
  })
})

describe('do not publish', () => {
  const BINNED = 'Taken off the wall before the end'
  const SECRET = 'The valley where the healing root grows'
  /** One note of an agreement is marked: the other one's confirmation, card and dismissals quote it. */
  function withheldDoc(): Doc {
    const marked = hostileDoc(300)
    const agreed = [...readWall(marked).pairs.values()].find(({ state }) => state === 'agreed')
    if (!agreed) throw new Error('There is no agreement.')
    const [, note] = [...readWall(marked).notes].find(([id]) => id === agreed.need) ?? []
    const editor = { participant: note?.author as ParticipantId, now: 1_800_000_000_000, origin: undefined }
    applyEdits(marked, [
      { type: 'spliceText', id: agreed.need, offset: 0, remove: 0, insert: SECRET },
      { type: 'spliceCard', pair: agreed.id, field: 'what', offset: 0, remove: 0, insert: SECRET },
      { type: 'confirmCard', pair: agreed.id, side: 'need' },
      { type: 'dismissPair', pair: agreed.id },
      { type: 'setWithheld', id: agreed.need, withheld: true },
      { type: 'placeNote', id: 'binned' as NoteId, kind: 'offer', at: [0, 0], text: BINNED, lang: 'en', name: 'Bo', country: 'fj' },
      { type: 'binNote', id: 'binned' as NoteId },
    ], editor)
    return marked
  }
  const textIn = async (format: DataFormat, bytes: Uint8Array): Promise<string> => {
    if (format === 'docx') return (await extractRawText({ buffer: Buffer.from(bytes) })).value
    if (format === 'xlsx') return Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('')
    return new TextDecoder().decode(bytes).replace(/\r\n /g, '')
  }

  test.each(['xlsx', 'csv', 'docx', 'json', 'chm', 'ics'] as const)('R20 a marked note, its card and its quotes are not in the %s, nor is a deleted one', async (format) => {
    const marked = withheldDoc()
    const text = await textIn(format, await write(format, 'en', marked))
    expect(joined(text)).not.toContain(joined(SECRET))
    expect(joined(text)).not.toContain(joined(BINNED))
    if (format !== 'ics') expect(joined(text)).toContain(joined('Suivi des mangroves'))
    applyEdits(marked, [...readWall(marked).notes.values()].filter(({ withheld }) => withheld).map(({ id }) => ({ type: 'setWithheld', id, withheld: false })), { participant: 'person-1' as ParticipantId, now: 1, origin: undefined })
    expect(joined(await textIn(format, await write(format, 'en', marked)))).toContain(joined(SECRET))
  })

  test('R20 nor in the PDF', () => {
    const record = buildRecord(readWall(withheldDoc()), { words: recordWords(i18n.getFixedT('en'), 'en'), createdAt: 0 })
    for (const words of [SECRET, BINNED]) expect(JSON.stringify(record)).not.toContain(words)
  })

  test('R20 a full backup holds it, says that it is one, and is what the schema says', async () => {
    const file = JSON.parse(new TextDecoder().decode(await write('json', 'en', withheldDoc(), true))) as { isFull: boolean; notes: Record<string, { withheld?: boolean }> }
    expect(file.isFull).toBe(true)
    expect(JSON.stringify(file)).toContain(SECRET)
    expect(Object.values(file.notes).filter(({ withheld }) => withheld)).toHaveLength(1)
    const schema = JSON.parse(await readFile(new URL('../../docs/wall-file.schema.json', import.meta.url), 'utf8')) as object
    expect(new Ajv2020({ strict: true, validateFormats: false }).validate(schema, file)).toBe(true)
  })
})

test('R28 P33 the calendar has the first step of every pair that has a day for it, agreed ones as certain', async () => {
  const { events = [] } = convertIcsCalendar(undefined, new TextDecoder().decode(await write('ics')))
  const dated = [...wall.pairs.values()].filter(({ state, card }) => card.byWhen && state !== 'declined' && state !== 'dropped')
  expect(events.map(({ uid }) => uid).sort()).toEqual(dated.map(({ id }) => `${id}@1`).sort())
  expect(events.length).toBeGreaterThan(3)
  for (const { start, status } of events) expect([start.date, status]).toEqual([new Date('2027-02-15'), 'CONFIRMED'])
})

describe('contacts of those who allowed it', () => {
  const contacts: RecordContact[] = [...wall.people.values()].map(({ id, name, country, institution }) => ({
    participant: id, name, country, institution, contact: `${id}@example.org, +254 700 123 456`, consentedAt: 1,
  }))
  const agreed = [...wall.pairs.values()].find(({ state }) => state === 'agreed')
  const needing = agreed && wall.notes.get(agreed.need)?.author

  test.each(['xlsx', 'docx', 'chm', 'vcf'] as const)('R62 stand in the %s when they are asked for, and else nowhere', async (format) => {
    const textOf = async (bytes: Uint8Array): Promise<string> => {
      if (format === 'xlsx') return JSON.stringify((await readSheets(Buffer.from(bytes))).find(({ sheet }) => sheet === 'People')?.data)
      return format === 'docx' ? (await extractRawText({ buffer: Buffer.from(bytes) })).value : new TextDecoder().decode(bytes).replace(/\r\n /g, '')
    }
    const text = await textOf(await write(format, 'en', doc, false, contacts))
    for (const { participant } of contacts) expect(text).toContain(`${participant}@example.org`)
    expect(await textOf(await write(format))).not.toContain('@example.org')
  })

  test.each(['csv', 'json', 'ics'] as const)('R62 are never in the %s', async (format) => {
    expect(new TextDecoder().decode(await write(format, 'en', doc, true, contacts))).not.toContain('@example.org')
  })

  test('R62 are with each agreement of the record, and with its people', () => {
    const record = buildRecord(wall, { words: recordWords(i18n.getFixedT('en'), 'en'), createdAt: 0, contacts: new Map(contacts.map(({ participant, contact }) => [participant, contact])) })
    const { agreements, countries } = record
    expect(agreements.length).toBeGreaterThan(3)
    for (const { fields } of agreements) expect(fields.find(({ label }) => label === 'Contacts')?.value).toMatch(/@example.org/)
    expect(JSON.stringify(agreements)).toContain(`${needing}@example.org`)
    for (const { people } of countries) for (const { contact, institution } of people) if (institution) expect(contact).toContain('@example.org')
  })

  test('R62 a record of the clearing-house names the contact of who wrote the note, and no longer misses it', async () => {
    const { records } = JSON.parse(new TextDecoder().decode(await write('chm', 'en', doc, false, contacts))) as { records: { header: { identifier: string; schema: string }; missing: string[]; contact?: { identifier: string }; contacts?: { identifier: string }[]; emails?: string[] }[] }
    const people = new Map(records.filter(({ header }) => header.schema === 'contact').map((record) => [record.header.identifier, record]))
    expect(people.size).toBe(contacts.length)
    for (const { header, contact, contacts: ofBoth, missing } of records) {
      if (header.schema === 'contact') continue
      for (const { identifier } of ofBoth ?? [contact ?? { identifier: '' }]) expect(people.get(identifier)?.emails).toHaveLength(1)
      expect(missing).not.toContain(header.schema === 'capacityBuildingInitiative' ? 'contacts' : 'contact')
    }
  })
})

test.each(['xlsx', 'csv', 'docx', 'json', 'chm', 'ics', 'vcf'] as const)('R2 an empty wall gives a %s, too', async (format) => {
  expect((await write(format, 'en', hostileDoc(0))).length).toBeGreaterThan(format === 'vcf' ? -1 : 10)
})
