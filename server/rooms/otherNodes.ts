import type { WallId } from '#shared/wall/ids.ts'
import type { Bus, BusSeat, NodeId } from '../bus/bus.ts'
import { readNodePresence, writeNodePresence, type NodePresence, type OwnedPresence } from './nodePresence.ts'
import type { Timing } from './timing.ts'

interface Options {
  readonly bus: Bus
  readonly wall: WallId
  readonly timing: Timing
  /** What the members here show. */
  readonly presence: () => readonly OwnedPresence[]
  readonly on: {
    update(seq: number, update: Uint8Array): void
    /** The store may hold what did not come by the bus. */
    doubt(): void
    presence(from: NodeId, presence: NodePresence): void
    /** Nobody has heard of this server for so long that it must be gone. */
    silence(node: NodeId): void
    /** Members may have lost their right to be here. */
    doors(): void
  }
}

/** A server that said nothing of a wall for so many beats is gone from it. */
const BEATS_TO_SILENCE = 3
/** News of doors may get lost on the way: every so many beats the members are looked at anyway. */
const BEATS_TO_DOORS = 6

/**
 * A room's line to the same wall on other servers. It repeats what must not get lost: who is here, and the question
 * whether the store knows more.
 */
export class OtherNodes {
  readonly #options: Options
  readonly #seat: BusSeat
  /** The beat at which each was heard last. */
  readonly #heardAt = new Map<NodeId, number>()
  readonly #heart: NodeJS.Timeout
  #beats = 0

  constructor(options: Options) {
    const { bus, wall, timing, on } = options
    this.#options = options
    this.#seat = bus.join(wall, {
      onUpdate: (seq, update) => on.update(seq, update),
      onPresence: (from, bytes) => this.#hearPresence(from, bytes),
      onDoors: () => on.doors(),
      onGap: () => {
        this.#tellEverybody()
        on.doubt()
        on.doors()
      },
    })
    this.#heart = setInterval(() => this.#beat(), timing.beatMs).unref()
  }

  /** @param seq its number in the store, where it is already */
  publishUpdate(seq: number, update: Uint8Array): void {
    this.#seat.publishUpdate(seq, update)
  }

  publishPresence(entries: readonly OwnedPresence[]): void {
    this.#seat.publishPresence(writeNodePresence({ isEverybody: false, entries }))
  }

  close(): void {
    clearInterval(this.#heart)
    this.#seat.publishPresence(writeNodePresence({ isEverybody: true, entries: [] }))
    this.#seat.leave()
  }

  #hearPresence(from: NodeId, bytes: Uint8Array): void {
    const presence = readNodePresence(bytes)
    if (!presence) return
    // Whoever is new here does not know our members yet.
    if (!this.#heardAt.has(from)) this.#tellEverybody()
    this.#heardAt.set(from, this.#beats)
    this.#options.on.presence(from, presence)
  }

  #beat(): void {
    this.#beats++
    for (const [node, heardAt] of this.#heardAt) {
      if (this.#beats - heardAt <= BEATS_TO_SILENCE) continue
      this.#heardAt.delete(node)
      this.#options.on.silence(node)
    }
    this.#tellEverybody()
    this.#options.on.doubt()
    if (this.#beats % BEATS_TO_DOORS === 0) this.#options.on.doors()
  }

  #tellEverybody(): void {
    this.#seat.publishPresence(writeNodePresence({ isEverybody: true, entries: this.#options.presence() }))
  }
}
