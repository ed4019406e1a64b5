import { expect, test } from 'vitest'
import generated from '#shared/generated/lexicon.json' with { type: 'json' }
import { LANGUAGES } from '#shared/wall/schema.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { FACET_KINDS } from './facets.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

test('M16 what ships is what the sources say; if not: npm run assets', () => {
  expect(generated).toEqual(JSON.parse(JSON.stringify(compileVocabulary(vocabulary, facets, things))))
})

test('every thing is told in seven languages', () => {
  for (const words of Object.values(things)) for (const language of LANGUAGES) expect(words[language].length).toBeGreaterThan(0)
})

test.each(FACET_KINDS)('every value of %s is told in seven languages, and fits into the bits of a number', (kind) => {
  const values = Object.values(facets[kind])
  expect(values.length).toBeLessThanOrEqual(31)
  for (const words of values) for (const language of LANGUAGES) expect(words[language].length).toBeGreaterThan(0)
})
