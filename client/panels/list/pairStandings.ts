import type { NoteId, PairId } from '#shared/wall/ids.ts'
import type { Pair, PairState } from '#shared/wall/schema.ts'

/** What a reader of the list is told of a note's pairs, furthest first; what came to nothing is not mentioned. */
const TOLD = ['done', 'agreed', 'contacted', 'interested', 'suggested'] as const satisfies readonly PairState[]
export type ToldState = (typeof TOLD)[number]

/**
 * The states of each note's pairs, one entry a state, furthest first.
 * Written as one string (`agreed interested`), so that an item of the list can see by comparing that nothing changed.
 */
export function pairStandings(pairs: ReadonlyMap<PairId, Pair>): ReadonlyMap<NoteId, string> {
  const states = new Map<NoteId, Set<PairState>>()
  for (const { need, offer, state } of pairs.values()) {
    if (!state) continue
    for (const note of [need, offer]) states.set(note, (states.get(note) ?? new Set()).add(state))
  }
  return new Map([...states].map(([note, found]) => [note, TOLD.filter((state) => found.has(state)).join(' ')]))
}

export const statesIn = (standing: string): readonly ToldState[] => TOLD.filter((state) => standing.split(' ').includes(state))
