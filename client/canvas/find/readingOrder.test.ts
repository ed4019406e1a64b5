import { expect, test } from 'vitest'
import { readingOrder } from './readingOrder.ts'

const box = (name: string, x: number, y: number) => ({ name, x, y, width: 200, height: 120 })
const names = (boxes: readonly { readonly name: string }[]): string => boxes.map(({ name }) => name).join('')

test('W46 hits follow each other as a page is read, though notes hang askew', () => {
  const boxes = [box('d', 0, 200), box('c', 600, -20), box('a', 0, 0), box('b', 300, 30), box('e', 500, 230)]
  expect(names(readingOrder(boxes, false))).toBe('abcde')
  expect(names(readingOrder(boxes, true))).toBe('cbaed')
  expect(readingOrder([], false)).toEqual([])
})
