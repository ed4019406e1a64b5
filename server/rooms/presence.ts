import type { ParticipantId } from '#shared/wall/ids.ts'
import { WIRE } from '#shared/protocol/limits.ts'
import type { Member } from './member.ts'
import { GONE, writePresence, type PresenceEntry } from './wire.ts'

interface Known extends PresenceEntry {
  readonly owner: Member
}

interface Outlet {
  /** To everybody in the room. */
  readonly send: (frame: Uint8Array) => void
  /** How long to gather changes before the next frame. */
  readonly delayMs: () => number
  /** Who writes under a client id; `undefined` while nobody has. */
  readonly holderOf: (client: number) => ParticipantId | undefined
}

/** Who shows what in a room: the newest state of each client id. What changes goes out on a tick of its own. */
export class PresenceBoard {
  readonly #outlet: Outlet
  readonly #known = new Map<number, Known>()
  readonly #unsent = new Map<number, PresenceEntry>()
  #timer: NodeJS.Timeout | undefined

  constructor(outlet: Outlet) {
    this.#outlet = outlet
  }

  /** Takes what a member announces. A client id belongs to who writes under it, or else to who announced it first, until they leave. */
  announce(owner: Member, entries: readonly PresenceEntry[]): void {
    for (const entry of entries) {
      const { client, clock, state } = entry
      const known = this.#known.get(client)
      const holder = this.#outlet.holderOf(client)
      if (holder !== undefined && holder !== owner.pass.participant) continue
      // The same person may come back before their old connection is known to be dead.
      if (known && (known.owner.pass.participant !== owner.pass.participant || known.clock > clock)) continue
      const isGone = Buffer.from(state).equals(GONE)
      if (!known && (isGone || this.#shownBy(owner) >= WIRE.presencesPerSocket)) continue
      if (isGone) this.#known.delete(client)
      else this.#known.set(client, { ...entry, owner })
      this.#unsent.set(client, entry)
    }
    this.#wake()
  }

  leave(owner: Member): void {
    for (const [client, { clock, owner: holder }] of this.#known) {
      if (holder !== owner) continue
      this.#known.delete(client)
      this.#unsent.set(client, { client, clock, state: GONE })
    }
    this.#wake()
  }

  /** Whose presence shows this client id; `undefined` when none does. */
  ownerOf(client: number): ParticipantId | undefined {
    return this.#known.get(client)?.owner.pass.participant
  }

  /** One frame with everybody, for somebody new; `undefined` when nobody shows anything. */
  everybody(): Uint8Array | undefined {
    return this.#known.size > 0 ? writePresence([...this.#known.values()]) : undefined
  }

  #shownBy(member: Member): number {
    let count = 0
    for (const { owner } of this.#known.values()) if (owner === member) count++
    return count
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #wake(): void {
    if (this.#unsent.size === 0) return
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#outlet.send(writePresence([...this.#unsent.values()]))
      this.#unsent.clear()
    }, this.#outlet.delayMs())
  }
}
