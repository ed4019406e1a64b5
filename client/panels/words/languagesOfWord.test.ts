import { expect, test } from 'vitest'
import { languagesOfWord } from './languagesOfWord.ts'

test('M34 a word is taken to be in a language of its letters, first in that of who writes it', () => {
  expect(['longline', '延绳钓 (longline)', 'صنارة', 'ярус', ''].map((word) => languagesOfWord(word, 'fr').join(' '))).toEqual([
    'fr en es pt', 'zh', 'ar', 'ru', 'fr en es pt',
  ])
  expect(languagesOfWord('longline', 'ru')[0]).toBe('en')
})
