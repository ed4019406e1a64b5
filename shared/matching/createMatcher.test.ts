import { expect, test } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { signOfTexts } from '#shared/wall/likenesses.ts'
import { createMatcher, type MatchableNote } from './createMatcher.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { openLexicon } from './lexicon.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

function note(id: string, kind: 'need' | 'offer', country: string, text: string, more: Partial<MatchableNote> = {}): MatchableNote {
  return { id: id as NoteId, kind, text, lang: 'en', author: `author of ${id}` as ParticipantId, name: `Person ${id}`, country, writtenBy: undefined, ...more }
}
const idsFor = (matcher: ReturnType<typeof createMatcher>, id: string, limit = 10): string[] =>
  matcher.candidatesFor(id as NoteId, limit).map((candidate) => candidate.id)

const lexicon = openLexicon(compileVocabulary(vocabulary, facets, things))

function matcherWith(...notes: readonly MatchableNote[]): ReturnType<typeof createMatcher> {
  const matcher = createMatcher(lexicon)
  for (const each of notes) matcher.upsert(each)
  return matcher
}

test('a need finds the offer that answers it, and the offer the need, with one score', () => {
  const matcher = matcherWith(
    note('n', 'need', 'ke', 'Train rangers against poaching'),
    note('o', 'offer', 'in', 'Ranger school, anti-poaching patrols'),
    note('p', 'offer', 'fr', 'Seed bank'),
  )
  expect(idsFor(matcher, 'n')).toEqual(['o'])
  expect(idsFor(matcher, 'o')).toEqual(['n'])
  const [forNeed] = matcher.candidatesFor('n' as NoteId, 1)
  const [forOffer] = matcher.candidatesFor('o' as NoteId, 1)
  expect(forNeed?.score).toBe(forOffer?.score)
  expect(forNeed?.reasons).toEqual(forOffer?.reasons)
  expect(forNeed?.likelihood).toBe('likely')
})

const ALIKE = { need: 'n' as NoteId, offer: 'o' as NoteId, strength: 1000, sign: signOfTexts('Glorvax wanted', 'Zimmelor here') }

test('M42 what a model calls alike and no word joins is possible, never likely, from both sides, and the reason says so', () => {
  const matcher = matcherWith(note('n', 'need', 'ke', 'Glorvax wanted'), note('o', 'offer', 'tz', 'Zimmelor here'))
  expect(idsFor(matcher, 'n')).toEqual([])
  matcher.liken([ALIKE])
  for (const id of ['n', 'o'] as NoteId[]) {
    expect(matcher.candidatesFor(id, 5)).toMatchObject([{ likelihood: 'possible', reasons: { byModel: true } }])
  }
  expect(matcher.survey(Infinity).pairs).toMatchObject([{ need: 'n', offer: 'o', likelihood: 'possible' }])
  matcher.liken([])
  expect(idsFor(matcher, 'n')).toEqual([])
  expect(matcher.survey(Infinity).pairs).toEqual([])
})

test('M42 a model takes nothing away from what the words find, nor adds to their reasons', () => {
  const matcher = matcherWith(note('n', 'need', 'ke', 'Coral reef monitoring'), note('o', 'offer', 'tz', 'Coral reef monitoring'))
  const plain = matcher.candidatesFor('n' as NoteId, 5)
  matcher.liken([{ ...ALIKE, strength: 1, sign: signOfTexts('Coral reef monitoring', 'Coral reef monitoring') }])
  expect(matcher.candidatesFor('n' as NoteId, 5)).toEqual(plain)
})

test('M43 what a model said of another text, of two notes of one country, or of notes that are gone says nothing', () => {
  const need = note('n', 'need', 'ke', 'Glorvax wanted')
  const matcher = matcherWith(need, note('o', 'offer', 'tz', 'Zimmelor here'))
  matcher.liken([ALIKE])
  matcher.upsert(note('o', 'offer', 'tz', 'Zimmelor here, much more of it'))
  expect(idsFor(matcher, 'n')).toEqual([])
  matcher.upsert(note('o', 'offer', 'ke', 'Zimmelor here'))
  expect(idsFor(matcher, 'n')).toEqual([])
  matcher.remove('o' as NoteId)
  expect(idsFor(matcher, 'n')).toEqual([])
  matcher.upsert(note('o', 'offer', 'tz', 'Zimmelor here'))
  expect(idsFor(matcher, 'n')).toEqual(['o'])
})

