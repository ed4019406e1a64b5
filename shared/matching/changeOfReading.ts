import { WORD_LANGUAGES } from './compileVocabulary.ts'
import { mainLanguage } from './fingerprint.ts'
import { hanPairs } from './hanPairs.ts'
import type { Lexicon, WordIndex } from './lexicon.ts'
import { splitWords, type Word } from './splitWords.ts'
import { stemOf } from './stemOf.ts'
import type { WordLanguage } from './stemWord.ts'
import { withoutSetPhrases } from './withoutSetPhrases.ts'

/**
 * Tells which notes may read differently by another vocabulary, so that the others need not be read again: a word that is
 * taught changes what stands near it in the vocabulary, and a wall may have 10,000 notes. Errs only towards reading again.
 * @returns whether a note of this text and language has to be read anew
 */
export function changeOfReading(before: Lexicon, after: Lexicon): (text: string, declared: string) => boolean {
  if (!isSameField(before, after)) return () => true
  const touched = new Map(WORD_LANGUAGES.map((language) => [language, touchedStems(before.words[language], after.words[language])]))
  const han = touchedHan(before, after)
  const remembered = new Map<string, boolean>()

  function isTouched(word: Word, main: WordLanguage): boolean {
    const was = stemOf(word, main, before)
    const is = stemOf(word, main, after)
    if (!was || !is) return was !== is
    if (was.language !== is.language || was.stem !== is.stem || was.isKnown !== is.isKnown || was.isMended !== is.isMended) return true
    return touched.get(is.language)?.has(is.stem) === true
  }
  return (written, declared) => {
    const main = mainLanguage(written, declared)
    const text = withoutSetPhrases(written)
    const isWordTouched = splitWords(text).some((word) => {
      if (word.isHan) return false
      const key = `${main} ${word.text}`
      const known = remembered.get(key)
      if (known !== undefined) return known
      const found = isTouched(word, main)
      remembered.set(key, found)
      return found
    })
    return isWordTouched || han(text)
  }
}

function isSameField(before: Lexicon, after: Lexicon): boolean {
  const field = ({ subjects, abbreviations }: Lexicon): string => JSON.stringify([subjects, [...abbreviations]])
  return field(before) === field(after)
}

/** The stems that say something else now, and all that stand in one term with such a stem: a term is weighed as a whole. */
function touchedStems(before: WordIndex, after: WordIndex): ReadonlySet<string> {
  const touched = new Set<string>()
  if (before === after) return touched
  const changed = new Set([...before.terms.keys(), ...after.terms.keys()].filter((stem) => !isSameStem(stem, before, after)))
  for (const stem of changed) {
    touched.add(stem)
    for (const term of [...(before.terms.get(stem) ?? []), ...(after.terms.get(stem) ?? [])]) for (const each of term.stems) touched.add(each)
  }
  return touched
}

function isSameStem(stem: string, before: WordIndex, after: WordIndex): boolean {
  const [one = [], other = []] = [before.terms.get(stem), after.terms.get(stem)]
  return (
    before.rarity.get(stem) === after.rarity.get(stem) &&
    before.telltales.get(stem) === after.telltales.get(stem) &&
    one.length === other.length &&
    one.every((term, at) => term.subject === other[at]?.subject && term.source === other[at].source && term.stems.join() === other[at].stems.join())
  )
}

/** The same for Chinese, where terms are found whole or by pairs of their characters. */
function touchedHan(before: Lexicon, after: Lexicon): (text: string) => boolean {
  const written = ({ han }: Lexicon): Map<string, string> => new Map(han.map(({ subject, source, text }) => [`${subject} ${source} ${text}`, text]))
  const [one, other] = [written(before), written(after)]
  const changed = [...one, ...other].filter(([key]) => !one.has(key) || !other.has(key)).map(([, text]) => text)
  if (changed.length === 0) return () => false
  const pairs = new Set(changed.flatMap((text) => [...hanPairs(text)]))
  for (const text of new Set([...one.values(), ...other.values()])) {
    const own = [...hanPairs(text)]
    if (own.some((pair) => before.hanRarity.get(pair) !== after.hanRarity.get(pair))) for (const pair of own) pairs.add(pair)
  }
  return (text) => {
    if (!/\p{Script=Han}/u.test(text)) return false
    const lower = text.toLowerCase()
    return changed.some((term) => lower.includes(term)) || [...hanPairs(lower)].some((pair) => pairs.has(pair))
  }
}
