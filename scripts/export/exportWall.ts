import { readFile } from 'node:fs/promises'
import * as harfBuzz from 'harfbuzzjs'
import { createInstance } from 'i18next'
import * as Y from 'yjs'
import { createNoteReader } from '../../client/export/noteReader.ts'
import { DRAW } from '../../client/export/draw.ts'
import { contactsById } from '../../client/export/contactsById.ts'
import { isDrawn } from '../../client/export/formats.ts'
import { qrOf } from '../../client/export/qrOf.ts'
import { recordWords } from '../../client/export/recordWords.ts'
import { writeData } from '../../client/export/writeData.ts'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import { fontFilesFor } from '#shared/layout/fontFiles.ts'
import type { CompiledLexicon } from '#shared/matching/compileVocabulary.ts'
import type { ContactsOfRecord, DocumentRead, WallLook } from '#shared/protocol/api.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import { recordText } from '#shared/record/writeRecord.ts'
import { readSettings, readWall } from '#shared/wall/readWall.ts'
import { askServer } from '../askServer.ts'
import type { ExportOrder } from './readArguments.ts'

/**
 * A file of the wall as it is at this moment on the server.
 * @throws Error in words when the server cannot be reached or does not know the link
 */
export async function exportWall({ origin, wall: id, key, format, language: wanted, isFull, withContacts }: ExportOrder): Promise<Uint8Array> {
  if (isFull) {
    const { role } = await askServer<WallLook>(origin, `/api/walls/${id}/look`, { key })
    if (role !== 'facilitator') throw new Error('--full needs the link of the facilitator.')
  }
  const contacts = withContacts ? (await askServer<ContactsOfRecord>(origin, `/api/walls/${id}/contacts`, { key })).contacts : undefined
  const { state } = await askServer<DocumentRead>(origin, `/api/walls/${id}/document`, { key })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  const language = wanted ?? readSettings(doc).language

  const i18n = createInstance()
  const file = (path: string): Promise<Buffer> => readFile(new URL(`../../${path}`, import.meta.url))
  // Our own files, built from the sources.
  const strings = JSON.parse((await file(`client/i18n/locales/${language}.json`)).toString()) as Record<string, unknown>
  const lexicon = JSON.parse((await file('shared/generated/lexicon.json')).toString()) as CompiledLexicon
  await i18n.init({ lng: language, resources: { [language]: { translation: strings } }, interpolation: { escapeValue: false } })
  await loadCountryNames(language)

  const { t } = i18n
  const options = { t, language, createdAt: Date.now(), link: `${origin}/w/${id}`, reader: createNoteReader(lexicon, readWall(doc), t, language) }
  if (!isDrawn(format)) return writeData(format, doc, { ...options, isFull, contacts })
  const record = buildRecord(readWall(doc), { ...options, ...options.reader, contacts: contacts && contactsById(contacts), qr: qrOf(options.link), words: recordWords(t, language) })
  const fonts = await Promise.all(fontFilesFor(recordText(record)).map(async ({ file: font }) => [font, new Uint8Array(await file(`client/generated/fonts/${font}`))] as const))
  return DRAW[format](record, { harfBuzz, fonts: new Map(fonts) })
}
