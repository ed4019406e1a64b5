import { expect, test } from 'vitest'
import { isWithinEdits } from './isWithinEdits.ts'

test.each([
  ['wetland', 'wetland', 0, true],
  ['wetland', 'wtland', 1, true],
  ['wetland', 'wettland', 1, true],
  ['wetland', 'wetlend', 1, true],
  ['wetland', 'wetalnd', 1, true],
  ['wetland', 'wtelnad', 1, false],
  ['wetland', 'wtelnad', 2, true],
  ['wetland', 'grassland', 2, false],
  ['', 'ab', 2, true],
])('%s -> %s within %i: %s', (one, other, most, expected) => {
  expect(isWithinEdits(one, other, most)).toBe(expected)
  expect(isWithinEdits(other, one, most)).toBe(expected)
})
