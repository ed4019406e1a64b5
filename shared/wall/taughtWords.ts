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

/** A word that means more than this says too little of each. */
export const MOST_MEANINGS = 3

/** The id of a topic, of whichever vocabulary the wall uses. */
export const isTopicId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value)

/** What a word may mean: one topic, or a few, each once. */
export const areMeanings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_MEANINGS && new Set(value).size === value.length && value.every(isTopicId)
