import { WORD_LANGUAGES } from './compileVocabulary.ts'
import { foldWord } from './foldWord.ts'
import { isFunctionWord } from './functionWords.ts'
import type { Lexicon } from './lexicon.ts'
import type { StemAt } from './spotTerms.ts'
import type { Word } from './splitWords.ts'
import { stemWord, type WordLanguage } from './stemWord.ts'

/**
 * A word's stem in the language whose vocabulary knows it: the note's own, or else another one's in the same script,
 * because people mix languages and forget to set the note's. It goes by the word alone.
 * @param main the note's language
 * @returns `undefined` for what only joins other words, and for Chinese
 */
export function stemOf(word: Word, main: WordLanguage, lexicon: Lexicon): Omit<StemAt, 'at'> | undefined {
  if (word.isHan) return undefined
  const folded = foldWord(word.text)
  const own = ownLanguage(folded, main)
  if (folded.length < 2 || isFunctionWord(folded, own)) return undefined
  const stem = stemWord(word.text, own)
  if (lexicon.words[own].terms.has(stem)) return { word, folded, language: own, stem, isKnown: true, isMended: false }
  const foreign = WORD_LANGUAGES.find(
    (other) => other !== own && ownLanguage(folded, other) === other && folded.length >= 5 && lexicon.words[other].terms.has(stemWord(word.text, other)),
  )
  const mended = lexicon.words[own].nearest({ folded, stem })
  if (mended?.isExact || (mended && !foreign)) return { word, folded, language: own, stem: mended.stem, isKnown: true, isMended: !mended.isExact }
  if (foreign) return { word, folded, language: foreign, stem: stemWord(word.text, foreign), isKnown: true, isMended: false }
  // Most likely a name: stemmed alike in all languages of the script, or Suva would not be Suva in French.
  const plain = own === 'ru' || own === 'ar' ? stem : folded.replace(/s$/, '')
  return { word, folded, language: own, stem: plain, isKnown: false, isMended: false }
}

/** The language a single word can be in, by its script: `main` unless the letters are of another one. */
function ownLanguage(folded: string, main: WordLanguage): WordLanguage {
  if (/\p{Script=Arabic}/u.test(folded)) return 'ar'
  if (/\p{Script=Cyrillic}/u.test(folded)) return 'ru'
  return main === 'ar' || main === 'ru' ? 'en' : main
}
