import i18next, { type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import { isLanguage, LANGUAGES, type Language } from '#shared/wall/schema.ts'
import en from './locales/en.json'

const CHOSEN = 'pollinate.language'

/** Languages written from right to left among ours. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** English comes with the page, the others when they are first used; a missing string would show in English. */
const LOCALES: Record<Exclude<Language, 'en'>, () => Promise<{ default: Record<string, unknown> }>> = {
  ar: () => import('./locales/ar.json'),
  es: () => import('./locales/es.json'),
  fr: () => import('./locales/fr.json'),
  pt: () => import('./locales/pt.json'),
  ru: () => import('./locales/ru.json'),
  zh: () => import('./locales/zh.json'),
}

export async function setUpI18n(): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
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
  await loadStrings(language)
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

async function loadStrings(language: Language): Promise<void> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'translation')) return
  const [{ default: strings }] = await Promise.all([LOCALES[language](), loadCountryNames(language)])
  i18next.addResourceBundle(language, 'translation', strings)
}

/**
 * The words of another language than the page's, for what is handed on.
 * @throws when they cannot be had: they are not here, and there is no line
 */
export async function wordsOf(language: Language): Promise<TFunction> {
  await loadStrings(language)
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

export const LANGUAGE_NAMES: Record<Language, string> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  ru: 'Русский',
  zh: '中文',
}

/** The seven in the order they are offered. */
export const OFFERED_LANGUAGES = LANGUAGES
