import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import { chooseMeetings, type PossibleMeeting } from '#shared/meetings/chooseMeetings.ts'
import { planMeetings, type MeetingNote, type MeetingRequest } from '#shared/meetings/planMeetings.ts'
import { notesOfPair, pairIdOf, type NoteId } from '#shared/wall/ids.ts'

const COUNTRIES = ['br', 'cl', 'fj', 'ke', 'np', 'pe', 'tz']

/** Notes of a few countries, and meetings between them; some people wrote for two countries. */
function hall(sizes: { needs: number; offers: number; meetings: number }) {
  const note = (prefix: string, index: number) =>
    fc.record(
      { country: fc.constantFrom(...COUNTRIES), person: fc.option(fc.constantFrom('ana', 'bo'), { nil: undefined, freq: 6 }), places: fc.integer({ min: 1, max: 2 }) },
      { noNullPrototype: true },
    ).map(({ country, person, places }): MeetingNote => ({ id: `${prefix}${index}` as NoteId, kind: prefix === 'n' ? 'need' : 'offer', country, person: person ?? `${prefix}${index}`, places }))
  const notes = (prefix: string, count: number) => fc.tuple(...Array.from({ length: count }, (_, index) => note(prefix, index)))
  const meeting = fc.record(
    { need: fc.nat(sizes.needs - 1), offer: fc.nat(sizes.offers - 1), worth: fc.integer({ min: 1, max: 1000 }) },
    { noNullPrototype: true },
  )
  const meetings = fc.uniqueArray(meeting, { maxLength: sizes.meetings, selector: ({ need, offer }) => `${need} ${offer}` })
  return fc.tuple(notes('n', sizes.needs), notes('o', sizes.offers), meetings).map(([needs, offers, pairs]) => {
    const countryOf = (id: NoteId): string => [...needs, ...offers].find((one) => one.id === id)?.country ?? ''
    const possible = pairs
      .map(({ need, offer, worth }): PossibleMeeting => ({ need: `n${need}` as NoteId, offer: `o${offer}` as NoteId, worth }))
      .filter(({ need, offer }) => countryOf(need) !== countryOf(offer))
    return { notes: [...needs, ...offers], countryOf, possible, placesOf: (id: NoteId) => offers.find((one) => one.id === id)?.places ?? 0 }
  })
}

/** How good a choice is: countries whose need is met, then all worth together. */
const valueOf = (chosen: readonly PossibleMeeting[], countryOf: (id: NoteId) => string): number =>
  1_000_000 * new Set(chosen.map(({ need }) => countryOf(need))).size + chosen.reduce((sum, { worth }) => sum + worth, 0)

const counts = <T>(items: readonly T[]): readonly number[] => [...items.reduce((map, item) => map.set(item, (map.get(item) ?? 0) + 1), new Map<T, number>()).values()]

test.prop([hall({ needs: 4, offers: 3, meetings: 9 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 6 })], { numRuns: 300 })(
  'G3 no other choice of meetings serves more countries, or is worth more',
  ({ possible, countryOf, placesOf }, rounds, most) => {
    const isAllowed = (choice: readonly PossibleMeeting[]): boolean =>
      choice.length <= most &&
      Math.max(0, ...counts(choice.map(({ need }) => need))) <= 1 &&
      choice.every(({ offer }) => choice.filter((other) => other.offer === offer).length <= placesOf(offer)) &&
      Math.max(0, ...counts(choice.map(({ need }) => countryOf(need)))) <= rounds &&
      Math.max(0, ...counts(choice.map(({ offer }) => countryOf(offer)))) <= rounds
    let best = 0
    for (let bits = 0; bits < 1 << possible.length; bits++) {
      const choice = possible.filter((_, index) => bits & (1 << index))
      if (isAllowed(choice)) best = Math.max(best, valueOf(choice, countryOf))
    }
    const chosen = chooseMeetings(possible, { countryOf, placesOf, rounds, most })
    expect(isAllowed(chosen)).toBe(true)
    expect(valueOf(chosen, countryOf)).toBe(best)
  },
)

const bounds = fc.record({ rounds: fc.integer({ min: 1, max: 6 }), tables: fc.integer({ min: 1, max: 4 }) }, { noNullPrototype: true })

test.prop([hall({ needs: 14, offers: 10, meetings: 80 }), bounds, fc.array(fc.tuple(fc.nat(13), fc.nat(9)), { maxLength: 6 }), fc.boolean()], { numRuns: 300 })(
  'G4 nobody and no country sits at two tables at once, an offer meets no more than it has places, and the plan does not hang on any order',
  ({ notes, possible, countryOf, placesOf }, size, some, isBegun) => {
    const named = some.map(([need, offer]) => pairIdOf(`n${need}` as NoteId, `o${offer}` as NoteId))
    const request: MeetingRequest = { ...size, notes, begun: isBegun ? named : [], refused: isBegun ? [] : named }
    const plan = planMeetings(possible, request)
    expect(plan.rounds.length).toBeLessThanOrEqual(size.rounds)
    const all = plan.rounds.flat().map((pair) => ({ pair, ...(notesOfPair(pair) ?? expect.fail(pair)) }))
    for (const round of plan.rounds) {
      expect(round.length).toBeLessThanOrEqual(size.tables)
      const seats = round.flatMap((pair) => Object.values(notesOfPair(pair) ?? {}))
      expect(Math.max(...counts(seats.map(countryOf)))).toBe(1)
      // One person's needs and offers may be of several countries; at one table nobody meets themselves.
      expect(Math.max(...counts(seats.map((id) => notes.find((note) => note.id === id)?.person)))).toBe(1)
    }
    expect(Math.max(0, ...counts(all.map(({ need }) => need)))).toBeLessThanOrEqual(1)
    for (const { offer } of all) expect(all.filter((other) => other.offer === offer).length).toBeLessThanOrEqual(placesOf(offer))
    if (!isBegun) expect(all.filter(({ pair }) => named.includes(pair))).toEqual([])
    expect(planMeetings([...possible].reverse(), { ...request, notes: [...notes].reverse(), begun: [...request.begun].reverse() })).toEqual(plan)
  },
)
