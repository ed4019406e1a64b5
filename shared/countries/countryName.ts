import type { Language } from '#shared/wall/schema.ts'
import en from './names/en.json'

type Names = Readonly<Record<string, string>>

const LOADERS: Record<Exclude<Language, 'en'>, () => Promise<{ default: Names }>> = {
  ar: () => import('./names/ar.json'),
  es: () => import('./names/es.json'),
  fr: () => import('./names/fr.json'),
  pt: () => import('./names/pt.json'),
  ru: () => import('./names/ru.json'),
  zh: () => import('./names/zh.json'),
}

/** Read once and never changed after: drawing a note cannot wait for a file. */
const loaded = new Map<Language, Names>([['en', en]])

/** Fetches the names in a language (6 to 8 kB), so that `countryName` has them. English is always there. */
export async function loadCountryNames(language: Language): Promise<void> {
  if (language === 'en' || loaded.has(language)) return
  loaded.set(language, (await LOADERS[language]()).default)
}

/**
 * A country's name as the United Nations write it, without the additions in brackets (Bolivia, Iran, Venezuela).
 * The names are our own files, so that screens, record and spreadsheet agree: `Intl.DisplayNames` differs from browser to
 * browser and from Node. They began as those of i18n-iso-countries (MIT, Michael Wittig).
 * @param code ISO 3166-1 alpha-2 in lower case, or `eu`
 * @returns in English while the language is not loaded; an unknown code itself, in upper case
 */
export function countryName(code: string, language: Language): string {
  return (loaded.get(language) ?? en)[code as keyof typeof en] ?? code.toUpperCase()
}
