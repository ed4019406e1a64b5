import type { NoteId, PairId } from '#shared/wall/ids.ts'
import type { Pair, PairState, Wall } from '#shared/wall/schema.ts'
import { supportersOf } from '#shared/wall/supportsOf.ts'

/** What a reader of the list is told of a note's pairs, furthest first; what came to nothing is not mentioned. */
export const TOLD = ['done', 'agreed', 'contacted', 'interested', 'suggested'] as const satisfies readonly PairState[]
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

/** Who supports pairs of a note, by name, for each note that has such pairs. */
export function supporterNames({ pairs, people }: Pick<Wall, 'pairs' | 'people'>): ReadonlyMap<NoteId, string> {
  const names = new Map<NoteId, Set<string>>()
  for (const { need, offer, facts } of pairs.values()) {
    for (const { by } of supportersOf(facts)) {
      const name = people.get(by)?.name
      if (name !== undefined) for (const note of [need, offer]) names.set(note, (names.get(note) ?? new Set()).add(name))
    }
  }
  return new Map([...names].map(([note, found]) => [note, [...found].join(', ')]))
}
