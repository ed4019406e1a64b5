import type { Language } from '#shared/wall/schema.ts'

const LATIN = ['en', 'es', 'fr', 'pt'] as const satisfies readonly Language[]

/** The languages that a word can be in by its letters, the likeliest first: among Latin ones, that of who writes it. */
export function languagesOfWord(word: string, reader: Language): readonly Language[] {
  if (/\p{Script=Han}/u.test(word)) return ['zh']
  if (/\p{Script=Arabic}/u.test(word)) return ['ar']
  if (/\p{Script=Cyrillic}/u.test(word)) return ['ru']
  return [...LATIN].sort((a, b) => Number(b === reader) - Number(a === reader))
}
