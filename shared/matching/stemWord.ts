import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese'
import { stemmer as stemRussian } from '@orama/stemmers/russian'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import type { Language } from '#shared/wall/schema.ts'
import { foldWord } from './foldWord.ts'
import { stemArabic } from './stemArabic.ts'

/** Languages that are written in words. */
export type WordLanguage = Exclude<Language, 'zh'>

/** The stem of a word as it was typed, folded: what inflected and half-accented forms of one word have in common. */
export function stemWord(word: string, language: WordLanguage): string {
  const folded = foldWord(word)
  if (/\p{N}/u.test(folded)) return folded
  if (language === 'ar') return stemArabic(folded)
  const plain = word.normalize('NFKC').toLowerCase()
  switch (language) {
    case 'en':
      return stemEnglish(folded)
    case 'fr':
      return foldWord(stemFrench(plain))
    case 'es':
      // Phones and hurry leave accents out; the stemmer knows these endings only with them.
      return foldWord(stemSpanish(plain.replace(/([cs])ion$/, '$1ión')))
    case 'pt':
      // Its plural of -ção it does not know at all.
      return foldWord(stemPortuguese(plain.replace(/[cç](?:[aã]o|[oõ]es)$/, 'ção').replace(/s(?:ao|[oõ]es)$/, 'são')))
    case 'ru':
      return foldWord(stemRussian(plain.replaceAll('ё', 'е')))
  }
}
