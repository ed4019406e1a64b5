/** A word of a note, with its place in the text as UTF-16 offsets. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Chinese runs on without spaces: such a "word" is a whole run of characters. */
  readonly isHan: boolean
}

export function splitWords(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length, isHan: /^\p{Script=Han}/u.test(match[0]) })
  }
  return words
}
