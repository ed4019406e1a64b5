import { isCommonWord } from './commonWords.ts'
import { isWithinEdits } from './isWithinEdits.ts'
import { stemWord, type WordLanguage } from './stemWord.ts'

/** A word as it stands in a note: folded, and its stem. */
export interface WrittenWord {
  readonly folded: string
  readonly stem: string
}

export interface NearStem {
  readonly stem: string
  /** Not a guess at a misspelling. */
  readonly isExact: boolean
}

/** Shorter words have too many neighbours. */
const SHORTEST = 5
/** From this length on two slips are forgiven. */
const LONG = 8

/**
 * Finds the stem of the vocabulary that a word was probably meant to be: itself, without a clinging Arabic particle, or
 * one that one slip (two in a long word) or another ending leads to. The first letter is taken to be right; common words
 * of the language are never "mended", though one slip may part them from a term. Remembers what it has looked for.
 * @param known stems of the vocabulary
 * @param spellings how they are written -> the stem; the stems themselves among them
 */
export function createMender(
  language: WordLanguage,
  known: ReadonlyMap<string, unknown>,
  spellings: ReadonlyMap<string, string>,
): (word: WrittenWord) => NearStem | undefined {
  const byShape = new Map<string, string[]>()
  for (const spelling of [...spellings.keys()].sort()) {
    if (spelling.length < SHORTEST - 1) continue
    const shape = shapeOf(spelling, spelling.length)
    const list = byShape.get(shape)
    if (list) list.push(spelling)
    else byShape.set(shape, [spelling])
  }
  const remembered = new Map<string, string | undefined>()

  function mend({ folded, stem }: WrittenWord): string | undefined {
    let best: string | undefined
    let bestRank = Infinity
    for (let length = stem.length - 2; length <= folded.length + 3; length++) {
      for (const spelling of byShape.get(shapeOf(folded, length)) ?? []) {
        const rank = distance(folded, stem, spelling)
        if (rank >= bestRank) continue // of equals the first in order holds
        best = spelling
        bestRank = rank
      }
    }
    return best === undefined ? undefined : spellings.get(best)
  }

  return (word) => {
    if (known.has(word.stem)) return { stem: word.stem, isExact: true }
    if (language === 'ar' && word.folded.length > 4 && /^[بلكف]/.test(word.folded)) {
      const bare = stemWord(word.folded.slice(1), 'ar')
      if (known.has(bare)) return { stem: bare, isExact: true }
    }
    if (word.folded.length < SHORTEST || /\p{N}/u.test(word.folded) || isCommonWord(word.folded, language)) return undefined
    if (!remembered.has(word.folded)) remembered.set(word.folded, mend(word))
    const stem = remembered.get(word.folded)
    return stem === undefined ? undefined : { stem, isExact: false }
  }
}

const shapeOf = (word: string, length: number): string => `${word.charAt(0)}${length}`

/** 1 one slip, 1.5 another ending, 2 two slips, Infinity too far. */
function distance(folded: string, stem: string, spelling: string): number {
  if (isWithinEdits(folded, spelling, 1) || isWithinEdits(stem, spelling, 1)) return 1
  if (spelling.length >= SHORTEST && Math.abs(stem.length - spelling.length) <= 3 && (stem.startsWith(spelling) || spelling.startsWith(stem))) return 1.5
  return folded.length >= LONG && isWithinEdits(folded, spelling, 2) ? 2 : Infinity
}
