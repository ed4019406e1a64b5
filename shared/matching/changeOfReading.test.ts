import { expect, test } from 'vitest'
import { changeOfReading } from './changeOfReading.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { openLexicon } from './lexicon.ts'
import { teachWords, type Lesson } from './teachWords.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

const compiled = compileVocabulary(vocabulary, facets, things)
const plain = openLexicon(compiled)
const taught = (...lessons: Lesson[]) => openLexicon(teachWords(compiled, lessons))

test('M35 a taught word is read anew where it stands, misspelt and in notes of another language too, and nowhere else', () => {
  const hags = taught({ language: 'en', word: 'squelchy hags', topics: ['peatlands'] })
  for (const isReadAnew of [changeOfReading(plain, hags), changeOfReading(hags, plain)]) {
    expect([['Squelchy hags', 'en'], ['the sqelchy hills', 'en'], ['Des hummocks squelchy', 'fr']].map(([text = '', lang = '']) => isReadAnew(text, lang))).toEqual([true, true, true])
    expect([['Training for rangers', 'en'], ['حماية الغابات', 'ar'], ['我们需要珊瑚礁监测', 'zh'], ['', 'en']].map(([text = '', lang = '']) => isReadAnew(text, lang))).toEqual([false, false, false, false])
  }
  const ball = changeOfReading(plain, taught({ language: 'zh', word: '乒乓球', topics: ['peatlands'] }))
  expect([ball('我们需要乒乓球的经验', 'zh'), ball('我们需要珊瑚礁监测', 'zh'), ball('Training for rangers', 'en')]).toEqual([true, false, false])
})

test('M35 by the vocabulary of another field every note is read anew', () => {
  const other = openLexicon(compileVocabulary({ topics: vocabulary.topics.slice(1) }, facets, things))
  expect(changeOfReading(plain, other)('Training for rangers', 'en')).toBe(true)
})
