import { WIRE } from '#shared/protocol/limits.ts'
import { Bucket } from './bucket.ts'

/** What is read from: a WebSocket, as far as reading it goes. */
interface Source {
  pause(): void
  resume(): void
}

/**
 * Reads a connection no faster than it may speak. What comes too fast waits in the network, where it slows down its own
 * sender: an honest one who brings a day of work loses nothing, and a flood costs nobody else a thing.
 */
export class ReadingPace {
  readonly #source: Source
  readonly #messages: Bucket
  readonly #bytes: Bucket
  #pause: NodeJS.Timeout | undefined

  constructor(source: Source, now: number) {
    this.#source = source
    this.#messages = new Bucket(WIRE.messagesPerSecond, WIRE.messagesAtOnce, now)
    this.#bytes = new Bucket(WIRE.bytesPerSecond, WIRE.bytesAtOnce, now)
  }

  /** Whether the other end may be saying something that is not being read. */
  get isPaused(): boolean {
    return this.#pause !== undefined
  }

  /** Counts a message; it has been read already, and so have others that came in the same packet. */
  count(bytes: number, now: number): void {
    const waitMs = Math.max(this.#messages.take(1, now), this.#bytes.take(bytes, now))
    if (waitMs === 0) return
    if (this.#pause === undefined) this.#source.pause()
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => this.release(), waitMs)
  }

  /** Reads on at once. */
  release(): void {
    if (this.#pause === undefined) return
    clearTimeout(this.#pause)
    this.#pause = undefined
    this.#source.resume()
  }
}
