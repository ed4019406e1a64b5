import type { ParticipantId } from '#shared/wall/ids.ts'
import { Bucket } from './bucket.ts'

/**
 * In steps, each well under a microsecond, such as passing a struct in search of a place. Typing makes some fifty in a second, a day
 * without a line some fifty thousand at once; what is sent with ill intent makes a million with a hundred kilobytes.
 */
const STEPS_PER_SECOND = 40_000
const STEPS_AT_ONCE = 400_000

/**
 * How much of the room's time one person takes, on all of their connections and on new ones. Each update alone may be
 * within every bound, be a few bytes long, and still make the server, and then every browser, look through all that is in a text.
 */
export class WorkShare {
  readonly #buckets = new Map<ParticipantId, Bucket>()

  /** @returns milliseconds until this person may make work again; 0 when they may */
  waitMs(person: ParticipantId, now: number): number {
    return this.#buckets.get(person)?.take(0, now) ?? 0
  }

  /** @returns steps that this person has made of late */
  spent(person: ParticipantId, now: number): number {
    return this.#buckets.get(person)?.taken(now) ?? 0
  }

  spend(person: ParticipantId, steps: number, now: number): void {
    const bucket = this.#buckets.get(person) ?? new Bucket(STEPS_PER_SECOND, STEPS_AT_ONCE, now)
    this.#buckets.set(person, bucket)
    bucket.take(steps, now)
  }
}
