import type { NoteId } from '#shared/wall/ids.ts'

/** How well an offer answers a need; a pair that is under way weighs more than any that is only likely. */
export interface Link {
  readonly need: NoteId
  readonly offer: NoteId
  readonly weight: number
}

/** A need and the offers that face it, the best one first. */
export interface PairRow {
  readonly need: NoteId
  readonly offers: readonly NoteId[]
}

/** More offers than these do not fit beside one need; the next stand with another need, or among the open ones. */
const MOST_OFFERS = 3

/**
 * Needs facing their best offers. An offer stands with the need it answers best, and once: the heaviest links are taken
 * first, ties by the ids. The same links give the same rows in whatever order they come.
 * @returns a row for each need that has an offer, in the order of their best links
 */
export function pairRows(links: Iterable<Link>): readonly PairRow[] {
  const rows = new Map<NoteId, NoteId[]>()
  const taken = new Set<NoteId>()
  const heaviestFirst = [...links].sort((a, b) => b.weight - a.weight || compare(a.need, b.need) || compare(a.offer, b.offer))
  for (const { need, offer } of heaviestFirst) {
    const offers = rows.get(need) ?? []
    if (taken.has(offer) || offers.length === MOST_OFFERS) continue
    offers.push(offer)
    taken.add(offer)
    rows.set(need, offers)
  }
  return [...rows].map(([need, offers]) => ({ need, offers }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
