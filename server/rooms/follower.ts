import type { WallId } from '#shared/wall/ids.ts'
import type { Store } from '../storage/store.ts'

/** What arrived early and waits for the one before it; beyond this it is read from the store instead. */
const MOST_EARLY_BYTES = 4 * 1024 * 1024

/**
 * Which of a wall's numbered updates a document holds, and how it gets the next ones in their order: from what the bus
 * brought, as far as that goes without a gap, and otherwise from the store.
 */
export class Follower {
  readonly #store: Store
  readonly #wall: WallId
  readonly #early = new Map<number, Uint8Array>()
  #earlyBytes = 0
  #seq: number
  #isInDoubt = false

  /** @param seq number of the newest update that the document holds */
  constructor(store: Store, wall: WallId, seq: number) {
    this.#store = store
    this.#wall = wall
    this.#seq = seq
  }

  /** All updates up to this number are in the document, or were given by `take`. */
  get seq(): number {
    return this.#seq
  }

  /** Something may have been missed: the next `take` asks the store. */
  doubt(): void {
    this.#isInDoubt = true
  }

  /** Something that another server has committed. */
  hear(seq: number, update: Uint8Array): void {
    if (seq <= this.#seq || this.#early.has(seq)) return
    this.#early.set(seq, update)
    this.#earlyBytes += update.length
    if (this.#earlyBytes <= MOST_EARLY_BYTES) return
    this.#early.clear()
    this.#earlyBytes = 0
    this.doubt()
  }

  /** The document's own update was given this number. With a gap before it, the next `take` brings what is in the gap. */
  committed(seq: number): void {
    if (seq === this.#seq + 1) this.#moveTo(seq)
    else this.doubt()
  }

  /** The document was read anew, and holds everything up to this number. */
  reloaded(seq: number): void {
    if (seq > this.#seq) this.#moveTo(seq)
  }

  /**
   * @returns what comes next, in order. Some of it may be in the document already. `undefined` when the store has it in
   *   a snapshot only: then the document is to be read anew
   * @throws when the store cannot be read; nothing is lost by it
   */
  async take(): Promise<readonly Uint8Array[] | undefined> {
    const next = this.#inOrder()
    if (!this.#isInDoubt && next.length === this.#early.size) {
      this.#moveTo(this.#seq + next.length)
      return next
    }
    this.#isInDoubt = false // whatever raises a doubt from here on is not settled by this reading
    try {
      const read = await this.#store.since(this.#wall, this.#seq)
      if (!read) {
        this.doubt()
        return undefined
      }
      this.#moveTo(read.seq)
      return read.updates
    } catch (error) {
      this.doubt()
      throw error
    }
  }

  #inOrder(): readonly Uint8Array[] {
    const next: Uint8Array[] = []
    for (let update = this.#early.get(this.#seq + 1); update; update = this.#early.get(this.#seq + next.length + 1)) next.push(update)
    return next
  }

  #moveTo(seq: number): void {
    this.#seq = seq
    for (const [early, { length }] of this.#early) {
      if (early > seq) continue
      this.#early.delete(early)
      this.#earlyBytes -= length
    }
  }
}
