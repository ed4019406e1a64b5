import { expect, test } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { fingerprint } from './fingerprint.ts'
import { openLexicon } from './lexicon.ts'
import { countUnexplained } from './unexplainedWords.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

const lexicon = openLexicon(compileVocabulary(vocabulary, facets, things))
const unexplained = (...texts: (readonly [lang: string, text: string])[]) =>
  countUnexplained(
    texts.map(([lang, text], at) => ({ note: { id: `n${at}` as NoteId, text }, print: fingerprint(text, lang, lexicon) })),
    50,
  ).map(({ word, language, notes }) => [word, language, notes.length])

test('M32 what no topic, kind of help or common word explains is listed with its notes, the most frequent first, its forms together', () => {
  const list = unexplained(['en', 'We need training on coral reefs and zorbing'], ['en', 'Two zorbings, zorbings for years'], ['en', 'Quuxes and zorbing'])
  expect(list).toEqual([['zorbing', 'en', 3], ['quuxes', 'en', 1]])
})

test('M32 a word goes by its language, and what is no word is not listed', () => {
  expect(unexplained(['fr', 'Le zorbage 2026 😀 km']).concat(unexplained(['zh', 'zorbing']), unexplained(['ru', 'Зорбинг']))).toEqual([
    ['zorbage', 'fr', 1], ['zorbing', 'en', 1], ['зорбинг', 'ru', 1],
  ])
})

test('M32 M41 a name that is passed over is not asked about by its parts', () => {
  expect(unexplained(['fr', 'Une feuille de route en Côte d’Ivoire'], ['zh', '象牙海岸'])).toEqual([])
})

test('M32 in Chinese what stands between known words is listed, and no whole sentence', () => {
  expect(unexplained(['zh', '我们需要珊瑚礁监测以及乒乓'])).toEqual([['乒乓', 'zh', 1]])
  expect(unexplained(['zh', '乒乓乒乓乒乓乒乓乒乓'])).toEqual([])
})
