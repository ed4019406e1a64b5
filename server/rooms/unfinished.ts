import type { Address } from '../auth/addressOf.ts'

/** Four of the largest messages there are. */
const MOST_BYTES = 64 * 1024 * 1024
/** What it costs to keep a piece, however small. */
const BYTES_OF_PIECE = 256

/** A connection that has begun to say something. */
export interface Speaker {
  readonly address: Address
  end(): void
}

/**
 * The messages that have begun to arrive and have not ended. Each is kept until it ends, and it may never: one connection can
 * hold as much as the largest message, and a thousand of them the whole memory. A slow line has all the time it needs, as long
 * as there is room; when there is none, the address that takes up most of it gives up the oldest.
 */
export class Unfinished {
  readonly #held = new Map<Speaker, number>()
  #total = 0

  /** @param bytes of the message so far, in so many pieces; 0 when it has ended */
  hold(speaker: Speaker, bytes: number, pieces: number): void {
    const now = bytes === 0 ? 0 : bytes + pieces * BYTES_OF_PIECE
    this.#total += now - (this.#held.get(speaker) ?? 0)
    if (now > 0) this.#held.set(speaker, now)
    else this.#held.delete(speaker)
    while (this.#total > MOST_BYTES) this.#giveUpOne()
  }

  #giveUpOne(): void {
    const byAddress = new Map<Address, number>()
    for (const [{ address }, bytes] of this.#held) byAddress.set(address, (byAddress.get(address) ?? 0) + bytes)
    const most = Math.max(...byAddress.values())
    for (const speaker of this.#held.keys()) {
      if (byAddress.get(speaker.address) !== most) continue
      this.hold(speaker, 0, 0)
      speaker.end()
      return
    }
  }
}
