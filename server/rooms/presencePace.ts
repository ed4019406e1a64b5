import { WIRE } from '#shared/protocol/limits.ts'
import type { PresenceEntry } from './wire.ts'

const PAUSE_MS = 1000 / WIRE.presencePerSecond

/** Passes one connection's presence on so often and no oftener; of what comes in between, the newest of each client id. */
export class PresencePace {
  readonly #deliver: (entries: readonly PresenceEntry[]) => void
  readonly #held = new Map<number, PresenceEntry>()
  #readyAt = 0
  #timer: NodeJS.Timeout | undefined

  constructor(deliver: (entries: readonly PresenceEntry[]) => void) {
    this.#deliver = deliver
  }

  take(entries: readonly PresenceEntry[], now: number): void {
    if (this.#timer === undefined && now >= this.#readyAt) {
      this.#readyAt = now + PAUSE_MS
      this.#deliver(entries)
      return
    }
    for (const entry of entries) this.#held.set(entry.client, entry)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#readyAt += PAUSE_MS
      this.#deliver([...this.#held.values()])
      this.#held.clear()
    }, this.#readyAt - now)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
