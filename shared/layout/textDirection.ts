export type TextDirection = 'ltr' | 'rtl'

/**
 * The direction of a paragraph by its first strong character, as `dir="auto"` has it; `fallback` when it has none. What is
 * isolated within it does not count (Unicode Standard Annex #9, P2).
 */
export function textDirection(paragraph: string, fallback: TextDirection = 'ltr'): TextDirection {
  const strong = STRONG.exec(BEGINS_ISOLATE.test(paragraph) ? withoutIsolates(paragraph) : paragraph)?.[0]
  if (strong === undefined) return fallback
  return RIGHT_TO_LEFT.test(strong) ? 'rtl' : 'ltr'
}

const STRONG = /[\p{L}\u200e\u200f\u061c]/u
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const BEGINS_ISOLATE = /[\u2066-\u2068]/

/** One that does not end goes on to the end of the paragraph. */
function withoutIsolates(paragraph: string): string {
  let depth = 0
  let outside = ''
  for (const character of paragraph) {
    if (BEGINS_ISOLATE.test(character)) depth++
    else if (character === '\u2069') depth = Math.max(0, depth - 1)
    else if (depth === 0) outside += character
  }
  return outside
}
