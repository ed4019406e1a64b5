import { POSSIBLE_FROM } from '#shared/matching/createMatcher.ts'
import { chooseMeetings, type PossibleMeeting } from '#shared/meetings/chooseMeetings.ts'
import { planMeetings } from '#shared/meetings/planMeetings.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { bigWall } from './bigWall.ts'
import type { LabelledNote, LabelledSet } from './labelledSet.ts'
import { asNote, rankSet } from './rankSet.ts'

/** Pairs of a set that are possible or better, by need in its order, each need's best first. */
function possibleIn(set: LabelledSet): readonly PossibleMeeting[] {
  return [...rankSet(set)].flatMap(([need, offers]) =>
    offers.filter(({ score }) => score >= POSSIBLE_FROM).map(({ offer, score }) => ({ need: need as NoteId, offer: offer as NoteId, worth: score })),
  )
}

/** One need after another takes its first offer: nobody, when that one is full. */
function takeFirst(possible: readonly PossibleMeeting[], places: number, orNext: boolean): readonly PossibleMeeting[] {
  const taken = new Map<NoteId, number>()
  const isFree = (offer: NoteId): boolean => (taken.get(offer) ?? 0) < places
  return [...new Set(possible.map(({ need }) => need))].flatMap((need) => {
    const own = possible.filter((meeting) => meeting.need === need)
    const meeting = orNext ? own.find(({ offer }) => isFree(offer)) : own[0]
    if (!meeting || !isFree(meeting.offer)) return []
    taken.set(meeting.offer, (taken.get(meeting.offer) ?? 0) + 1)
    return [meeting]
  })
}

/** How many meetings, and how many of them are strong, or right at all, with so many places to an offer. */
export function compareChoices(set: LabelledSet, places: number): Record<string, Record<string, number>> {
  const possible = possibleIn(set)
  const grades = new Map(set.matches.map(({ need, offer, grade }) => [`${need} ${offer}`, grade]))
  const countries = new Map(set.notes.map(({ id, cc }) => [id, cc]))
  const countryOf = (note: NoteId): string => countries.get(note) ?? ''
  const row = (chosen: readonly PossibleMeeting[]): Record<string, number> => {
    const graded = chosen.map(({ need, offer }) => grades.get(`${need} ${offer}`) ?? 0)
    return {
      meetings: chosen.length,
      strong: graded.filter((grade) => grade === 2).length,
      right: graded.filter((grade) => grade > 0).length,
      'countries served': new Set(chosen.map(({ need }) => countryOf(need))).size,
      'worth together': chosen.reduce((sum, { worth }) => sum + worth, 0),
    }
  }
  const without = { countryOf, placesOf: () => places, rounds: possible.length, most: possible.length }
  return {
    [`each takes its first, ${places} places`]: row(takeFirst(possible, places, false)),
    [`each takes the first that is free, ${places} places`]: row(takeFirst(possible, places, true)),
    [`min-cost flow, ${places} places`]: row(chooseMeetings(possible, without)),
  }
}

/** Milliseconds to plan six rounds at twenty tables on a wall of so many notes. */
export function timeMeetings(notes: readonly LabelledNote[], size: number): Record<string, string> {
  const wall = bigWall(notes, size)
  const asked = performance.now()
  const possible = possibleIn({ notes: wall, matches: [] })
  const began = performance.now()
  const request = wall.map(asNote).map(({ id, kind, country, author }) => ({ id, kind, country, person: author, places: 2 }))
  const { rounds, leftOut } = planMeetings(possible, { notes: request, begun: [], refused: [], rounds: 6, tables: 20 })
  const done = performance.now()
  return {
    'pairs to choose from': String(possible.length),
    'fingerprints and candidates': `${(began - asked).toFixed(0)} ms`,
    plan: `${(done - began).toFixed(0)} ms`,
    meetings: rounds.map((round) => round.length).join(' + '),
    'left out': String(leftOut),
  }
}
