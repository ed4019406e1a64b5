import { expect, test } from 'vitest'
import { fontFilesFor } from './fontFiles.ts'

const families = (text: string) => [...new Set(fontFilesFor(text).map((font) => font.family))]

test('a text brings the type of its scripts, and no more', () => {
  expect(families('')).toEqual(['Noto Sans'])
  expect(families('Ёжик, été')).toEqual(['Noto Sans'])
  expect(families('مياه 25')).toEqual(['Noto Sans', 'Noto Sans Arabic'])
  expect(families('土壤')).toEqual(['Noto Sans', 'Noto Sans SC'])
})
