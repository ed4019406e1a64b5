import type { NoteId, PairId } from '#shared/wall/ids.ts'

/** Two notes that should meet at one table, and the parties that would sit there. */
export interface Meeting {
  readonly id: PairId
  readonly need: NoteId
  readonly offer: NoteId
  readonly parties: readonly [needing: string, offering: string]
}

export interface Hall {
  readonly rounds: number
  readonly tables: number
}

/**
 * Gives meetings a round and a table, those named first before others: a party sits at one table a round, a need has one
 * meeting, an offer no more than it has places. A meeting without a round in which both are free gets one by moving others,
 * where that can be done (the exchange in the proof of Vizing's theorem).
 * @returns the meetings of each round
 */
export function seatMeetings<M extends Meeting>(meetings: readonly M[], { rounds, tables }: Hall, placesOf: (offer: NoteId) => number): readonly (readonly M[])[] {
  /** For each round, at which meeting each party sits. */
  const seated = Array.from({ length: rounds }, () => new Map<string, M>())
  const sit = (round: Map<string, M>, meeting: M): void => meeting.parties.forEach((party) => round.set(party, meeting))
  const rise = (round: Map<string, M>, meeting: M): void => meeting.parties.forEach((party) => round.delete(party))

  function seat(meeting: M): boolean {
    const [one, other] = meeting.parties
    const round = seated.find((free) => free.size < 2 * tables && !free.has(one) && !free.has(other))
    if (round) {
      sit(round, meeting)
      return true
    }
    return seated.some((a) => !a.has(one) && seated.some((b) => a !== b && !b.has(other) && makeRoom(meeting, a, b)))
  }

  /** `one` is free in `a`, `other` in `b`: what keeps `other` busy in `a` goes to `b`, what is in its way there comes to `a`, and so on. */
  function makeRoom(meeting: M, a: Map<string, M>, b: Map<string, M>): boolean {
    const [one, other] = meeting.parties
    const toB: M[] = []
    const toA: M[] = []
    let party = other
    for (let isInA = true; ; isInA = !isInA) {
      const next = (isInA ? a : b).get(party)
      if (!next) break
      ;(isInA ? toB : toA).push(next)
      party = next.parties[0] === party ? next.parties[1] : next.parties[0]
    }
    // Where the chain ends at `one`, they would be busy in `a` after all.
    if (party === one) return false
    const more = toB.length - toA.length
    if (b.size + 2 * more > 2 * tables || a.size - 2 * more + 2 > 2 * tables) return false
    toB.forEach((moved) => rise(a, moved))
    toA.forEach((moved) => rise(b, moved))
    toB.forEach((moved) => sit(b, moved))
    toA.forEach((moved) => sit(a, moved))
    sit(a, meeting)
    return true
  }

  const met = new Map<NoteId, number>()
  const timesMet = (note: NoteId): number => met.get(note) ?? 0
  for (const meeting of meetings) {
    const { need, offer } = meeting
    if (timesMet(need) > 0 || timesMet(offer) >= placesOf(offer) || !seat(meeting)) continue
    met.set(need, 1)
    met.set(offer, timesMet(offer) + 1)
  }
  const order = new Map(meetings.map((meeting, place) => [meeting, place]))
  const placeOf = (meeting: M): number => order.get(meeting) ?? NaN
  return seated.map((round) => [...new Set(round.values())].sort((a, b) => placeOf(a) - placeOf(b)))
}
