import { isLanguage, LIMITS, type Language } from './schema.ts'

/** More taught words than a workshop needs are not read: each is looked for in each note. */
export const MOST_TAUGHT = 500

const SEPARATOR = '/'

/** The form in which a word is kept: a word taught twice, once with a capital, is one word. */
export const plainWord = (typed: string): string => typed.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()

export const wordKey = (language: Language, word: string): string => `${language}${SEPARATOR}${word}`

/** @returns `undefined` for what is no key of a taught word */
export function parseWordKey(key: string): { language: Language; word: string } | undefined {
  const language = key.slice(0, key.indexOf(SEPARATOR))
  const word = key.slice(language.length + SEPARATOR.length)
  if (!isLanguage(language) || word === '' || word.length > LIMITS.taughtWord || word !== plainWord(word)) return undefined
  return { language, word }
}

/** A topic of whichever vocabulary the wall uses. */
export const isTopicId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value)
