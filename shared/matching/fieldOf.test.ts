import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import { createMatcher, type MatchableNote } from './createMatcher.ts'
import facets from './facets.json' with { type: 'json' }
import { fieldOf, withTopics } from './fieldOf.ts'
import { openLexicon } from './lexicon.ts'
import { packVocabulary } from './packVocabulary.ts'
import { parseVocabulary, type NamedVocabulary } from './parseVocabulary.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

const shipped = compileVocabulary(vocabulary, facets, things)
const parsed = (text: string): NamedVocabulary => {
  const read = parseVocabulary(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.vocabulary
}
const water = parsed(readFileSync(new URL('../../docs/vocabulary.example.json', import.meta.url), 'utf8'))

const note = (id: string, kind: 'need' | 'offer', country: string, lang: string, text: string): MatchableNote =>
  ({ id: id as NoteId, kind, text, lang, author: id as ParticipantId, name: id, country, writtenBy: undefined })
const NOTES = [
  note('n', 'need', 'ke', 'en', 'Faecal sludge from latrines: where does it go?'),
  note('o', 'offer', 'sn', 'fr', 'Boues de vidange : stations de traitement, formation'),
  note('p', 'offer', 'fj', 'en', 'Coral reef monitoring'),
]
function likely(compiled: typeof shipped): unknown {
  const matcher = createMatcher(openLexicon(compiled))
  for (const each of NOTES) matcher.upsert(each)
  return matcher.candidatesFor('n' as NoteId, 5).filter(({ likelihood }) => likelihood !== 'faint').map(({ id, reasons }) => [id, reasons.topics.map((topic) => topic.id)])
}

test('M37 by the vocabulary of another field notes of that field match, in other languages too', () => {
  expect(likely(shipped)).not.toContainEqual(['o', ['sanitation']])
  expect(likely(fieldOf(shipped, packVocabulary(water)))).toEqual([['o', ['sanitation']]])
})

test('M37 topics give way to those of the field, and all else stays: as if both had been compiled together', () => {
  const field = withTopics(shipped, water)
  const whole = compileVocabulary(water, facets, things)
  expect({ ...field, words: undefined, han: undefined }).toEqual({ ...whole, words: undefined, han: undefined })
  const open = (of: typeof shipped) => openLexicon(of)
  expect([...open(field).words.en.terms.keys()].sort()).toEqual([...open(whole).words.en.terms.keys()].sort())
  expect(open(field).subjects).toEqual(open(whole).subjects)
})

test('M37 what cannot be read is as if it were not there', () => {
  expect(fieldOf(shipped, undefined)).toBe(shipped)
  expect(fieldOf(shipped, 'broken')).toBe(shipped)
})

test('M36 abbreviations named like what all objects inherit end nothing', () => {
  const odd = parsed('{"name":"X","topics":[{"id":"constructor","labels":{"en":"building"},"abbreviations":["constructor","toString"]}]}')
  expect(openLexicon(withTopics(shipped, odd)).abbreviations.get('constructor')).toEqual([0])
})
