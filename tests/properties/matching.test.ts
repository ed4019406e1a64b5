import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { changeOfReading } from '#shared/matching/changeOfReading.ts'
import { compileVocabulary } from '#shared/matching/compileVocabulary.ts'
import { createMatcher, type MatchableNote, type Matcher } from '#shared/matching/createMatcher.ts'
import { fingerprint } from '#shared/matching/fingerprint.ts'
import facets from '#shared/matching/facets.json' with { type: 'json' }
import { openLexicon } from '#shared/matching/lexicon.ts'
import { pairScore } from '#shared/matching/pairScore.ts'
import { teachWords } from '#shared/matching/teachWords.ts'
import vocabulary from '#shared/matching/vocabulary.json' with { type: 'json' }
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { signOfTexts, type Likeness } from '#shared/wall/likenesses.ts'
import { LANGUAGES } from '#shared/wall/schema.ts'
import { plainWord } from '#shared/wall/taughtWords.ts'

/** A few topics with all their terms: quick to compile, and random texts of their terms do meet. */
const small = { topics: vocabulary.topics.slice(0, 60).filter((_, at) => at % 6 === 0) }
const compiled = compileVocabulary(small, facets)
const lexicon = openLexicon(compiled)

const terms = small.topics.flatMap((topic) => LANGUAGES.flatMap((language) => [topic.labels[language], ...(topic.trigger[language] ?? [])]))
const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...terms) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) })
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
const lang = fc.constantFrom(...LANGUAGES, 'und', 'pt-BR', '')
const id = fc.integer({ min: 0, max: 11 }).map((number) => `note${number}` as NoteId)
const note = fc.record(
  {
    id,
    kind: fc.constantFrom('need' as const, 'offer' as const),
    text,
    lang,
    author: fc.constantFrom('p1', 'p2', 'p3', 'p4').map((author) => author as ParticipantId),
    name: fc.constantFrom('Amina', 'Zoë'),
    country: fc.constantFrom('ke', 'fj', 'br', 'tn', 'uz'),
    writtenBy: fc.constantFrom(undefined, undefined, 'Fay'),
  },
  { noNullPrototype: true },
)
const step = fc.oneof(
  { weight: 4, arbitrary: note.map((upsert) => ({ upsert, id: upsert.id })) },
  { weight: 1, arbitrary: id.map((removed) => ({ upsert: undefined, id: removed })) },
)
/** That words of the texts, and others, mean some topic; at times the same word two. */
const lessons = fc.array(
  fc.record({ language: fc.constantFrom(...LANGUAGES), word: word.map(plainWord), topics: fc.uniqueArray(fc.constantFrom(...small.topics.map((topic) => topic.id), 'no-such-topic'), { minLength: 1, maxLength: 2 }) }, { noNullPrototype: true }),
  { maxLength: 5 },
)

function listsOf(matcher: Matcher, notes: Iterable<MatchableNote>): unknown {
  const lists = [...notes].map((each) => [each.id, matcher.candidatesFor(each.id, 20), matcher.alikeNeeds(each.id), matcher.outlookOf(each.id)])
  return { lists: lists.sort(), survey: matcher.survey(Infinity) }
}
function matcherOf(notes: Iterable<MatchableNote>, known = lexicon): Matcher {
  const matcher = createMatcher(known)
  for (const each of notes) matcher.upsert(each)
  return matcher
}

