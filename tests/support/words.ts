import i18next, { type TFunction } from 'i18next'
import { readFile } from 'node:fs/promises'
import type { Language } from '#shared/wall/schema.ts'

const LOCALES = new URL('../../client/i18n/locales/', import.meta.url)

/** The words of the interface, as a person who chose this language reads them. */
export async function wordsIn(language: Language): Promise<TFunction> {
  const translation = JSON.parse(await readFile(new URL(`${language}.json`, LOCALES), 'utf8')) as Record<string, unknown>
  const instance = i18next.createInstance()
  return instance.init({ lng: language, resources: { [language]: { translation } }, interpolation: { escapeValue: false } })
}
