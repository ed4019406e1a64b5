import { WIRE } from '#shared/protocol/limits.ts'

const MOST_UPDATES = 500
/** A log shorter than this is never worth a snapshot while people are writing. */
const FEW_BYTES = 64 * 1024

/** How long the log behind a document's snapshot is, and so whether a new snapshot is due. */
export class LogSize {
  #snapshotBytes: number
  #updates = 0
  #bytes = 0
  #dueFrom = MOST_UPDATES

  constructor(snapshotBytes: number) {
    this.#snapshotBytes = snapshotBytes
  }

  add(bytes: number): void {
    this.#updates++
    this.#bytes += bytes
  }

  compacted(snapshotBytes: number): void {
    this.#snapshotBytes = snapshotBytes
    this.#updates = 0
    this.#bytes = 0
    this.#dueFrom = MOST_UPDATES
  }

  /** After a snapshot that failed: not before as many updates again. */
  putOff(): void {
    this.#dueFrom = this.#updates + MOST_UPDATES
  }

  get isDue(): boolean {
    if (this.#updates > this.#dueFrom) return true
    return this.#dueFrom === MOST_UPDATES && this.#bytes > Math.max(FEW_BYTES, 2 * this.#snapshotBytes)
  }

  /** Whether the document has grown as large as it may. The log behind it is at most twice as long before it is tidied. */
  get isFull(): boolean {
    return this.#snapshotBytes > WIRE.messageBytes
  }

  /**
   * Whether a snapshot takes words away that were written over, and makes the next opening quicker. One update alone is as good as a snapshot,
   * but behind one it says what became of the words in that.
   */
  get isWorthClosing(): boolean {
    return this.#updates > (this.#snapshotBytes > 0 ? 0 : 1)
  }
}
