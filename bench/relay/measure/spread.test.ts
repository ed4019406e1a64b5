import { expect, test } from 'vitest'
import { inWords, spreadOf } from './spread.ts'

test('a spread is the median with the least and the most', () => {
  expect(spreadOf([9, 1, 4])).toEqual({ median: 4, least: 1, most: 9 })
  expect(spreadOf([1, 2, 3, 10]).median).toBe(2.5)
  expect(inWords(spreadOf([9, 1, 4]), 0)).toBe('4 (1 to 9)')
  expect(inWords(spreadOf([7]))).toBe('7.0')
  expect(inWords(spreadOf([NaN]))).toBe('–')
})
