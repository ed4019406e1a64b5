import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { HungNote } from './noteIndex.ts'

const GLIDE_MS = 420
/** Fewer than these that move at once are seen where they are. */
const LEAST = 6

export interface Glide {
  /** Begins from where notes hung, unless too few move, or motion is not wanted here. */
  start(from: ReadonlyMap<NoteId, WallPoint>): void
  /** @returns whether it goes on */
  step(timeMs: number): boolean
  /** Where notes are on their way; `undefined` while nothing glides. */
  readonly at: () => ((hung: HungNote) => HungNote) | undefined
}

/** Notes that were arranged anew, on their way from where they hung to where they hang. */
export function createGlide(): Glide {
  let from: ReadonlyMap<NoteId, WallPoint> | undefined
  let startMs: number | undefined
  let left = 1
  return {
    start(places) {
      if (places.size < LEAST || matchMedia('(prefers-reduced-motion: reduce)').matches) return
      from = places
      startMs = undefined
      left = 1
    },
    step(timeMs) {
      if (!from) return false
      startMs ??= timeMs
      left = (1 - Math.min(1, (timeMs - startMs) / GLIDE_MS)) ** 3
      if (left === 0) from = undefined
      return true
    },
    at: () => {
      const places = from
      return places && ((hung) => {
        const start = places.get(hung.note.id)
        return start ? { ...hung, x: hung.x + (start[0] - hung.x) * left, y: hung.y + (start[1] - hung.y) * left } : hung
      })
    },
  }
}
