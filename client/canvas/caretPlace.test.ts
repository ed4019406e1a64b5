import { expect, test } from 'vitest'
import type { PlacedLine } from '#shared/layout/layoutNote.ts'
import { caretPlace } from './caretPlace.ts'

const lines = (...texts: string[]): { lines: readonly PlacedLine[] } => ({ lines: texts.map((text) => ({ text, dir: 'ltr', align: 'left', x: 0, y: 0 })) })

test.each<[name: string, text: string, lines: string[], offset: number, row: number, before: string]>([
  ['at the beginning', 'reef maps', ['reef maps'], 0, 0, ''],
  ['in the middle of a line', 'reef maps', ['reef maps'], 4, 0, 'reef'],
  ['in the second line', 'reef maps and seeds', ['reef maps', 'and seeds'], 13, 1, 'and'],
  ['at the space where the line breaks', 'reef maps and', ['reef maps', 'and'], 9, 0, 'reef maps'],
  ['in a new, empty line', 'reef\n', ['reef', ''], 5, 1, ''],
  ['beyond the end', 'reef', ['reef'], 99, 0, 'reef'],
  ['the second of two same lines', 'ab\nab', ['ab', 'ab'], 4, 1, 'a'],
])('W36 a caret %s', (_, text, texts, offset, row, before) => {
  expect(caretPlace(text, lines(...texts), offset)).toMatchObject({ row, before })
})

test('W36 in no text is no caret', () => {
  expect(caretPlace('', { lines: [] }, 0)).toBeUndefined()
})
