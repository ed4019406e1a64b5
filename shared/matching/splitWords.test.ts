import { expect, test } from 'vitest'
import { splitWords } from './splitWords.ts'

test('words carry the place they stand at, also after characters of two code units', () => {
  const text = '🌱 l’eau 红树林seeds 30x30'
  expect(splitWords(text).map(({ text: word, isHan }) => [word, isHan])).toEqual([
    ['l', false], ['eau', false], ['红树林', true], ['seeds', false], ['30x30', false],
  ])
  for (const word of splitWords(text)) expect(text.slice(word.start, word.end)).toBe(word.text)
})
