import { expect, test } from 'vitest'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { fingerprint } from './fingerprint.ts'
import { openLexicon } from './lexicon.ts'
import { teachWords, type Lesson } from './teachWords.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

const compiled = compileVocabulary(vocabulary, facets, things)
const topicsIn = (text: string, lang: string, ...lessons: Lesson[]): Readonly<Record<string, number>> =>
  Object.fromEntries(fingerprint(text, lang, openLexicon(teachWords(compiled, lessons))).topics.map(({ id, strength }) => [id, strength]))
const lesson = (language: Lesson['language'], word: string): Lesson => ({ language, word, topics: ['peatlands'] })

test.each([
  ['en', 'Squelchy hags in the hills', lesson('en', 'squelchy hag')],
  ['fr', 'Des gouilles spongieuses', lesson('fr', 'gouille spongieuse')],
  ['ru', 'Зорбинговые шары', lesson('ru', 'зорбинговый шар')],
  ['ar', 'البطاطين السوداء', lesson('ar', 'بطاطين سوداء')],
  ['zh', '我们需要乒乓球的经验', lesson('zh', '乒乓球')],
])('M30 a word taught in %s says its topic clearly, in its other forms too', (lang, text, taught) => {
  expect(topicsIn(text, lang)['peatlands'] ?? 0).toBeLessThan(500)
  expect(topicsIn(text, lang, taught)['peatlands']).toBeGreaterThanOrEqual(900)
})

test('M30 a taught word is known with a slip in it, and in a note of another language', () => {
  expect(topicsIn('Sqelchy hags', 'en', lesson('en', 'squelchy hags'))).toHaveProperty('peatlands')
  expect(topicsIn('Nous avons des squelchy hummocks', 'fr', lesson('en', 'squelchy hummocks'))).toHaveProperty('peatlands')
})

test('M33 a word taught as two topics says both', () => {
  expect(topicsIn('Squelchy hags', 'en', { language: 'en', word: 'squelchy hags', topics: ['peatlands', 'coral-reefs'] })).toMatchObject({ peatlands: 1000, 'coral-reefs': 1000 })
})

test('a topic that this vocabulary does not have teaches nothing', () => {
  expect(teachWords(compiled, [{ language: 'en', word: 'hooks', topics: ['fishing-in-space'] }])).toBe(compiled)
})

test('M4 no lesson is too odd: of joining words, of signs alone, of half a word', () => {
  for (const word of ['of the', '☃', 'x', '-', '延']) expect(() => topicsIn('of the ☃ x - 延', 'en', lesson('en', word), lesson('zh', word))).not.toThrow()
})