describe('lists', () => {
  test.prop([fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.nat())], { numRuns: 40 })(
    'M9 the list is the same on every screen, whatever was added, edited and removed before and in which order',
    (steps, order) => {
      const lived = createMatcher(lexicon)
      const standing = new Map<NoteId, MatchableNote>()
      for (const { upsert, id: which } of steps) {
        lived.survey(1)
        if (upsert) {
          lived.upsert(upsert)
          standing.set(which, upsert)
        } else {
          lived.remove(which)
          standing.delete(which)
        }
      }
      const shuffled = [...standing.values()]
        .map((each) => ({ each, at: Number(order.next().value) }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each)
      expect(listsOf(lived, standing.values())).toEqual(listsOf(matcherOf(shuffled), standing.values()))
    },
  )

  const joined = fc.record({ need: id, offer: id, strength: fc.integer({ min: 0, max: 1000 }), isOld: fc.boolean() })
  test.prop([fc.array(step, { maxLength: 30 }), fc.array(fc.array(joined, { maxLength: 8 }), { minLength: 1, maxLength: 4 })], { numRuns: 40 })(
    'M42 M43 the list is the same whenever what a model found came, and whatever it found before',
    (steps, rounds) => {
      const lived = createMatcher(lexicon)
      const standing = new Map<NoteId, MatchableNote>()
      const textOf = (which: NoteId): string => standing.get(which)?.text ?? ''
      const foundIn = (round: (typeof rounds)[number] = []): Likeness[] => [
        ...new Map(
          round.map(({ need, offer, strength, isOld }) => [`${need} ${offer}`, { need, offer, strength, sign: signOfTexts(textOf(need), isOld ? 'before' : textOf(offer)) }]),
        ).values(),
      ]
      for (const [at, { upsert, id: which }] of steps.entries()) {
        lived.survey(1)
        lived.liken(foundIn(rounds[at % rounds.length]))
        if (upsert) {
          lived.upsert(upsert)
          standing.set(which, upsert)
        } else {
          lived.remove(which)
          standing.delete(which)
        }
      }
      const last = foundIn(rounds.at(-1))
      lived.liken(last)
      const fresh = matcherOf(standing.values())
      fresh.liken([...last].reverse())
      expect(listsOf(lived, standing.values())).toEqual(listsOf(fresh, standing.values()))
      for (const each of standing.values()) {
        const modelOnly = fresh.candidatesFor(each.id, 20).filter(({ reasons }) => reasons.byModel)
        expect(modelOnly.every(({ likelihood }) => likelihood === 'possible')).toBe(true)
      }
    },
  )

  test.prop([fc.array(step, { maxLength: 12 }), fc.array(lessons, { minLength: 1, maxLength: 3 })], { numRuns: 20 })(
    'M30 a matcher that was taught on the way, and had words forgotten, is the one that knew it from the beginning',
    (steps, rounds) => {
      const lived = createMatcher(lexicon)
      const standing = new Map<NoteId, MatchableNote>()
      const learned = rounds.map((taught) => openLexicon(teachWords(compiled, taught)))
      for (const [at, { upsert, id: which }] of steps.entries()) {
        const next = learned[at % learned.length]
        if (next) lived.relearn(next)
        if (upsert) {
          lived.upsert(upsert)
          standing.set(which, upsert)
        } else {
          lived.remove(which)
          standing.delete(which)
        }
      }
      const last = learned.at(-1) ?? lexicon
      lived.relearn(last)
      expect(listsOf(lived, standing.values())).toEqual(listsOf(matcherOf([...standing.values()].reverse(), last), standing.values()))
    },
  )

  test.prop([fc.array(note, { minLength: 1, maxLength: 12 }), lessons, lessons], { numRuns: 60 })(
    'M35 a note that need not be read anew when words are taught or forgotten reads as before',
    (notes, taughtBefore, taughtAfter) => {
      const [before, after] = [openLexicon(teachWords(compiled, taughtBefore)), openLexicon(teachWords(compiled, taughtAfter))]
      const isReadAnew = changeOfReading(before, after)
      for (const { text: said, lang: tag } of notes) {
        if (!isReadAnew(said, tag)) expect(fingerprint(said, tag, after)).toEqual(fingerprint(said, tag, before))
      }
    },
  )

  test.prop([fc.uniqueArray(note, { selector: (each) => each.id, maxLength: 12 })], { numRuns: 60 })(
    'M7 a list never holds a note of the same country, author or kind, and is symmetric: what a need lists, lists the need',
    (notes) => {
      const matcher = matcherOf(notes)
      const byId = new Map(notes.map((each) => [each.id, each]))
      for (const each of notes) {
        for (const candidate of matcher.candidatesFor(each.id, 50)) {
          const other = byId.get(candidate.id)
          expect(other?.kind).not.toBe(each.kind)
          expect(other?.country).not.toBe(each.country)
          if (!each.writtenBy && !other?.writtenBy) expect(other?.author).not.toBe(each.author)
          const back = matcher.candidatesFor(candidate.id, 50).find((found) => found.id === each.id)
          expect(back).toEqual({ ...candidate, id: each.id })
        }
      }
    },
  )

  test.prop([fc.uniqueArray(note, { selector: (each) => each.id, minLength: 2, maxLength: 12 })], { numRuns: 25 })(
    'M10 a pair scores by its two notes alone: the same on a wall of two as on a full one',
    (notes) => {
      const full = matcherOf(notes)
      const two = createMatcher(lexicon)
      for (const one of notes) {
        const listed = new Map(full.candidatesFor(one.id, 50).map((candidate) => [candidate.id, candidate]))
        two.upsert(one)
        for (const other of notes) {
          if (other === one) continue
          two.upsert(other)
          expect(two.candidatesFor(one.id, 5)[0]).toEqual(listed.get(other.id))
          two.remove(other.id)
        }
        two.remove(one.id)
      }
    },
  )
})

test.prop([text, lang, text, lang], { numRuns: 300 })('M11 scores are whole numbers from 0 to 1000, and no text is too odd', (a, langA, b, langB) => {
  const score = pairScore(fingerprint(a, langA, lexicon), fingerprint(b, langB, lexicon))
  expect(Number.isInteger(score)).toBe(true)
  expect(score).toBeGreaterThanOrEqual(0)
  expect(score).toBeLessThanOrEqual(1000)
})
