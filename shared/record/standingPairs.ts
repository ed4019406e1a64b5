import type { Note, Pair, PairState, Wall } from '../wall/schema.ts'

/** States in which a need is being met: it is neither unmet nor, on the other side, untaken. */
export const IN_TOUCH: ReadonlySet<PairState | undefined> = new Set<PairState>(['contacted', 'agreed', 'done'])
/** As the pairs are listed: what came furthest first. */
export const STATE_ORDER: readonly PairState[] = ['agreed', 'done', 'contacted', 'interested', 'suggested', 'declined', 'dropped']

/** A pair of two notes that are on the wall, about which something was said. */
export type StandingPair = Omit<Pair, 'need' | 'offer' | 'state'> & { readonly need: Note; readonly offer: Note; readonly state: PairState }

/** Pairs of a note that is gone from the wall are left out. */
export function standingPairs(wall: Wall): readonly StandingPair[] {
  const standing = [...wall.pairs.values()].flatMap((pair): StandingPair[] => {
    const need = wall.notes.get(pair.need)
    const offer = wall.notes.get(pair.offer)
    return need && offer && pair.state ? [{ ...pair, need, offer, state: pair.state }] : []
  })
  return standing.sort((a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) || (a.id < b.id ? -1 : 1))
}
