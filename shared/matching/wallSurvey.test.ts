import { describe, expect, it } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import { createMatcher, LIKELY_FROM, POSSIBLE_FROM, type MatchableNote, type Matcher } from './createMatcher.ts'
import facets from './facets.json' with { type: 'json' }
import { openLexicon } from './lexicon.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }
import type { WallSurvey } from './wallSurvey.ts'

const lexicon = openLexicon(compileVocabulary(vocabulary, facets, things))
const id = (name: string): NoteId => name as NoteId

function note(name: string, kind: 'need' | 'offer', country: string, text: string, lang = 'en'): MatchableNote {
  return { id: id(name), kind, text, lang, author: `author of ${name}` as ParticipantId, name, country, writtenBy: undefined }
}
function matcherOf(notes: readonly MatchableNote[]): Matcher {
  const matcher = createMatcher(lexicon)
  for (const each of notes) matcher.upsert(each)
  return matcher
}
const whole = (matcher: Matcher): WallSurvey => matcher.survey(Infinity)

const TURTLES: readonly MatchableNote[] = [
  note('cv', 'need', 'cv', 'Tartarugas apanhadas nas redes dos pescadores', 'pt'),
  note('om', 'need', 'om', 'السلاحف تغرق في شباك جر الروبيان', 'ar'),
  note('ck', 'need', 'ck', 'Sharks and turtles on tuna longlines, how to avoid'),
  note('ec', 'need', 'ec', 'Tortugas y albatros enganchados en los palangres', 'es'),
  note('ec2', 'need', 'ec', 'Herbario nacional: plantas secas sin etiquetas', 'es'),
]
const OFFERS: readonly MatchableNote[] = [
  note('ng', 'offer', 'ng', 'Turtle excluder devices for shrimp trawls: pattern, net makers trained, inspection at sea'),
  note('om-offer', 'offer', 'om', 'Turtle excluder devices for shrimp trawls: pattern, net makers trained, inspection at sea'),
  note('ru', 'offer', 'ru', 'Цифровой гербарий: конвейер, сканеры, миллион листов онлайн, научим', 'ru'),
]

describe('a survey of the whole wall', () => {
  it('M18 lists the best offers of each need, at least possible, with what both speak of', () => {
    const { pairs, remaining } = whole(matcherOf([...TURTLES, ...OFFERS]))
    expect(remaining).toBe(0)
    expect(pairs.filter(({ need }) => need === 'om').map(({ offer }) => offer)).toEqual(['ng']) // not its own country's
    expect(pairs.filter(({ need }) => need === 'ec2').map(({ offer }) => offer)).toEqual(['ru'])
    expect(pairs.every(({ score, likelihood }) => score >= POSSIBLE_FROM && (likelihood === 'likely') === score >= LIKELY_FROM)).toBe(true)
    expect(pairs.find(({ need }) => need === 'ck')?.topics).toContain('fisheries')
  })

  it('M21 the same need of several countries, in several languages, is one regional need, with the offers that serve most', () => {
    const { regional } = whole(matcherOf([...TURTLES, ...OFFERS]))
    expect(regional).toHaveLength(1)
    expect(regional[0]?.countries).toEqual(['ck', 'cv', 'ec', 'om'])
    expect([...(regional[0]?.needs ?? [])].sort()).toEqual(['ck', 'cv', 'ec', 'om'])
    expect(regional[0]?.offers).toEqual([{ id: 'ng', serves: 4 }, { id: 'om-offer', serves: 3 }])
  })

  it('M21 two countries are not a region, nor is one country with many notes', () => {
    const [one, two, , , another] = TURTLES
    expect(one && two && another && whole(matcherOf([one, two, another])).regional).toEqual([])
    const same = Array.from({ length: 5 }, (_, at) => note(`n${at}`, 'need', at % 2 ? 'ke' : 'tz', 'Turtles caught in nets'))
    expect(whole(matcherOf(same)).regional).toEqual([])
  })

  it('M18 follows what comes, changes and leaves, in whatever steps it is asked', () => {
    const matcher = matcherOf([...TURTLES, ...OFFERS])
    whole(matcher)
    matcher.remove(id('ng'))
    matcher.upsert(note('ck', 'need', 'ck', 'Money for a seed bank'))
    matcher.upsert(note('sn', 'offer', 'sn', 'Turtle-friendly nets'))
    const steps: number[] = []
    let survey: WallSurvey
    do steps.push((survey = matcher.survey(1)).remaining)
    while (survey.remaining > 0)
    expect(steps).toEqual([2, 1, 0])
    const anew = [...TURTLES.filter(({ id: each }) => each !== 'ck'), note('ck', 'need', 'ck', 'Money for a seed bank'), ...OFFERS.slice(1), note('sn', 'offer', 'sn', 'Turtle-friendly nets')]
    expect(survey).toEqual(whole(matcherOf(anew)))
    expect(whole(matcherOf(anew.toReversed()))).toEqual(survey)
  })
})
