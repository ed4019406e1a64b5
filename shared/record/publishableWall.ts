import type { Wall } from '../wall/schema.ts'

/**
 * The wall without what is marked "do not publish", and without all that was said about such a note: a pair's card and its
 * confirmations quote it. Every writer of a file begins with it.
 */
export function publishableWall(wall: Wall): Wall {
  const withheld = new Set([...wall.notes.values()].filter((note) => note.withheld).map(({ id }) => id))
  if (withheld.size === 0) return wall
  return {
    ...wall,
    notes: new Map([...wall.notes].filter(([id]) => !withheld.has(id))),
    pairs: new Map([...wall.pairs].filter(([, { need, offer }]) => !withheld.has(need) && !withheld.has(offer))),
  }
}

/** How many notes stay out of what is published. */
export const countWithheld = (wall: Wall): number => [...wall.notes.values()].filter((note) => note.withheld).length
