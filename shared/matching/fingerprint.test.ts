import { describe, expect, test } from 'vitest'
import { fingerprint, type Fingerprint } from './fingerprint.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { openLexicon } from './lexicon.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

const lexicon = openLexicon(compileVocabulary(vocabulary, facets, things))
const read = (text: string, lang = 'und'): Fingerprint => fingerprint(text, lang, lexicon)
const topicsOf = (text: string, lang?: string): string[] =>
  [...read(text, lang).topics].sort((a, b) => b.strength - a.strength).map((topic) => topic.id)

describe('M1 a note is read in the seven languages', () => {
  test.each([
    ['en', 'Replanting mangrove on muddy shores'],
    ['fr', 'Replanter la mangrove'],
    ['es', 'Recuperación de manglares'],
    ['pt', 'Recuperar os manguezais'],
    ['ru', 'Посадка мангровых деревьев'],
    ['ar', 'زراعة أشجار المانغروف'],
    ['zh', '红树林恢复技术'],
  ])('%s: %s', (lang, text) => {
    expect(topicsOf(text, lang)).toContain('mangroves-coasts')
  })
})

describe('M2 slips of typing are forgiven', () => {
  test.each([
    ['en', 'polinators and beekeping', 'pollinators'],
    ['en', 'invsaive speces on islands', 'invasive-alien-species'],
    ['fr', 'tourbieres dégradées', 'peatlands'],
    ['es', 'capacitacion en polinizadroes', 'pollinators'],
    ['ru', 'торфянники', 'peatlands'],
    ['ru', 'влоки', 'human-wildlife-conflict'], // its stem is of four letters
  ])('%s: "%s" is about %s', (lang, text, topic) => {
    expect(topicsOf(text, lang)).toContain(topic)
  })

  test('a real word is not mended into a term: while is no whale', () => {
    expect(topicsOf('while we wait', 'en')).toEqual([])
  })
})

describe('abbreviations count as written, whole', () => {
  test.each([
    ['PA staff', 'protected-areas'],
    ['more PAs by 2030', 'protected-areas'],
    ['NbS for the coast', 'climate-eba'],
    ['Курсы по ГМО', 'biosafety'],
    ['需要CHM', 'clearing-house'],
  ])('"%s"', (text, topic) => {
    expect(topicsOf(text)).toContain(topic)
  })

  test('a short word in small letters is no abbreviation', () => {
    expect(topicsOf('un pas de plus', 'fr')).not.toContain('protected-areas')
    expect(topicsOf('the sea is high', 'en')).not.toContain('impact-assessment')
  })

  test('neither is a short word of a note in capitals', () => {
    expect(topicsOf('THE SEA IS TOO HIGH', 'en')).not.toContain('impact-assessment')
  })
})

test('M3 the language is guessed when the note says another one', () => {
  const wrong = read('Formation en SIG pour cartographier les tourbières', 'en')
  expect(wrong).toEqual(read('Formation en SIG pour cartographier les tourbières', 'fr'))
  expect(wrong.language).toBe('fr')
})

test('a foreign word in a note is known by its own language', () => {
  expect(topicsOf('Formation sur le bycatch pour nos agents', 'fr')).toContain('fisheries')
})

test('spans point at the words that say so, in the text as it was typed', () => {
  const text = '🌱 Formation : Récifs coralliens'
  const { topics, helpKinds } = read(text, 'fr')
  const words = topics.find((topic) => topic.id === 'coral-reefs')?.spans.map(([start, end]) => text.slice(start, end))
  expect(words).toEqual(['Récifs', 'coralliens'])
  expect(helpKinds.find((kind) => kind.id === 'training')?.spans.map(([start, end]) => text.slice(start, end))).toEqual(['Formation'])
})

test('M40 a Chinese thing counts whole also where a facet or a topic has the same word', () => {
  expect(read('水坝', 'zh').stems.map(({ weight }) => weight)).toEqual([1400])
})

test('more words of a topic make it clearer, but never certain beyond 1000', () => {
  const strength = (text: string): number => read(text, 'en').topics.find((topic) => topic.id === 'rangelands-pastoralism')?.strength ?? 0
  const both = strength('sheep and goats')
  expect(both).toBeGreaterThan(strength('sheep'))
  expect(both).toBeGreaterThan(strength('goats'))
  expect(strength('herders pasture grazing savanna steppe rangeland overgrazing nomads')).toBeLessThanOrEqual(1000)
})

describe('M4 no text is too odd to be read', () => {
  test.each(['', ' ', '🌱🔥', 'x', 'ສະບາຍດີ ປ່າໄມ້', '\ud800 lone', 'a'.repeat(2000), '红'.repeat(2000), 'forest '.repeat(285), '٣٤٥ 12,5 %'])('%#', (text) => {
    const print = read(text)
    for (const trace of [...print.topics, ...print.helpKinds]) {
      expect(trace.strength).toBeGreaterThan(0)
      expect(trace.strength).toBeLessThanOrEqual(1000)
    }
    for (const { spans } of [...print.topics, ...print.helpKinds, ...print.stems]) {
      for (const [start, end] of spans) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }
  })

  test('only emoji says nothing', () => {
    expect(read('🌱🔥')).toMatchObject({ topics: [], helpKinds: [], stems: [] })
  })
})
