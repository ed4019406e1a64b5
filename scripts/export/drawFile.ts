import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as harfBuzz from 'harfbuzzjs'
import { createInstance, type TFunction } from 'i18next'
import type * as Y from 'yjs'
import { contactsById } from '../../client/export/contactsById.ts'
import { DRAW } from '../../client/export/draw.ts'
import type { DrawnFormat } from '../../client/export/formats.ts'
import { createNoteReader } from '../../client/export/noteReader.ts'
import { qrOf } from '../../client/export/qrOf.ts'
import type { NoteReader } from '../../client/export/reading.ts'
import { recordWords } from '../../client/export/recordWords.ts'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import { fontFilesFor } from '#shared/layout/fontFiles.ts'
import type { CompiledLexicon } from '#shared/matching/compileVocabulary.ts'
import type { RecordContact } from '#shared/protocol/api.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import type { RecordChoice } from '#shared/record/recordChoice.ts'
import { recordText } from '#shared/record/writeRecord.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Language } from '#shared/wall/schema.ts'

/** What a file is written with in one language, without a browser. */
export interface Voice {
  readonly t: TFunction
  readonly reader: NoteReader
}

/** @param root folder of the program, in which its words, vocabulary and fonts lie */
export async function loadVoice(root: string, doc: Y.Doc, language: Language): Promise<Voice> {
  const i18n = createInstance()
  // Our own files, built from the sources.
  const strings = JSON.parse((await readFile(join(root, `client/i18n/locales/${language}.json`))).toString()) as Record<string, unknown>
  const lexicon = JSON.parse((await readFile(join(root, 'shared/generated/lexicon.json'))).toString()) as CompiledLexicon
  await i18n.init({ lng: language, resources: { [language]: { translation: strings } }, interpolation: { escapeValue: false } })
  await loadCountryNames(language)
  return { t: i18n.t, reader: createNoteReader(lexicon, readWall(doc), i18n.t, language) }
}

export interface DrawOptions {
  readonly root: string
  readonly voice: Voice
  readonly language: Language
  readonly choice: RecordChoice
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Without a key: files are handed on. */
  readonly link: string
  readonly contacts: readonly RecordContact[] | undefined
}

/** What is drawn of a wall, as the page draws it. */
export async function drawFile(format: DrawnFormat, doc: Y.Doc, { root, voice: { t, reader }, language, choice, createdAt, link, contacts }: DrawOptions): Promise<Uint8Array<ArrayBuffer>> {
  const record = buildRecord(readWall(doc), { ...reader, createdAt, link, choice, contacts: contacts && contactsById(contacts), qr: qrOf(link), words: recordWords(t, language) })
  const files = fontFilesFor(recordText(record)).map(({ file }) => file)
  const fonts = await Promise.all(files.map(async (file) => [file, new Uint8Array(await readFile(join(root, 'client/generated/fonts', file)))] as const))
  return DRAW[format](record, { harfBuzz, fonts: new Map(fonts) })
}
