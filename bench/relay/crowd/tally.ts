import { Histogram, type HistogramData } from '../measure/histogram.ts'
import { eachStamp, nowUs } from '../measure/stamp.ts'

/** What was made from `fromUs` to `toUs` is measured, whenever it arrives. */
export interface Span {
  readonly fromUs: number
  readonly toUs: number
}

export interface TallyData {
  /** Edits by others that arrived, each counted once for each receiver. */
  readonly received: number
  readonly edits: HistogramData
  readonly cursors: HistogramData
}

/** What arrives at a crowd while it is measured. */
export class Tally {
  readonly #span: Span
  readonly #edits = new Histogram()
  readonly #cursors = new Histogram()
  /** By receiver: the edits that have arrived, as `sender * 65536 + sequence`. */
  readonly #seen = new Map<number, Set<number>>()

  constructor(span: Span) {
    this.#span = span
  }

  hearUpdate(receiver: number, bytes: Buffer, start: number, end: number): void {
    const now = nowUs()
    const seen = this.#seenBy(receiver)
    eachStamp(bytes, start, end, (us, sender, sequence) => {
      const edit = sender * 65_536 + sequence
      if (sender === receiver || !this.#isMeasured(us) || seen.has(edit)) return
      seen.add(edit)
      this.#edits.add(now - us)
    })
  }

  hearPresence(receiver: number, bytes: Buffer, start: number, end: number): void {
    const now = nowUs()
    eachStamp(bytes, start, end, (us, sender) => {
      if (sender !== receiver && this.#isMeasured(us)) this.#cursors.add(now - us)
    })
  }

  get data(): TallyData {
    return { received: this.#edits.count, edits: this.#edits.data, cursors: this.#cursors.data }
  }

  #isMeasured(us: number): boolean {
    return us >= this.#span.fromUs && us < this.#span.toUs
  }

  #seenBy(receiver: number): Set<number> {
    const known = this.#seen.get(receiver)
    if (known) return known
    const seen = new Set<number>()
    this.#seen.set(receiver, seen)
    return seen
  }
}
