import type { NoteId } from '#shared/wall/ids.ts'
import type { Language, Note } from '#shared/wall/schema.ts'
import { isCommonWord } from './commonWords.ts'
import { THING_SIGN, type Fingerprint } from './fingerprint.ts'
import { foldWord } from './foldWord.ts'
import { HAN_FUNCTION_PAIRS, isFunctionWord } from './functionWords.ts'
import { splitWords, type Word } from './splitWords.ts'
import { stemWord } from './stemWord.ts'
import { withoutSetPhrases } from './withoutSetPhrases.ts'

/** A word of the wall's notes that no topic, no thing, no kind of help and no list of common words explains. */
export interface UnexplainedWord {
  /** As it is written most often. */
  readonly word: string
  readonly language: Language
  /** The notes in which it stands, in the order of their ids. */
  readonly notes: readonly NoteId[]
}

interface ReadNote {
  readonly note: Pick<Note, 'id' | 'text'>
  readonly print: Fingerprint
}

/** Longer runs of Chinese characters are sentences, not words. */
const LONGEST_RUN = 8

/**
 * What the vocabulary does not know of these notes: for somebody who can say what it means.
 * @returns words of the most notes first, forms of one word together
 */
export function countUnexplained(notes: Iterable<ReadNote>, limit: number): readonly UnexplainedWord[] {
  const found = new Map<string, { language: Language; forms: Map<string, number>; notes: Set<NoteId> }>()
  for (const { note, print } of notes) {
    for (const { word, language, stem } of unexplainedIn(note.text, print)) {
      const key = `${language} ${stem}`
      const entry = found.get(key) ?? { language, forms: new Map<string, number>(), notes: new Set<NoteId>() }
      found.set(key, entry)
      entry.forms.set(word, (entry.forms.get(word) ?? 0) + 1)
      entry.notes.add(note.id)
    }
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.notes.size - one.notes.size || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([, { language, forms, notes: inNotes }]) => ({ word: mostFrequent(forms), language, notes: [...inNotes].sort() }))
}

interface Occurrence {
  readonly word: string
  readonly language: Language
  readonly stem: string
}

function unexplainedIn(written: string, print: Fingerprint): readonly Occurrence[] {
  const text = withoutSetPhrases(written)
  const explained = new Uint8Array(text.length)
  const things = print.stems.filter(({ stem }) => stem.startsWith(THING_SIGN))
  for (const { spans } of [...print.topics, ...print.helpKinds, ...print.facets, ...things]) {
    for (const [start, end] of spans) explained.fill(1, start, end)
  }
  return splitWords(text).flatMap((word): readonly Occurrence[] => {
    if (word.isHan) return hanRuns(word, explained).map((run) => ({ word: run, language: 'zh', stem: run }))
    const language = languageOf(word.text, print.language)
    const folded = foldWord(word.text)
    if (explained[word.start] === 1 || folded.length < 3 || /\p{N}/u.test(folded)) return []
    if (isFunctionWord(folded, language) || isCommonWord(folded, language)) return []
    return [{ word: word.text.toLowerCase(), language, stem: stemWord(word.text, language) }]
  })
}

/** A word in other letters than its note is in one of their languages; of those in Latin letters English is the likeliest. */
function languageOf(word: string, note: Language): Exclude<Language, 'zh'> {
  if (/\p{Script=Arabic}/u.test(word)) return 'ar'
  if (/\p{Script=Cyrillic}/u.test(word)) return 'ru'
  return note === 'ar' || note === 'ru' || note === 'zh' ? 'en' : note
}

/** What stands between explained characters and those that join: without spaces, the nearest thing to a word. */
function hanRuns({ text, start }: Word, explained: Uint8Array): readonly string[] {
  const runs: string[] = []
  let run = ''
  const end = (): void => {
    if (run.length >= 2 && run.length <= LONGEST_RUN) runs.push(run)
    run = ''
  }
  for (let at = 0; at < text.length; at++) {
    if (HAN_FUNCTION_PAIRS.has(text.slice(at, at + 2))) {
      end()
      at++
    } else if (explained[start + at] === 1) end()
    else run += text.charAt(at)
  }
  end()
  return runs
}

const mostFrequent = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best))[0]
