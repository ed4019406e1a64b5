export type TextDirection = 'ltr' | 'rtl'

/** The direction of a paragraph by its first strong character, as `dir="auto"` has it; `fallback` when it has none. */
export function textDirection(paragraph: string, fallback: TextDirection = 'ltr'): TextDirection {
  const strong = STRONG.exec(paragraph)?.[0]
  if (strong === undefined) return fallback
  return RIGHT_TO_LEFT.test(strong) ? 'rtl' : 'ltr'
}

const STRONG = /[\p{L}\u200e\u200f\u061c]/u
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
