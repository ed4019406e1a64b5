import { equalityDeep } from 'lib0/function'
import type { Note, Pair, Wall } from './schema.ts'

/** How a wall differs from an earlier version of it, as people would say it. */
export interface WallDifference {
  /** Notes of now that were not there. */
  readonly came: readonly Note[]
  /** Notes of then that are not there any more. */
  readonly gone: readonly Note[]
  /** Notes that read differently. */
  readonly changed: readonly { readonly then: Note; readonly now: Note }[]
  /** How many notes hang in another place. */
  readonly moved: number
  /** About how many pairs of notes of then something else was said or agreed. */
  readonly pairs: number
}

export function compareWalls(then: Wall, now: Wall): WallDifference {
  const both = [...then.notes.values()].flatMap((note) => {
    const today = now.notes.get(note.id)
    return today ? [{ then: note, now: today }] : []
  })
  const pairs = new Set([...then.pairs.keys(), ...now.pairs.keys()])
  return {
    came: [...now.notes.values()].filter(({ id }) => !then.notes.has(id)),
    gone: [...then.notes.values()].filter(({ id }) => !now.notes.has(id)),
    changed: both.filter((note) => !readsTheSame(note.then, note.now)),
    moved: both.filter((note) => note.then.at[0] !== note.now.at[0] || note.then.at[1] !== note.now.at[1]).length,
    pairs: [...pairs].filter((id) => {
      const [before, after] = [then.pairs.get(id), now.pairs.get(id)]
      const pair = before ?? after
      return pair !== undefined && then.notes.has(pair.need) && then.notes.has(pair.offer) && !equalityDeep(saidOf(before), saidOf(after))
    }).length,
  }
}

const readsTheSame = (a: Note, b: Note): boolean => a.kind === b.kind && a.text === b.text && a.name === b.name && a.country === b.country && a.places === b.places

/** "Not a match" is each reader's own affair and no difference of the wall. */
function saidOf(pair: Pair | undefined): unknown {
  if (pair?.state === undefined) return undefined
  const { interest, answer, later, confirm, outcome, suggestion, support, supported } = pair.facts
  return { interest, answer, later, confirm, outcome, suggestion, support, supported, card: pair.card }
}
