import { notesOfPair, pairIdOf, type NoteId, type PairId } from '#shared/wall/ids.ts'
import type { NoteKind } from '#shared/wall/schema.ts'
import { chooseMeetings, compare, type PossibleMeeting } from './chooseMeetings.ts'
import { joinParties } from './joinParties.ts'
import { seatMeetings, type Hall } from './seatMeetings.ts'

/** A note as far as meetings go. */
export interface MeetingNote {
  readonly id: NoteId
  readonly kind: NoteKind
  readonly country: string
  /** Who would come to the table: the note's author, or whom it was written for. */
  readonly person: string
  /** Of an offer: how many needs it can meet. */
  readonly places: number
}

/** What a round of meetings is planned from. */
export interface MeetingRequest extends Hall {
  readonly notes: readonly MeetingNote[]
  /** Pairs that have begun to talk: worth a table more than any that the matcher found. */
  readonly begun: readonly PairId[]
  /** Pairs that somebody said no to. */
  readonly refused: readonly PairId[]
}

export interface MeetingPlan {
  /** Of each round its pairs; the first sits at table 1. Rounds in which nobody would sit are left out. */
  readonly rounds: readonly (readonly PairId[])[]
  /** How many more meetings worth having there are than found a round and a table. */
  readonly leftOut: number
}

/** Pairs that have begun to talk come before every score. */
const BEGUN_WORTH = 1000

/**
 * A round of meetings: chosen so that first as many countries as possible have a need met and then all are worth most together,
 * and seated so that nobody, and no country, sits at two tables at once. Tables that are left go to the best of the others.
 * @param found what the matcher found: pairs with their scores
 * @see docs/adr/0010-a-round-of-meetings.md
 */
export function planMeetings(found: readonly PossibleMeeting[], { notes, begun, refused, rounds, tables }: MeetingRequest): MeetingPlan {
  const known = new Map(notes.map((note) => [note.id, note]))
  const partyOf = joinParties(notes)
  const placesOf = (offer: NoteId): number => known.get(offer)?.places ?? 0
  const possible = possibleMeetings(found, known, begun, refused)
    .map((meeting) => ({ ...meeting, id: pairIdOf(meeting.need, meeting.offer), parties: [partyOf(meeting.need), partyOf(meeting.offer)] as const }))
    .filter(({ parties: [needing, offering] }) => needing !== offering)
    .sort((a, b) => b.worth - a.worth || compare(a.id, b.id))

  const bounds = { countryOf: partyOf, placesOf }
  const wanted = chooseMeetings(possible, { ...bounds, rounds: possible.length, most: possible.length })
  const chosen = new Set(chooseMeetings(possible, { ...bounds, rounds, most: rounds * tables }).map(({ id }) => id))
  const isChosen = ({ id }: { id: PairId }): boolean => chosen.has(id)
  const inOrder = [...bestOfEachParty(possible.filter(isChosen)), ...possible.filter((meeting) => !isChosen(meeting))]
  const seated = seatMeetings(inOrder, { rounds, tables }, placesOf).filter((round) => round.length > 0)
  const count = seated.reduce((sum, round) => sum + round.length, 0)
  return { rounds: seated.map((round) => round.map(({ id }) => id)), leftOut: Math.max(0, wanted.length - count) }
}

function possibleMeetings(
  found: readonly PossibleMeeting[],
  known: ReadonlyMap<NoteId, MeetingNote>,
  begun: readonly PairId[],
  refused: readonly PairId[],
): readonly PossibleMeeting[] {
  const no = new Set(refused)
  const meetings = new Map(found.map((meeting) => [pairIdOf(meeting.need, meeting.offer), meeting]))
  for (const pair of begun) {
    const notes = notesOfPair(pair)
    if (notes) meetings.set(pair, { ...notes, worth: BEGUN_WORTH })
  }
  return [...meetings].flatMap(([id, meeting]) => (!no.has(id) && known.has(meeting.need) && known.has(meeting.offer) ? [meeting] : []))
}

/** The best meeting of each party's needs first: where there are not tables for all, nobody goes without. */
function bestOfEachParty<M extends { readonly parties: readonly [string, string] }>(ranked: readonly M[]): readonly M[] {
  const served = new Set<string>()
  const isFirst = (meeting: M): boolean => {
    const [needing] = meeting.parties
    if (served.has(needing)) return false
    served.add(needing)
    return true
  }
  const best = new Set(ranked.filter(isFirst))
  return [...best, ...ranked.filter((meeting) => !best.has(meeting))]
}
