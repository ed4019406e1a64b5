import { WIRE } from '#shared/protocol/limits.ts'
import { Bucket } from './bucket.ts'

/** How much somebody may come in: so often a second, and so many at once after a quiet time. */
interface Pace {
  readonly name: string
  readonly perSecond: number
  readonly atOnce: number
}

/** Every so often those are forgotten who may come in again as if they had never been here. */
const FORGET_MS = 60_000

/**
 * How often somebody comes in: each time a whole wall is read and sent. A page whose line breaks, or a roomful that comes back
 * together, is far below; what is above comes and goes in a loop.
 */
export class ComingPace {
  readonly #buckets = new Map<string, Bucket>()
  #forgotAt = 0

  /** @param now milliseconds; only differences count */
  hasRoom(paces: readonly Pace[], now: number): boolean {
    return paces.every(({ name }) => (this.#buckets.get(name)?.take(0, now) ?? 0) === 0)
  }

  /** One more of each has come in. */
  count(paces: readonly Pace[], now: number): void {
    this.#forget(now)
    for (const { name, perSecond, atOnce } of paces) {
      const bucket = this.#buckets.get(name) ?? new Bucket(perSecond, atOnce, now)
      this.#buckets.set(name, bucket)
      bucket.take(1, now)
    }
  }

  #forget(now: number): void {
    if (now - this.#forgotAt < FORGET_MS) return
    this.#forgotAt = now
    for (const [name, bucket] of this.#buckets) if (bucket.taken(now) === 0) this.#buckets.delete(name)
  }
}

/**
 * The paces that somebody keeps to.
 * @param who one person of one wall, or one page of a viewer
 * @param address with how many sockets it may have open: a roomful of people may sit behind it
 */
export const pacesOf = (who: string, address: string, socketsPerAddress: number): readonly Pace[] => [
  { name: `who ${who}`, perSecond: WIRE.comingsPerSecond, atOnce: WIRE.comingsAtOnce },
  { name: `address ${address}`, perSecond: WIRE.comingsOfAddressPerSecond, atOnce: WIRE.roomfulsAtOnce * socketsPerAddress },
]