test('M7 never within a country, nor for the same person', () => {
  const text = 'Coral reef monitoring'
  const author = 'amina' as ParticipantId
  const matcher = matcherWith(
    note('n', 'need', 'ke', text, { author }),
    note('same-country', 'offer', 'ke', text),
    note('same-person', 'offer', 'tz', text, { author }),
    note('other', 'offer', 'tz', text),
  )
  expect(idsFor(matcher, 'n')).toEqual(['other'])
})

test('M7 notes one facilitator wrote for different people may meet', () => {
  const text = 'Coral reef monitoring'
  const written = { author: 'facilitator' as ParticipantId, writtenBy: 'Fay' }
  const matcher = matcherWith(note('n', 'need', 'ke', text, written), note('o', 'offer', 'tz', text, written))
  expect(idsFor(matcher, 'n')).toEqual(['o'])
})

test('an edited note is ranked by its new text, a removed one no more', () => {
  const matcher = matcherWith(note('n', 'need', 'ke', 'Coral reefs'), note('o', 'offer', 'tz', 'Seed bank'))
  expect(idsFor(matcher, 'n')).toEqual([])
  matcher.upsert(note('o', 'offer', 'tz', 'Reef monitoring'))
  expect(idsFor(matcher, 'n')).toEqual(['o'])
  matcher.upsert(note('o', 'need', 'tz', 'Reef monitoring'))
  expect(idsFor(matcher, 'n')).toEqual([])
  matcher.upsert(note('o', 'offer', 'tz', 'Reef monitoring'))
  matcher.remove('o' as NoteId)
  expect(idsFor(matcher, 'n')).toEqual([])
  expect(idsFor(matcher, 'o')).toEqual([])
})

test('M8 at most two of one country are among the first five; the others follow', () => {
  const text = 'Peatland rewetting'
  const matcher = matcherWith(
    note('n', 'need', 'id', text),
    ...['a', 'b', 'c', 'd'].map((id) => note(id, 'offer', 'gb', text)),
    ...['x', 'y', 'z'].map((id, at) => note(id, 'offer', ['de', 'fi', 'ca'][at] ?? '', 'Peat')),
  )
  expect(idsFor(matcher, 'n')).toEqual(['a', 'b', 'x', 'y', 'z', 'c', 'd'])
})

test('equal scores go by note id, whatever the order of arrival', () => {
  const offers = ['c', 'B', 'a', '-'].map((id, at) => note(id, 'offer', `c${at}`, 'Peatland rewetting'))
  const matcher = matcherWith(...offers, note('n', 'need', 'id', 'Peatland rewetting'))
  expect(idsFor(matcher, 'n')).toEqual(['-', 'B', 'a', 'c'])
})

test('no more than the limit are given', () => {
  const offers = Array.from({ length: 9 }, (_, at) => note(`o${at}`, 'offer', `c${at}`, 'Peatland rewetting'))
  expect(idsFor(matcherWith(...offers, note('n', 'need', 'id', 'Peat')), 'n', 3)).toHaveLength(3)
})

test('G1 a note is about one topic or two, the clearest first, and about none that is only hinted at', () => {
  const matcher = matcherWith(
    note('two', 'need', 'ke', 'Pollinators in protected areas'),
    note('broad', 'need', 'ke', 'A training course for staff'),
    note('odd', 'need', 'ke', 'zzz 🐝'),
  )
  expect(matcher.topicsOf('two' as NoteId)).toEqual(['pollinators', 'protected-areas'])
  expect(matcher.topicsOf('broad' as NoteId)).toEqual([])
  expect(matcher.topicsOf('odd' as NoteId)).toEqual([])
  expect(matcher.topicsOf('gone' as NoteId)).toEqual([])
})
