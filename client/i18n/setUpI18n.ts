import i18next, { type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import { isLanguage, LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { directionOf } from './directionOf.ts'
import en from './locales/en.json?first'

const CHOSEN = 'pollinate.language'

type Load = () => Promise<{ default: Record<string, unknown> }>

/** What is read first: English comes with the page, the others when they are first used; a missing string would show in English. */
const FIRST: Record<Exclude<Language, 'en'>, Load> = {
  ar: () => import('./locales/ar.json?first'),
  es: () => import('./locales/es.json?first'),
  fr: () => import('./locales/fr.json?first'),
  pt: () => import('./locales/pt.json?first'),
  ru: () => import('./locales/ru.json?first'),
  zh: () => import('./locales/zh.json?first'),
}

/** The words of everything that is opened later. */
const MORE: Record<Language, Load> = {
  ar: () => import('./locales/ar.json?more'),
  en: () => import('./locales/en.json?more'),
  es: () => import('./locales/es.json?more'),
  fr: () => import('./locales/fr.json?more'),
  pt: () => import('./locales/pt.json?more'),
  ru: () => import('./locales/ru.json?more'),
  zh: () => import('./locales/zh.json?more'),
}

export async function setUpI18n(): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
    fallbackNS: 'more',
    interpolation: { escapeValue: false }, // React escapes
  })
  const wanted = chosenLanguage() ?? languageOfDevice() ?? 'en'
  // Without a line the strings of another language may not be had: English is here already.
  await changeLanguage(wanted).catch(() => changeLanguage('en'))
  return i18next
}

/**
 * The wall's own language, for whoever has none of ours: neither chosen here, nor set on the device.
 * @param isScreen the room's screen speaks the language of the wall, whatever the device is set to
 */
export async function suggestLanguage(language: Language, isScreen: boolean): Promise<void> {
  if (chosenLanguage() || (languageOfDevice() && !isScreen)) return
  await changeLanguage(language).catch(() => undefined) // could not be fetched: the page stays readable as it is
}

/** Shows the interface in this language from now on, also at the next visit when `remember` is set. */
export async function changeLanguage(language: Language, remember = false): Promise<void> {
  await loadFirst(language)
  // What is open is written with them.
  if (hasMore(i18next.language as Language)) await loadMore(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  if (!remember) return
  try {
    localStorage.setItem(CHOSEN, language)
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
}

async function loadFirst(language: Language): Promise<void> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'translation')) return
  const [{ default: strings }] = await Promise.all([FIRST[language](), loadCountryNames(language)])
  i18next.addResourceBundle(language, 'translation', strings)
}

const hasMore = (language: Language): boolean => i18next.hasResourceBundle(language, 'more')

async function loadMore(language: Language): Promise<void> {
  if (!hasMore(language)) i18next.addResourceBundle(language, 'more', (await MORE[language]()).default)
}

/**
 * Brings the words that are not sent before the notes, in the language of the page: whatever is opened later waits for them.
 * @throws when they cannot be had: they are not here, and there is no line
 */
export async function loadMoreWords(): Promise<void> {
  while (!hasMore(i18next.language as Language)) await loadMore(i18next.language as Language)
}

/**
 * The words of another language than the page's, for what is handed on.
 * @throws when they cannot be had: they are not here, and there is no line
 */
export async function wordsOf(language: Language): Promise<TFunction> {
  await Promise.all([loadFirst(language), loadMore(language)])
  return i18next.getFixedT(language)
}

/** What this person chose before; it goes before the wall's own language. */
function chosenLanguage(): Language | undefined {
  try {
    const chosen = localStorage.getItem(CHOSEN)
    return isLanguage(chosen) ? chosen : undefined
  } catch {
    return undefined
  }
}

/** The first of the device's languages that is one of ours. */
function languageOfDevice(): Language | undefined {
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage)
}

/** The seven in the order they are offered. */
export const OFFERED_LANGUAGES = LANGUAGES
