import type { NoteId } from '#shared/wall/ids.ts'
import { createFlowNetwork } from './flowNetwork.ts'

/** Two notes that could meet, and what that is worth: 1…1000, whole. */
export interface PossibleMeeting {
  readonly need: NoteId
  readonly offer: NoteId
  readonly worth: number
}

export interface MeetingBounds {
  /** Which country a note is of. */
  readonly countryOf: (note: NoteId) => string
  /** How many needs an offer can meet. */
  readonly placesOf: (offer: NoteId) => number
  /** A country sits at no more tables for its needs, and at no more for its offers. */
  readonly rounds: number
  /** In all. */
  readonly most: number
}

/**
 * Which of the possible meetings should take place: as many countries as possible have one of their needs met, and then what
 * all meetings are worth together is the most that there is. A need has one meeting at most.
 * Of choices that are equally good always the same one is made, whatever the order of `possible`.
 */
export function chooseMeetings<M extends PossibleMeeting>(possible: readonly M[], { countryOf, placesOf, rounds, most }: MeetingBounds): readonly M[] {
  const meetings = [...possible].sort((a, b) => compare(a.need, b.need) || compare(a.offer, b.offer))
  const needs = numbered(meetings.map(({ need }) => need))
  const offers = numbered(meetings.map(({ offer }) => offer))
  const needing = numbered([...needs.keys()].map(countryOf))
  const offering = numbered([...offers.keys()].map(countryOf))

  // source, then needing countries, needs, offers, offering countries, sink
  const source = 0
  const firstNeed = 1 + needing.size
  const firstOffer = firstNeed + needs.size
  const firstOffering = firstOffer + offers.size
  const sink = firstOffering + offering.size
  const network = createFlowNetwork(sink + 1)
  // More than all meetings together: a country's first need comes before any sum of others.
  const dearest = 1000 * (needs.size + 1)
  for (const country of needing.values()) {
    network.addEdge(source, 1 + country, 1, 0)
    network.addEdge(source, 1 + country, rounds - 1, dearest)
  }
  for (const [need, number] of needs) network.addEdge(1 + placeIn(needing, countryOf(need)), firstNeed + number, 1, 0)
  const edges = meetings.map(({ need, offer, worth }) =>
    network.addEdge(firstNeed + placeIn(needs, need), firstOffer + placeIn(offers, offer), 1, 1000 - worth),
  )
  for (const [offer, number] of offers) {
    network.addEdge(firstOffer + number, firstOffering + placeIn(offering, countryOf(offer)), placesOf(offer), 0)
  }
  for (const country of offering.values()) network.addEdge(firstOffering + country, sink, rounds, 0)
  // A way that costs this much would take more from other meetings than it brings.
  network.send(source, sink, most, dearest + 1000)
  return meetings.filter((_, index) => network.flowOn(edges[index] ?? NaN) > 0)
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Each once, in code unit order, with its place. */
const numbered = <T extends string>(items: readonly T[]): ReadonlyMap<T, number> =>
  new Map([...new Set(items)].sort(compare).map((item, place) => [item, place]))

function placeIn<T extends string>(places: ReadonlyMap<T, number>, item: T): number {
  const place = places.get(item)
  if (place === undefined) throw new Error(`${item} is in no meeting.`)
  return place
}
