import { foldWord } from './foldWord.ts'
import { isWithinEdits } from './isWithinEdits.ts'
import { splitWords } from './splitWords.ts'

/** A text that is rewritten keeps fewer of its words than this, in hundredths of the longer one's. */
const KEPT = 50
/** Corrected slips of a text of one or two words. */
const SLIPS = 2

/**
 * Whether a note now speaks of something else than it did: half of its words, or more, are others. A slip that was
 * corrected, another order or a word more is the same matter.
 */
export function isAnotherMatter(before: string, now: string): boolean {
  if (before === now) return false
  const [was, is] = [wordsOf(before), wordsOf(now)]
  if (was.size === 0 && is.size === 0) return true // signs and pictures: as they stand
  if (isWithinEdits([...was].join(' '), [...is].join(' '), SLIPS)) return false
  const kept = [...was].filter((word) => is.has(word)).length
  return 100 * kept <= KEPT * Math.max(was.size, is.size)
}

/** Chinese by single characters: nothing says where a word ends. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(splitWords(text).flatMap(({ text: word, isHan }) => (isHan ? [...word] : [foldWord(word)])))
