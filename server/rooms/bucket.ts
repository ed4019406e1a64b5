/** How much may pass: so much a second, and as much at once as a full bucket holds. */
export class Bucket {
  readonly #perMs: number
  readonly #full: number
  #level: number
  #at: number

  /** @param now milliseconds; only differences count */
  constructor(perSecond: number, full: number, now: number) {
    this.#perMs = perSecond / 1000
    this.#full = full
    this.#level = full
    this.#at = now
  }

  /**
   * Takes out what has come, also when there is not so much in it.
   * @returns milliseconds until the bucket is no longer overdrawn
   */
  take(amount: number, now: number): number {
    this.#level = Math.min(this.#full, this.#level + (now - this.#at) * this.#perMs) - amount
    this.#at = now
    return this.#level < 0 ? Math.ceil(-this.#level / this.#perMs) : 0
  }

  /** How much has been taken out and has not come back yet. */
  taken(now: number): number {
    this.take(0, now)
    return this.#full - this.#level
  }
}
