import { expect, test } from 'vitest'
import type { Language } from '#shared/wall/schema.ts'
import { saysNothing } from './saysNothing.ts'

test('M33 what only joins other words is told from what can be taught, in every language', () => {
  const joining: readonly (readonly [Language, string])[] = [
    ['en', 'of the'], ['fr', 'à l’'], ['es', 'de los'], ['pt', 'nas'], ['ru', 'или'], ['ar', 'من على'], ['zh', '我们需要'], ['en', '☃ -'], ['en', 'x'],
  ]
  const telling: readonly (readonly [Language, string])[] = [
    ['en', 'hooks of the line'], ['fr', 'la gouille'], ['es', 'palangre'], ['pt', 'anzol'], ['ru', 'ярус'], ['ar', 'صنارة'], ['zh', '延绳钓'], ['zh', '钓'],
  ]
  expect(joining.filter(([language, word]) => !saysNothing(word, language))).toEqual([])
  expect(telling.filter(([language, word]) => saysNothing(word, language))).toEqual([])
})
