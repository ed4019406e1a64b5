import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, Pair, PairState, Wall } from '#shared/wall/schema.ts'
import type { MeetingRequest } from './planMeetings.ts'
import type { Hall } from './seatMeetings.ts'

/** An offer that does not say for how many countries it has places meets so many. */
const PLACES_IF_NOT_SAID = 2

const HAVE_AGREED: ReadonlySet<PairState | undefined> = new Set<PairState>(['agreed', 'done'])
const HAVE_BEGUN: ReadonlySet<PairState | undefined> = new Set<PairState>(['suggested', 'interested', 'contacted'])
const SAID_NO: ReadonlySet<PairState | undefined> = new Set<PairState>(['declined', 'dropped'])

/**
 * What a round of meetings is planned from: needs that are agreed on need no table, pairs that agreed use up an offer's places,
 * and whom one of the two called no match, declined or set aside does not meet.
 * @param isNoMatch whether this person holds the two notes for no match
 */
export function meetingRequest({ notes, pairs }: Wall, hall: Hall, isNoMatch: (pair: Pair, person: ParticipantId | undefined) => boolean): MeetingRequest {
  const all = [...pairs.values()]
  const agreed = all.filter(({ state }) => HAVE_AGREED.has(state))
  const settled = new Set(agreed.map(({ need }) => need))
  const isDismissed = (pair: Pair): boolean => [pair.need, pair.offer].some((id) => isNoMatch(pair, notes.get(id)?.author))
  const placesOf = (offer: NoteId, places = PLACES_IF_NOT_SAID): number => Math.max(0, places - agreed.filter((pair) => pair.offer === offer).length)
  return {
    ...hall,
    notes: [...notes.values()]
      .filter(({ id }) => !settled.has(id))
      .map((note) => ({ id: note.id, kind: note.kind, country: note.country, person: personOf(note), places: placesOf(note.id, note.places) })),
    begun: all.filter(({ state }) => HAVE_BEGUN.has(state)).map(({ id }) => id),
    refused: all.filter((pair) => SAID_NO.has(pair.state) || isDismissed(pair)).map(({ id }) => id),
  }
}

/** A facilitator who writes for others does not sit at their tables: then the corner says who does. */
const personOf = (note: Note): string => (note.writtenBy === undefined ? note.author : `${note.name} ${note.country}`)
