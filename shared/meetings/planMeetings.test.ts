import { describe, expect, it } from 'vitest'
import { pairIdOf, type NoteId } from '#shared/wall/ids.ts'
import type { PossibleMeeting } from './chooseMeetings.ts'
import { planMeetings, type MeetingNote } from './planMeetings.ts'

const id = (name: string): NoteId => name as NoteId
const note = (name: string, country: string, places = 1): MeetingNote => ({ id: id(name), kind: name.startsWith('need') || name === 'soil' || name === 'reef' ? 'need' : 'offer', country, person: name, places })
const meeting = (need: string, offer: string, worth: number): PossibleMeeting => ({ need: id(need), offer: id(offer), worth })
const pair = (need: string, offer: string) => pairIdOf(id(need), id(offer))
const nothing = { begun: [], refused: [] }

describe('planMeetings', () => {
  const notes = [note('soil', 'ke'), note('reef', 'fj'), note('maps', 'br'), note('boats', 'cl')]

  it('G3 takes from one country its best table where otherwise another would have none', () => {
    const found = [meeting('soil', 'maps', 900), meeting('soil', 'boats', 300), meeting('reef', 'maps', 400)]
    const plan = planMeetings(found, { ...nothing, notes, rounds: 1, tables: 5 })
    expect(plan).toEqual({ rounds: [[pair('reef', 'maps'), pair('soil', 'boats')]], leftOut: 0 })
  })

  it('G3 gives a table to who has begun to talk before any score', () => {
    const found = [meeting('soil', 'maps', 999)]
    const plan = planMeetings(found, { notes, begun: [pair('soil', 'boats')], refused: [], rounds: 1, tables: 1 })
    expect(plan.rounds).toEqual([[pair('soil', 'boats')]])
  })

  it('says how many more there would be with more tables or rounds', () => {
    const found = [meeting('soil', 'maps', 500), meeting('reef', 'boats', 400)]
    expect(planMeetings(found, { ...nothing, notes, rounds: 1, tables: 1 })).toEqual({ rounds: [[pair('soil', 'maps')]], leftOut: 1 })
    expect(planMeetings(found, { ...nothing, notes, rounds: 2, tables: 1 }).leftOut).toBe(0)
  })

  /** Countries of one need and one offer each, and meetings between them, the best first. */
  const meet = (between: readonly string[], rounds: number) => {
    const countries = [...new Set(between.join(''))]
    const found = between.map(([from, to], index) => meeting(`need-${from}${to}`, `offer-${to}`, 900 - index))
    const needs = between.map(([from = '', to = '']) => note(`need-${from}${to}`, from))
    const plan = planMeetings(found, { ...nothing, notes: [...needs, ...countries.map((country) => note(`offer-${country}`, country, 9))], rounds, tables: 9 })
    return [plan.rounds.map((round) => round.length), plan.leftOut]
  }

  it('moves meetings to other rounds where that makes room for one more', () => expect(meet(['ab', 'cd', 'de', 'be'], 2)).toEqual([[2, 2], 0]))

  it('leaves out a meeting for which no moving makes room: three countries who would all meet need three rounds', () => {
    expect(meet(['ab', 'bc', 'ca'], 2)).toEqual([[1, 1], 1])
    expect(meet(['ab', 'bc', 'ca'], 3)).toEqual([[1, 1, 1], 0])
  })

  it('plans nothing where nothing is possible', () => {
    expect(planMeetings([], { ...nothing, notes, rounds: 3, tables: 3 })).toEqual({ rounds: [], leftOut: 0 })
    expect(planMeetings([meeting('gone', 'maps', 900)], { ...nothing, notes, rounds: 3, tables: 3 }).rounds).toEqual([])
  })
})
