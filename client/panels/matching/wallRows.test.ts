import { describe, expect, it } from 'vitest'
import type { SurveyedPair } from '#shared/matching/wallSurvey.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { PairState, Wall } from '#shared/wall/schema.ts'
import { NO_FILTER, type MatchFilter } from './matchFilter.ts'
import { countNews, sectionsOf, wallRows } from './wallRows.ts'

/** A note's country is the beginning of its id, its kind the letter after it. */
const note = (id: string) => ({ id, kind: id[3] === 'n' ? 'need' : 'offer', country: id.slice(0, 2) })
const NOTES = ['ke-n1', 'ke-n2', 'fj-n1', 'fj-n2', 'ws-n', 'br-o', 'to-o'].map(note)
const wallOf = (states: Record<string, PairState> = {}): Wall =>
  ({
    notes: new Map(NOTES.map((one) => [one.id, one])),
    pairs: new Map(Object.entries(states).map(([id, state]) => [id, { need: id.split('~')[0], offer: id.split('~')[1], state }])),
  }) as unknown as Wall
const pair = (need: string, offer: string, score: number, ...topics: string[]): SurveyedPair =>
  ({ need: need as NoteId, offer: offer as NoteId, score, likelihood: score >= 400 ? 'likely' : 'possible', topics })
const PAIRS = [pair('fj-n1', 'br-o', 300, 'corals'), pair('ke-n1', 'br-o', 500, 'soils'), pair('ke-n1', 'to-o', 280, 'soils'), pair('ke-n2', 'to-o', 700, 'corals')]
const rows = (states?: Record<string, PairState>, filter: Partial<MatchFilter> = {}) => wallRows(PAIRS, wallOf(states), { ...NO_FILTER, ...filter })
const told = (...of: Parameters<typeof rows>): string[] => rows(...of).map(({ need, group, likely, possible }) => `${group} ${need} ${likely}+${possible}`)

describe('the needs of the whole wall', () => {
  it('M25 what nobody has taken up comes first, the best of it on top; then what is under way, then what has nothing likely', () => {
    expect(told({ 'ke-n2~to-o': 'interested', 'ke-n1~br-o': 'declined', 'fj-n2~br-o': 'agreed' })).toEqual([
      'unanswered ke-n1 1+1', 'unanswered fj-n1 0+1', 'underWay ke-n2 1+0', 'underWay fj-n2 0+0', 'nothing ws-n 0+0',
    ])
  })

  it('M24 M25 the whole wall is filtered by either country, by topic and by what nobody has taken up', () => {
    expect(told({}, { country: 'to' })).toEqual(['unanswered ke-n2 1+0', 'unanswered ke-n1 0+1'])
    expect(told({}, { country: 'fj' })).toEqual(['unanswered fj-n1 0+1', 'nothing fj-n2 0+0'])
    expect(told({}, { topic: 'corals' })).toEqual(['unanswered ke-n2 1+0', 'unanswered fj-n1 0+1'])
    expect(told({ 'ke-n2~to-o': 'contacted' }, { topic: 'corals', onlyUnanswered: true })).toEqual(['unanswered fj-n1 0+1'])
  })

  it('M25 a pair of a note that has just left is not counted', () => {
    const wall = wallOf()
    const left = { ...wall, notes: new Map([...wall.notes].filter(([id]) => id !== 'to-o')) }
    expect(wallRows(PAIRS, left, NO_FILTER).find(({ need }) => need === 'ke-n2')?.group).toBe('nothing')
  })

  it('M25 news are needs that are new, or have found their first match; what was only taken up stays where it is', () => {
    const shown = sectionsOf(rows())
    expect(shown.nothing).toEqual(['fj-n2', 'ws-n'])
    expect(countNews(shown, rows())).toBe(0)
    expect(countNews(shown, rows({ 'ke-n2~to-o': 'interested', 'ws-n~to-o': 'interested' }))).toBe(0)
    const better = wallRows([...PAIRS, pair('ws-n', 'to-o', 500)], wallOf(), NO_FILTER)
    expect(countNews(shown, better)).toBe(1)
    expect(countNews({ ...shown, unanswered: [] }, rows())).toBe(3)
  })
})
