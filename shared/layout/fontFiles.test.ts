import { expect, test } from 'vitest'
import { familiesFor, fontFilesFor } from './fontFiles.ts'

const families = (text: string) => [...new Set(fontFilesFor(text).map((font) => font.family))]

test('a text brings the type of its scripts, and no more', () => {
  expect(families('')).toEqual(['Noto Sans'])
  expect(families('Ёжик, été')).toEqual(['Noto Sans'])
  expect(families('مياه 25')).toEqual(['Noto Sans', 'Noto Sans Arabic'])
  expect(families('土壤')).toEqual(['Noto Sans', 'Noto Sans SC'])
  expect(families('น้ำ पानी ទឹក ውሃ')).toEqual(['Noto Sans', 'Noto Sans Thai', 'Noto Sans Devanagari', 'Noto Sans Khmer', 'Noto Sans Ethiopic'])
  expect(families('東京で')).toEqual(['Noto Sans', 'Noto Sans SC', 'Noto Sans JP'])
  expect(families('1 😀')).toEqual(['Noto Sans', 'Twemoji'])
  expect(families('क्\u200dष')).not.toContain('Twemoji')
})

test('a Japanese text asks for the shapes of Japan first', () => {
  expect(familiesFor('und').indexOf('Noto Sans SC')).toBeLessThan(familiesFor('und').indexOf('Noto Sans JP'))
  expect(familiesFor('ja-JP').indexOf('Noto Sans JP')).toBeLessThan(familiesFor('ja-JP').indexOf('Noto Sans SC'))
  expect([...familiesFor('ja')].sort()).toEqual([...familiesFor('und')].sort())
})
