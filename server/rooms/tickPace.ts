import type { Timing } from './timing.ts'

/**
 * When a room ticks. After a rest it answers at once; what comes during the rest waits for its end and goes out together.
 * The rest grows with the room and with what the last tick took.
 */
export class TickPace {
  readonly #timing: Timing
  /** Unknown before the first one. */
  #lastTickMs = Infinity
  #restingSince: number

  constructor(timing: Timing, now: number) {
    this.#timing = timing
    this.#restingSince = now
  }

  ticked(fromMs: number, toMs: number): void {
    this.#lastTickMs = toMs - fromMs
    this.#restingSince = toMs
  }

  /** @returns 0 when the rest is over */
  restLeftMs(clients: number, now: number): number {
    const { tickMs, tickMsPerClient, tickRest } = this.#timing
    const restMs = Math.min(tickMs, tickMsPerClient * clients, tickRest * this.#lastTickMs)
    return Math.max(0, this.#restingSince + restMs - now)
  }
}
