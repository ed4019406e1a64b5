/**
 * The text with a slip in every second word of five or more letters: two letters swapped, one left out, doubled, or wrong,
 * never the first. Chinese stays as it is. The same text and seed give the same slips.
 */
export function misspell(text: string, seed: number): string {
  let state = seed >>> 0
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  let longWords = 0
  return text.replace(/(?:(?!\p{Script=Han})\p{L}){5,}/gu, (word) => {
    if (longWords++ % 2 === 1) return word
    const at = 1 + next(word.length - 2)
    const letter = word.charAt(at)
    switch (next(4)) {
      case 0:
        return word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2)
      case 1:
        return word.slice(0, at) + word.slice(at + 1)
      case 2:
        return word.slice(0, at) + letter + word.slice(at)
      default:
        return word.slice(0, at) + word.charAt(at - 1) + word.slice(at + 1)
    }
  })
}
