import { shallow } from 'zustand/shallow'
import type { Wall } from '#shared/wall/schema.ts'

/**
 * Remembers what came out of a wall: it is computed once for each change of the wall, and stays the same object while the same comes
 * out; so does each list and each set in it.
 * @returns for what is computed, what reads it from a wall
 */
export function createOutcome<T extends object>(): (compute: (wall: Wall) => T) => (state: { readonly wall: Wall }) => T {
  let kept: T | undefined
  return (compute) => {
    let of: Wall | undefined
    return ({ wall }) => {
      if (kept && of === wall) return kept
      of = wall
      const now = compute(wall)
      kept = kept ? withWhatStayed(kept, now) : now
      return kept
    }
  }
}

function withWhatStayed<T extends object>(before: T, now: T): T {
  if (isSame(before, now)) return before
  if (Symbol.iterator in now) return now
  const parts = Object.fromEntries(Object.entries(now).map(([key, value]) => {
    const part: unknown = before[key as keyof T]
    return [key, isSame(part, value) ? part : value]
  }))
  return shallow(before, parts) ? before : (parts as T) // the same keys, with values of the same kind
}

/** Of lists `shallow` would make maps first: at twenty thousand notes that takes longer than what the list was spared. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return shallow(a, b)
  return a.length === b.length && a.every((entry, at) => entry === b[at])
}
