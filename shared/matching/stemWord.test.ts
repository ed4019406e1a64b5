import { expect, test } from 'vitest'
import { stemWord, type WordLanguage } from './stemWord.ts'

test.each<[WordLanguage, string, string]>([
  ['en', 'wetlands', 'wetland'],
  ['en', 'Restoring', 'restored'],
  ['fr', 'forêts', 'forêt'],
  ['es', 'capacitación', 'capacitacion'],
  ['pt', 'formações', 'formação'],
  ['pt', 'conservação', 'conservacao'],
  ['ru', 'заповедниками', 'заповедник'],
  ['ar', 'المحميات', 'محميات'],
  ['ar', 'والأراضي', 'أراضي'],
])('%s: "%s" and "%s" are one word', (language, one, other) => {
  expect(stemWord(one, language)).toBe(stemWord(other, language))
})

test('numbers keep their shape', () => {
  expect(stemWord('30x30s', 'en')).toBe('30x30s')
})

test.each<[WordLanguage, string, string]>([
  ['en', 'communication', 'communities'],
  ['fr', 'communication', 'communes'],
  ['fr', 'marées', 'marais'],
  ['es', 'costas', 'costos'],
  ['es', 'Comunicación', 'comunidades'],
  ['pt', 'areias', 'áreas'],
])('%s: "%s" and "%s" are two words, though the stemmer takes them for one', (language, one, other) => {
  expect(stemWord(one, language)).not.toBe(stemWord(other, language))
})
