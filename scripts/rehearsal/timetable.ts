export interface Timetable {
  /** When each person comes through the door, in ms from the beginning. */
  readonly joinsMs: readonly number[]
  /** When each of them writes, in ms from the beginning, in order. */
  readonly writesMs: readonly (readonly number[])[]
}

/** Parts of the whole: people come in at first, and the last part is for reading. */
const DOOR = 0.2
const READING = 0.15
/** Writing begins slowly, is densest at a third, and thins out: a triangle with its top here. */
const DENSEST = 1 / 3

/**
 * A workshop's first minutes, shortened or stretched to `durationMs`.
 * @param random numbers in 0…1
 */
export function timetable(people: number, notes: number, durationMs: number, random: () => number): Timetable {
  const joinsMs = Array.from({ length: people }, (_, index) => ((index + random()) / people) * DOOR * durationMs)
  const endMs = (1 - READING) * durationMs
  const writesMs = joinsMs.map((joinMs) =>
    Array.from({ length: notes }, () => joinMs + triangular(random()) * (endMs - joinMs)).sort((a, b) => a - b),
  )
  return { joinsMs, writesMs }
}

/** The quantile function of the triangular distribution on 0…1. */
const triangular = (share: number): number =>
  share < DENSEST ? Math.sqrt(share * DENSEST) : 1 - Math.sqrt((1 - share) * (1 - DENSEST))
