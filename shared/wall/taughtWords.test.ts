import { expect, it } from 'vitest'
import { parseWordKey, plainWord, wordKey } from './taughtWords.ts'

it('M30 a word taught twice, with a capital or with another space, is one word', () => {
  expect(plainWord('  Longline\u00a0 Hooks\n')).toBe('longline hooks')
  expect(plainWord('Pe\u0301che')).toBe(plainWord('PÊCHE'.replace('Ê', 'É')))
})

it('a key says which word of which language it is, also when there is a stroke in it', () => {
  expect(parseWordKey(wordKey('fr', 'eau/sol'))).toEqual({ language: 'fr', word: 'eau/sol' })
})
