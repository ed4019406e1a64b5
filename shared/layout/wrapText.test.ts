import { expect, test } from 'vitest'
import { measureText, wrapText } from './wrapText.ts'

/** Every letter is one em wide. */
const linesOf = (text: string, width: number): readonly string[] => wrapText(measureText(text, 'en', ({ length }) => length), width).map(({ text }) => text)

test('an address too long for a line is broken between its letters, and never behind a hyphen', () => {
  expect(linesOf('x://abcd-fgh', 5)).toEqual(['x://', 'abcd', '-fgh'])
  expect(linesOf('x://abc--fgh', 5)).toEqual(['x://', 'abc', '--fgh'])
})

test('what is nothing but hyphens is broken all the same, and nothing is lost', () => {
  expect(linesOf('x://--------', 5).join('')).toBe('x://--------')
})
