import type { Language } from '#shared/wall/schema.ts'
import { foldWord } from './foldWord.ts'
import { HAN_FUNCTION_PAIRS, isFunctionWord } from './functionWords.ts'
import { splitWords } from './splitWords.ts'

/** Whether a word or phrase is never looked for in a note: it has no word but such as join others ("of the", "我们需要"), or none at all. */
export function saysNothing(phrase: string, language: Language): boolean {
  return splitWords(phrase).every(({ text, isHan }) => {
    if (isHan) return isJoiningHan(text)
    const folded = foldWord(text)
    return folded.length < 2 || isFunctionWord(folded, language === 'zh' ? 'en' : language)
  })
}

function isJoiningHan(text: string): boolean {
  if (text.length % 2 === 1) return false
  for (let at = 0; at < text.length; at += 2) if (!HAN_FUNCTION_PAIRS.has(text.slice(at, at + 2))) return false
  return true
}
