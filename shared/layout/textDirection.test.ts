import { expect, test } from 'vitest'
import { textDirection } from './textDirection.ts'

test.each([
  ['soil', 'ltr'], ['تربة soil', 'rtl'], ['12 – soil تربة', 'ltr'], ['12 – 13', 'rtl'],
  // A name of another script turns no sentence around.
  ['\u2068Amina\u2069 قبلت', 'rtl'], ['\u2068ليلى \u2068(ملاوي)\u2069\u2069, accepted', 'ltr'], ['\u2068Amina\u2069: \u2068Bo\u2069', 'rtl'],
  ['\u2067never ended soil', 'rtl'], ['\u2069\u2069soil', 'ltr'],
] as const)('L3 a paragraph runs as its first strong character outside of isolates does: %j', (text, direction) => {
  expect(textDirection(text, 'rtl')).toBe(direction)
})
