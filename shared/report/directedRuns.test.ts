import { expect, test } from 'vitest'
import { directedRuns } from './directedRuns.ts'

const [LRM, RLM] = ['\u200e', '\u200f']

test.each([
  ['a line without isolates is one run', 'soil تربة', [['soil تربة', 'ltr']]],
  ['a name of the same direction needs no marks', 'by \u2068Amina\u2069, today', [['by ', 'ltr'], ['Amina', 'ltr'], [', today', 'ltr']]],
  ['one of the other direction is held apart on both sides', 'by \u2068ليلى\u2069, 2026', [[`by ${LRM}`, 'ltr'], [`${RLM}ليلى${RLM}`, 'rtl'], [`${LRM}, 2026`, 'ltr']]],
  ['one within another one', '\u2068\u2068ليلى\u2069 (Jordan)\u2069', [[LRM, 'ltr'], [`${RLM}ليلى${RLM}`, 'rtl'], [`${LRM} (Jordan)`, 'ltr']]],
  ['one that says its direction', '\u2067+1+1\u2069', [[LRM, 'ltr'], [`${RLM}+1+1${RLM}`, 'rtl'], [LRM, 'ltr']]],
  ['one that does not end, and an end of none', '\u2069a \u2068ليلى', [[`a ${LRM}`, 'ltr'], [`${RLM}ليلى`, 'rtl']]],
] as const)('R97 %s', (_, line, runs) => {
  expect(directedRuns(line, 'ltr').map(({ text, dir }) => [text, dir])).toEqual(runs)
})
