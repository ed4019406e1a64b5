import { notesOfPair, type PairId } from '#shared/wall/ids.ts'
import type { Meetings, Note, Wall } from '#shared/wall/schema.ts'

/** Two people at a table. */
export interface Sitting {
  readonly pair: PairId
  readonly table: number
  readonly need: Note
  readonly offer: Note
}
export interface Round {
  /** From 1. */
  readonly number: number
  /** Milliseconds since 1970. */
  readonly startsAt: number
  readonly endsAt: number
  readonly sittings: readonly Sitting[]
}

/** Who sits where and when. A table stays empty when one of its two notes has left the wall; the others keep their numbers. */
export function timetable({ startsAt, minutes, rounds }: Pick<Meetings, 'startsAt' | 'minutes' | 'rounds'>, notes: Wall['notes']): readonly Round[] {
  const length = minutes * 60_000
  return rounds.map((pairs, index) => ({
    number: index + 1,
    startsAt: startsAt + index * length,
    endsAt: startsAt + (index + 1) * length,
    sittings: pairs.flatMap((pair, place): Sitting[] => {
      const ids = notesOfPair(pair)
      const need = ids && notes.get(ids.need)
      const offer = ids && notes.get(ids.offer)
      return need && offer ? [{ pair, table: place + 1, need, offer }] : []
    }),
  }))
}

/** The round that is on, or the next one; `undefined` when all are over. */
export const roundNow = (rounds: readonly Round[], now: number): Round | undefined => rounds.find(({ endsAt }) => now < endsAt)
