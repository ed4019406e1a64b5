import type { TFunction } from 'i18next'
import type { Doc } from 'yjs'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import type { RecordChoice } from '#shared/record/recordChoice.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Language } from '#shared/wall/schema.ts'
import type { RecordContact } from '#shared/protocol/api.ts'
import { contactsById } from './contactsById.ts'
import { ExportFailed } from './ExportFailed.ts'
import { isDrawn, MEDIA_TYPES, type Format } from './formats.ts'
import { qrOf } from './qrOf.ts'
import { loadNoteReader } from './loadNoteReader.ts'
import { KNOWS_NOTHING } from './reading.ts'
import { recordWords } from './recordWords.ts'
import type { PdfWriter } from './openPdfWriter.ts'

interface FileOptions {
  readonly pdfWriter: PdfWriter
  readonly t: TFunction
  readonly language: Language
  /** Of the record as a PDF. */
  readonly choice: RecordChoice
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Told how much is done, 0...1. */
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
  /** With a key: what is drawn prints it, to be scanned by whoever is to join. Without one the address alone is printed. */
  readonly joinLink: string | undefined
  /** See `DataOptions`. */
  readonly isFull: boolean
  /** See `DataOptions`. */
  readonly contacts: readonly RecordContact[] | undefined
}

/** What the formats beside the PDF are written with; it comes with the first of them, or ahead of it. */
export const loadWriter = () => import('./writeData.ts')

/**
 * Makes a file of the wall on this device.
 * @throws ExportFailed, or the signal's reason when it is aborted
 */
export async function makeFile(format: Format, doc: Doc, { pdfWriter, onProgress, signal, joinLink, ...reading }: FileOptions): Promise<Blob> {
  const { t, language } = reading
  await loadCountryNames(language)
  // Without a network the vocabulary may be missing; a record without reasons is still one.
  const reader = await loadNoteReader(readWall(doc), t, language).catch(() => KNOWS_NOTHING)
  // The address without its fragment: the key is in there, and files are handed on.
  const options = { ...reading, link: location.origin + location.pathname, reader }
  if (isDrawn(format)) {
    const link = joinLink ?? options.link
    const record = buildRecord(readWall(doc), { ...options, ...reader, link, contacts: reading.contacts && contactsById(reading.contacts), qr: qrOf(link), words: recordWords(t, language) })
    return pdfWriter.write(format, record, onProgress, signal)
  }
  const { writeData } = await loadWriter().catch((error: unknown) => {
    throw new ExportFailed('unreachable', String(error))
  })
  const bytes = await writeData(format, doc, options)
  signal.throwIfAborted()
  return new Blob([bytes], { type: MEDIA_TYPES[format] })
}
