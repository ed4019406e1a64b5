import { cleanText } from '../layout/cleanText.ts'
import { textDirection, type TextDirection } from '../layout/textDirection.ts'
import type { FontWeight, SetLine, Typesetter } from '../pdf/Typesetter.ts'

/** One line of words, whatever was typed into it; it runs as its first strong character does, else as the page. */
export function setWords(typesetter: Typesetter, text: string, weight: FontWeight, pageDir: TextDirection): SetLine {
  const clean = cleanText(text).replace(/\n/g, ' ')
  return typesetter.setLine(clean, { dir: textDirection(clean, pageDir), weight, lang: 'und' })
}
