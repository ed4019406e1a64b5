import { isLanguage, type Language } from '#shared/wall/schema.ts'
import { isCommonWord } from './commonWords.ts'
import { foldWord } from './foldWord.ts'
import { isFunctionWord } from './functionWords.ts'
import { splitWords } from './splitWords.ts'
import type { WordLanguage } from './stemWord.ts'

const LATIN = ['en', 'fr', 'es', 'pt'] as const satisfies readonly WordLanguage[]

/** Letters and endings that the other three do not have. */
const SIGNS: Readonly<Record<(typeof LATIN)[number], RegExp>> = {
  en: /\b(?:\p{L}+ing|\p{L}+tion)s?\b/giu,
  fr: /[çœêèùûî]|\b[ldnjs]['’]|eaux?\b|\bqu['’]/giu,
  es: /[ñ¿¡]|ci[oó]n\b|dad(?:es)?\b/giu,
  pt: /[ãõ]|ções\b|dades?\b|agem\b/giu,
}

/**
 * The language a note is really in, as far as its vocabulary goes. The script decides where it can; among the languages
 * in Latin letters the declared one holds unless another one's words clearly outnumber its own.
 * @param declared a BCP 47 tag; people forget to change it, so it is a hint
 */
export function guessLanguage(text: string, declared: string): Language {
  const letters = { zh: 0, ar: 0, ru: 0, latin: 0 }
  for (const [letter] of text.matchAll(/\p{L}/gu)) {
    if (/\p{Script=Han}/u.test(letter)) letters.zh += 2 // one character is about a word's half
    else if (/\p{Script=Arabic}/u.test(letter)) letters.ar += 1
    else if (/\p{Script=Cyrillic}/u.test(letter)) letters.ru += 1
    else if (/\p{Script=Latin}/u.test(letter)) letters.latin += 1
  }
  const tag = declared.toLowerCase().split('-')[0]
  const most = Math.max(letters.zh, letters.ar, letters.ru, letters.latin)
  if (most === 0) return isLanguage(tag) ? tag : 'en'
  if (letters.zh === most) return 'zh'
  if (letters.ar === most) return 'ar'
  if (letters.ru === most) return 'ru'
  return guessLatin(text, isLanguage(tag) ? tag : undefined)
}

function guessLatin(text: string, declared: Language | undefined): Language {
  const words = splitWords(text).map((word) => foldWord(word.text))
  const scores = LATIN.map((language) => {
    const known = words.filter((word) => word.length > 1 && isFunctionWord(word, language)).length
    const common = words.filter((word) => isCommonWord(word, language)).length
    const signs = text.match(SIGNS[language])?.length ?? 0
    return { language, score: 2 * known + common + Math.min(signs, 4) + (language === declared ? 3 : 0) }
  })
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).language
}
