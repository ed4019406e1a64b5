/** Each bucket is 2 % wider than the one before, so a quantile is right to 2 % whatever its size. */
const GROWTH = Math.log(1.02)
/** The last bucket begins at 48 minutes. */
const BUCKETS = 1100

/** A histogram as it travels between processes. */
export interface HistogramData {
  readonly counts: Float64Array
  readonly most: number
}

/** How often which duration came, in microseconds. */
export class Histogram {
  readonly #counts = new Float64Array(BUCKETS)
  #count = 0
  #most = 0

  static from(parts: readonly HistogramData[]): Histogram {
    const all = new Histogram()
    for (const { counts, most } of parts) {
      counts.forEach((count, bucket) => {
        all.#counts[bucket] = (all.#counts[bucket] ?? 0) + count
        all.#count += count
      })
      all.#most = Math.max(all.#most, most)
    }
    return all
  }

  add(us: number): void {
    const bucket = Math.min(BUCKETS - 1, Math.floor(Math.log(Math.max(1, us)) / GROWTH))
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1
    this.#count++
    this.#most = Math.max(this.#most, us)
  }

  get count(): number {
    return this.#count
  }

  get data(): HistogramData {
    return { counts: this.#counts, most: this.#most }
  }

  /**
   * @param share in 0…1
   * @returns milliseconds; NaN when nothing was added
   */
  quantile(share: number): number {
    if (this.#count === 0) return NaN
    let passed = 0
    for (const [bucket, count] of this.#counts.entries()) {
      passed += count
      if (passed >= share * this.#count) return Math.min(this.#most, Math.exp((bucket + 0.5) * GROWTH)) / 1000
    }
    return this.#most / 1000
  }
}
