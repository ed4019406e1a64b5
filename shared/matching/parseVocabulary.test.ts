import Ajv from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packVocabulary, unpackVocabulary } from './packVocabulary.ts'
import { parseVocabulary, VOCABULARY_LIMITS } from './parseVocabulary.ts'

const file = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const example = file('vocabulary.example.json')
const fits = new Ajv().compile(JSON.parse(file('vocabulary.schema.json')) as object)

const topic = (more: object = {}): object => ({ id: 'water', labels: { en: 'water' }, ...more })
const problemsOf = (content: unknown): string[] => {
  const read = parseVocabulary(typeof content === 'string' ? content : JSON.stringify(content))
  return read.ok ? [] : read.problems.map(({ place, fault, what }) => `${place} ${fault} ${what}`.trim())
}
const withTopic = (more: object): unknown => ({ name: 'X', topics: [topic(more)] })

test('M36 the example is a vocabulary as its schema says; what is missing is filled', () => {
  expect(fits(JSON.parse(example))).toBe(true)
  const read = parseVocabulary(`\uFEFF${example}`)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.vocabulary.name).toBe('Water and health')
  expect(read.vocabulary.topics[0]).toMatchObject({ id: 'safe-drinking-water', labels: { fr: 'eau potable', ru: 'safe drinking water' }, abbreviations: ['WSP'] })
  expect(parseVocabulary(JSON.stringify({ name: 'X', topics: [{ id: 'w', labels: { pt: 'água' } }] }))).toMatchObject({ ok: true, vocabulary: { topics: [{ labels: { pt: 'água', zh: 'água' } }] } })
})

test.each([
  ['no file', 'nothing', [expect.stringMatching(/^notJson .*JSON/)]],
  ['a list', [], ['notObject']],
  ['a name that is missing', { topics: [topic()] }, ['name missing']],
  ['no topics', { name: 'X', topics: [] }, ['topics empty']],
  ['topics that are no list', { name: 'X', topics: {} }, ['topics notList']],
  ['a topic that is none', { name: 'X', topics: ['water'] }, ['topics[0] notObject']],
  ['something nobody knows', withTopic({ words: [] }), ['topics[0].words unknownKey words']],
  ['an id of other letters', withTopic({ id: 'Wasser & so' }), ['topics[0].id badId Wasser & so']],
  ['an id twice', { name: 'X', topics: [topic(), topic()] }, ['topics[1].id twice water']],
  ['no label', withTopic({ labels: {} }), ['topics[0].labels empty']],
  ['a label that is a number', withTopic({ labels: { en: 7 } }), ['topics[0].labels.en notText', 'topics[0].labels empty']],
  ['another language', withTopic({ synonyms: { de: ['Wasser'] } }), ['topics[0].synonyms.de unknownLanguage de']],
  ['an empty term', withTopic({ synonyms: { en: ['well', ' '] } }), ['topics[0].synonyms.en[1] empty']],
  ['a long term', withTopic({ trigger: { en: ['x'.repeat(81)] } }), [`topics[0].trigger.en[0] tooLong ${'x'.repeat(81)}`]],
  ['a term twice', withTopic({ trigger: { en: ['Well', 'well'] } }), ['topics[0].trigger.en[1] twice well']],
  ['a term that only joins', withTopic({ trigger: { fr: ['de la'] } }), ['topics[0].trigger.fr[0] joining de la']],
  ['a weight of nothing', withTopic({ weight: 0 }), ['topics[0].weight notWeight 0']],
  ['the name of what all objects inherit', `{"name":"X","topics":[{"id":"water","labels":{"en":"w","__proto__":"x"},"constructor":1}]}`, ['topics[0].constructor unknownKey constructor', 'topics[0].labels.__proto__ unknownLanguage __proto__']],
] as const)('M36 %s is refused by its place', (_, content, problems) => {
  expect(problemsOf(content)).toEqual(problems)
  if (typeof content !== 'string') expect(fits(content) && !/twice|joining/.test(String(problems))).toBe(false)
})

test('M36 a file of more than 1 MB is not read, one of nearly as much is, and no list of problems is endless', () => {
  expect(problemsOf(`"${'x'.repeat(VOCABULARY_LIMITS.bytes)}"`)).toEqual([expect.stringContaining('tooLarge')])
  const large = { name: 'X', topics: Array.from({ length: 68 }, (_, at) => topic({ id: `t${at}`, synonyms: { en: Array.from({ length: 500 }, (__, number) => `water number ${at} ${number} of it`) } })) }
  expect(JSON.stringify(large).length).toBeGreaterThan(900_000)
  expect(problemsOf(large)).toEqual([])
  expect(problemsOf({ name: 'X', topics: Array.from({ length: 100 }, () => 7) })).toHaveLength(20)
})

test('M36 names that all objects inherit are names like others where they may stand', () => {
  const read = parseVocabulary(JSON.stringify({ name: 'X', topics: [{ id: 'constructor', labels: { en: 'building' }, abbreviations: ['constructor', '__proto__'] }] }))
  expect(read).toMatchObject({ ok: true, vocabulary: { topics: [{ id: 'constructor', abbreviations: ['constructor', '__proto__'] }] } })
})

test('M36 a vocabulary is packed and unpacked whole; what is broken, or blows up, is none', () => {
  const read = parseVocabulary(example)
  if (!read.ok) throw new Error('The example is broken')
  const packed = packVocabulary(read.vocabulary)
  expect(unpackVocabulary(packed)).toEqual(read.vocabulary)
  expect(packed).toMatch(/^[\w+/=]+$/)
  expect(['', 'x', packed.slice(0, -20), packed.slice(40), packVocabulary({ name: ' '.repeat(5_000_000), topics: [] })].map(unpackVocabulary)).toEqual(Array(5).fill(undefined))
})
