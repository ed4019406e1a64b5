import { createInstance } from 'i18next'
import { readFile } from 'node:fs/promises'
import type { Doc } from 'yjs'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import type { CompiledLexicon } from '#shared/matching/compileVocabulary.ts'
import type { RecordContact } from '#shared/protocol/api.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Language } from '#shared/wall/schema.ts'
import type { DataFormat } from '../../client/export/formats.ts'
import { createNoteReader } from '../../client/export/noteReader.ts'
import { writeData } from '../../client/export/writeData.ts'
import ar from '../../client/i18n/locales/ar.json'
import en from '../../client/i18n/locales/en.json'

interface Wishes {
  readonly language?: Language
  readonly isFull?: boolean
  readonly contacts?: readonly RecordContact[] | undefined
}

/** Writes files as the page does, in English and Arabic. */
export async function fileWriter(): Promise<(format: DataFormat, doc: Doc, wishes?: Wishes) => Promise<Uint8Array>> {
  const i18n = createInstance()
  await i18n.init({ lng: 'en', resources: { en: { translation: en }, ar: { translation: ar } }, interpolation: { escapeValue: false } })
  await loadCountryNames('ar')
  const lexicon = JSON.parse(await readFile(new URL('../../shared/generated/lexicon.json', import.meta.url), 'utf8')) as CompiledLexicon // built from our sources
  return (format, doc, { language = 'en', isFull = false, contacts } = {}) => {
    const t = i18n.getFixedT(language)
    return writeData(format, doc, { t, language, createdAt: Date.UTC(2026, 10, 23), link: 'https://pollinate.example.org/w/1', reader: createNoteReader(lexicon, readWall(doc), t, language), isFull, contacts })
  }
}
