import { describe, expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { openLexicon } from './lexicon.ts'
import { explainPair, pairScore } from './pairScore.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

const lexicon = openLexicon(compileVocabulary(vocabulary, facets, things))
const read = (text: string, lang = 'en') => fingerprint(text, lang, lexicon)
const score = (need: string, offer: string): number => pairScore(read(need, 'und'), read(offer, 'und'))

test('what answers the need scores above what only shares a word with it', () => {
  const need = 'Customs officers who know CITES permits'
  expect(score(need, 'Formation de douaniers contre le trafic')).toBeGreaterThan(score(need, 'Officers place camera traps for leopards'))
})

test('M5 one broad thing in common is no certainty', () => {
  expect(score('Training', 'Training')).toBeLessThan(score('Training on coral reefs', 'Coral reef training'))
})

test('nothing in common scores nothing', () => {
  expect(score('Red list of plants', 'Гендерное равенство')).toBe(0)
  expect(score('', '')).toBe(0)
  expect(score('🌱', '🌱')).toBe(0)
})

test('M6 the reason names shared topics, kinds of help, words and both languages', () => {
  const need = read('Training to restore coral reefs near Suva')
  const offer = read('Formation Suva : restauration des récifs coralliens', 'fr')
  const reasons = explainPair(need, offer)
  expect(reasons.topics.map((topic) => topic.id).slice(0, 2).sort()).toEqual(['coral-reefs', 'ecosystem-restoration'])
  expect(reasons.helpKinds).toEqual(['training'])
  expect(reasons.words).toContain('Suva')
  expect(reasons.languages).toEqual({ need: 'en', offer: 'fr', differ: true })
})

describe('M40 a thing named in other words or another language counts like a shared word', () => {
  test.each([
    ['rats on our islets', 'ratas en islas'],
    ['les douaniers', 'таможенники'],
    ['雪豹', 'снежный барс'],
    ['حرائق', 'bushfire'],
  ])('%s, %s', (need, offer) => {
    expect(explainPair(read(need, 'und'), read(offer, 'und')).words[0]).toContain(' = ')
    expect(score(need, offer)).toBeGreaterThan(300)
  })

  test('a thing that stands there only as part of another is not meant: a snow leopard is no leopard', () => {
    expect(explainPair(read('snow leopard'), read('leopardo', 'es')).words).toEqual([])
    expect(explainPair(read('snow leopard'), read('leopardo de las nieves', 'es')).words).toEqual(['snow leopard = leopardo de las nieves'])
  })
})

describe('M15 place, creatures and task are compared apart', () => {
  test.each([
    ['place', 'Restore degraded land', 'forest', 'coast'],
    ['creatures', 'Recovery of threatened', 'vultures', 'frogs'],
    ['task', 'Mangroves:', 'map them', 'sell certified honey'],
  ])('%s', (_, topic, one, other) => {
    const same = score(`${topic} ${one}`, `${topic} ${one}`)
    const silent = score(`${topic} ${one}`, topic)
    const differing = score(`${topic} ${one}`, `${topic} ${other}`)
    expect(same).toBeGreaterThan(silent)
    expect(silent).toBeGreaterThan(differing)
  })

  test('the reason names what agrees, in any language', () => {
    const { facets } = explainPair(read('Учёт птиц на побережье', 'ru'), read('Suivi des oiseaux du littoral', 'fr'))
    expect(facets).toEqual([{ kind: 'realm', id: 'coast' }, { kind: 'group', id: 'birds' }, { kind: 'act', id: 'survey' }])
  })

  test('what only one of the two says is no reason', () => {
    expect(explainPair(read('Coral reefs'), read('Peatlands')).facets).toEqual([])
  })
})

test('spans are in order and apart, for both texts', () => {
  const text = 'Coral reef monitoring, coral reef training, reef data'
  const { spansNeed, spansOffer } = explainPair(read(text), read(text))
  for (const spans of [spansNeed, spansOffer]) {
    expect(spans.length).toBeGreaterThan(2)
    spans.forEach(([start, end], at) => {
      expect(start).toBeLessThan(end)
      expect(start).toBeGreaterThan(spans[at - 1]?.[1] ?? -1)
    })
  }
})
