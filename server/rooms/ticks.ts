import { TickPace } from './tickPace.ts'
import type { Timing } from './timing.ts'

/** What the ticks are of. */
interface Ticked {
  tick(): Promise<void>
  /** @param ms what a tick took */
  took(ms: number): void
  clients(): number
  /** Something waits that no news will tell of: it is looked at in a while. */
  isWaiting(): boolean
  /** Ticks that failed in a row. After one the next comes later, news or not. */
  failures(): number
}

/** A room's ticks: never two at a time, each after a rest, and none while nothing happens. */
export class Ticks {
  readonly #timing: Timing
  readonly #of: Ticked
  readonly #pace: TickPace
  #next: { readonly cancel: () => void } | undefined
  #ticking: Promise<void> | undefined
  #hasNews = false
  /** The next tick only looks after those who wait: news does not wait for it. */
  #isLook = false
  #isStopped = false

  constructor(timing: Timing, of: Ticked) {
    this.#timing = timing
    this.#of = of
    this.#pace = new TickPace(timing, performance.now())
  }

  /** There is news. */
  wake(): void {
    this.#hasNews = true
    if (this.#isLook) this.#cancel()
    this.#tickIn(this.#pace.restLeftMs(this.#of.clients(), performance.now()))
  }

  /** Resolves when the one that is going on is over. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancel()
    await this.#ticking
  }

  /** After a stop. */
  goOn(): void {
    this.#isStopped = false
    this.#tickAgain()
  }

  #tickIn(ms: number, isLook = false): void {
    if (this.#next || this.#ticking || this.#isStopped) return
    this.#isLook = isLook
    this.#next = ms === 0 ? soon(this.#tick) : later(this.#tick, ms)
  }

  readonly #tick = (): void => {
    this.#next = undefined
    this.#isLook = false
    this.#hasNews = false
    const start = performance.now()
    this.#ticking = this.#of.tick().finally(() => {
      const end = performance.now()
      this.#pace.ticked(start, end)
      this.#of.took(end - start)
      this.#ticking = undefined
      this.#tickAgain()
    })
  }

  #cancel(): void {
    this.#next?.cancel()
    this.#next = undefined
  }

  #tickAgain(): void {
    const { tickMs, retryMs, retryMaxMs } = this.#timing
    const failures = this.#of.failures()
    if (failures > 0) this.#tickIn(Math.min(retryMaxMs, retryMs * 2 ** (failures - 1)))
    else if (this.#hasNews) this.wake()
    else if (this.#of.isWaiting()) this.#tickIn(tickMs, true)
  }
}

/** When all that has arrived is read: a timer takes a millisecond at least. */
function soon(run: () => void): { cancel: () => void } {
  const immediate = setImmediate(run)
  return { cancel: () => clearImmediate(immediate) }
}

function later(run: () => void, ms: number): { cancel: () => void } {
  const timer = setTimeout(run, ms)
  return { cancel: () => clearTimeout(timer) }
}
