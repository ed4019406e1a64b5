import type { Timing } from './timing.ts'

/**
 * When a room ticks. After a rest it answers at once; what comes during the rest waits for its end and goes out together.
 * The rest grows with the room and with what its ticks take. One tick that took long, because the disk or the machine did, makes
 * no long rest: whoever waited for it would wait for that too.
 */
export class TickPace {
  readonly #timing: Timing
  /** What the last two ticks took; unknown before the first one. */
  #tickMs: readonly [last: number, before: number] = [Infinity, Infinity]
  #restingSince: number

  constructor(timing: Timing, now: number) {
    this.#timing = timing
    this.#restingSince = now
  }

  ticked(fromMs: number, toMs: number): void {
    this.#tickMs = [toMs - fromMs, this.#tickMs[0]]
    this.#restingSince = toMs
  }

  /** @returns 0 when the rest is over */
  restLeftMs(clients: number, now: number): number {
    const { tickMs, tickMsPerClient, tickRest } = this.#timing
    const restMs = Math.min(tickMs, tickMsPerClient * clients, tickRest * Math.min(...this.#tickMs))
    return Math.max(0, this.#restingSince + restMs - now)
  }
}
