import { foldWord } from './foldWord.ts'
import { splitWords } from './splitWords.ts'
import type { Fingerprint } from './fingerprint.ts'

/** How many notes of the other kind there are, and how many of them are of other countries. */
export interface Opposite {
  readonly all: number
  readonly elsewhere: number
}

/**
 * What would help a note that has no likely match yet: `words` of any kind; words in one of the `languages` that are
 * understood; notes of the other kind at all (`first`), or of other `countries`; a few `more` words; a `topic` that is
 * known; or else to `wait`.
 */
export type Help = 'words' | 'languages' | 'first' | 'countries' | 'more' | 'topic' | 'wait'
export interface Outlook extends Opposite {
  readonly help: Help
}

/** A note of so few telling words fits everything a little and nothing well. */
const SHORT = 2

/** What stands in the way of a match most, as far as a note and the number of notes it could meet can tell. */
export function outlookOf(text: string, print: Fingerprint, opposite: Opposite): Outlook {
  return { ...opposite, help: helpFor(text, print, opposite) }
}

function helpFor(text: string, { topics, stems }: Fingerprint, { all, elsewhere }: Opposite): Help {
  if (splitWords(text).length === 0) return 'words'
  if (topics.length === 0 && isForeignScript(text)) return 'languages'
  if (all === 0) return 'first'
  if (elsewhere === 0) return 'countries'
  const telling = stems.reduce((sum, { spans }) => sum + new Set(spans.map((span) => foldWord(text.slice(...span)))).size, 0)
  if (telling <= SHORT) return 'more'
  return topics.length === 0 ? 'topic' : 'wait'
}

/** Whether most letters are of a script in which no language of the vocabulary is written. */
function isForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const known = text.match(/[\p{Script=Latin}\p{Script=Han}\p{Script=Arabic}\p{Script=Cyrillic}]/gu)?.length ?? 0
  return letters > 2 * known
}
