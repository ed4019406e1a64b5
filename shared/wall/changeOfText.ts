import { spliceBetween } from './textSplice.ts'

/** What became of a text: what stayed before and after the one stretch that differs, and what it was and is. */
export interface ChangeOfText {
  readonly start: string
  readonly before: string
  readonly now: string
  readonly end: string
}

/** Where words are not parted by spaces the stretch is not made longer than this on either side. */
const LONGEST_WORD = 24

/** The stretch in which two texts differ, made longer to whole words: "visit" became "visits", not "" became "s". */
export function changeOfText(before: string, now: string): ChangeOfText {
  const { offset, remove, insert } = spliceBetween(before, now) ?? { offset: before.length, remove: 0, insert: '' }
  const start = before.slice(0, offset)
  const end = before.slice(offset + remove)
  const lead = partOfWord(/[^\s]*$/u.exec(start)?.[0] ?? '')
  const trail = partOfWord(/^[^\s]*/u.exec(end)?.[0] ?? '')
  return {
    start: start.slice(0, start.length - lead.length),
    before: lead + before.slice(offset, offset + remove) + trail,
    now: lead + insert + trail,
    end: end.slice(trail.length),
  }
}

const partOfWord = (letters: string): string => (letters.length <= LONGEST_WORD && !/\p{Script=Han}/u.test(letters) ? letters : '')
