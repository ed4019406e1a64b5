import { expect, test } from 'vitest'
import { foldWord } from './foldWord.ts'

test.each([
  ['Évaluation', 'evaluation'],
  ['ＣＨＭ', 'chm'],
  ['Ёлки', 'елки'],
  ['الأَراضي', 'الاراضي'],
  ['حمايـــة', 'حمايه'],
  ['مستشفى', 'مستشفي'],
  ['Đất', 'đat'],
])('%s folds to %s', (word, folded) => {
  expect(foldWord(word)).toBe(folded)
})
