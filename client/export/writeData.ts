import type { TFunction } from 'i18next'
import type { Doc } from 'yjs'
import { writeCalendar, type CalendarDay } from '#shared/calendar/writeCalendar.ts'
import { buildBundle } from '#shared/clearingHouse/buildBundle.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import { writeDocx } from '#shared/report/writeDocx.ts'
import { buildTables } from '#shared/tables/buildTables.ts'
import { writeCsv } from '#shared/tables/writeCsv.ts'
import { writeXlsx } from '#shared/tables/writeXlsx.ts'
import type { RecordContact } from '#shared/protocol/api.ts'
import { standingPairs } from '#shared/record/standingPairs.ts'
import { publishableWall } from '#shared/record/publishableWall.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Language, Wall } from '#shared/wall/schema.ts'
import { unreachable } from '#shared/wall/unreachable.ts'
import { buildWallFile } from '#shared/wallFile/buildWallFile.ts'
import { writeVcards, type AddressCard } from '#shared/vcard/writeVcards.ts'
import { directionOf } from '../i18n/directionOf.ts'
import { addressCard } from '../pairing/addressCard.ts'
import { firstStepDay } from '../pairing/firstStepDay.ts'
import type { DataFormat } from './formats.ts'
import type { NoteReader } from './reading.ts'
import { contactsById } from './contactsById.ts'
import { recordWords } from './recordWords.ts'
import { tableWords } from './tableWords.ts'

export interface DataOptions {
  /** Translates into `language`, whose country names are loaded. */
  readonly t: TFunction
  readonly language: Language
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Without a key: files are handed on. */
  readonly link: string | undefined
  readonly reader: NoteReader
  /** Of the JSON: with the notes that are marked "do not publish". */
  readonly isFull?: boolean
  /** Of those who allowed it, where a facilitator asks for them. */
  readonly contacts?: readonly RecordContact[] | undefined
}

/** The wall as a file that other programs open; all of it of one moment. The same in a browser and in Node. */
export async function writeData(format: DataFormat, doc: Doc, options: DataOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { t, language, createdAt, link, reader, isFull = false } = options
  const contacts = options.contacts && contactsById(options.contacts)
  if (format === 'json') return encode(JSON.stringify(buildWallFile(doc, createdAt, { isFull }), null, 2))
  const wall = readWall(doc)
  if (format === 'docx') return writeDocx(buildRecord(wall, { words: recordWords(t, language), createdAt, link, contacts, reasonFor: reader.reasonFor }))
  if (format === 'chm') return encode(JSON.stringify(buildBundle(wall, { createdAt, wall: link ?? wall.settings.title, contacts, subjectsOf: reader.subjectsOf }), null, 2))
  if (format === 'vcf') return encode(writeVcards(addressCards(wall, options), createdAt))
  if (format === 'ics') return encode(writeCalendar(firstSteps(wall, options), createdAt))
  const tables = buildTables(wall, { words: tableWords(t, language), createdAt, link, contacts, ...reader })
  switch (format) {
    case 'xlsx':
      return writeXlsx(tables, { title: wall.settings.title, dir: directionOf(language), createdAt })
    case 'csv': {
      const [notes] = tables
      return encode(writeCsv(notes))
    }
    default:
      return unreachable(format)
  }
}

function addressCards(wall: Wall, { t, language, link, contacts = [] }: DataOptions): readonly AddressCard[] {
  return contacts.map((person) => addressCard(t, language, { wallId: wallIdOf(link), title: wall.settings.title, ...person, id: person.participant }))
}

/** The first step of every pair that has a day for it: agreed ones are certain, others are not yet. */
function firstSteps(wall: Wall, { t, language, link }: DataOptions): readonly CalendarDay[] {
  // As on the pair's own page, so that an entry is the same one in both files.
  const id = wallIdOf(link)
  const publishable = publishableWall(wall)
  return standingPairs(publishable).flatMap(({ need, offer, state, ...pair }) => {
    const isOver = state === 'declined' || state === 'dropped'
    const day = isOver ? undefined : firstStepDay(t, language, id, { ...pair, state, need: need.id, offer: offer.id }, { need, offer })
    return day ? [day] : []
  })
}

const wallIdOf = (link: string | undefined): WallId => (link?.split('/').at(-1) ?? '') as WallId // our own link's

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
