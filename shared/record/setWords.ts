import { cleanText } from '../layout/cleanText.ts'
import type { TextDirection } from '../layout/textDirection.ts'
import type { FontWeight, SetLine, Typesetter } from '../pdf/Typesetter.ts'

/** One line of words, whatever was typed into it. @param dir in which the line as a whole runs */
export function setWords(typesetter: Typesetter, text: string, weight: FontWeight, dir: TextDirection): SetLine {
  return typesetter.setLine(cleanText(text).replace(/\n/g, ' '), { dir, weight, lang: 'und' })
}

/** Keeps what somebody wrote from turning the line around it: to be put around names, titles and addresses. */
export const isolate = (text: string): string => `\u2068${text}\u2069`
