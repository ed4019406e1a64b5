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
  /** Whose a client id is; `undefined` while it is nobody's. */
  readonly holderOf: (client: number) => ParticipantId | undefined
  /** A client id is shown for the first time, by its owner. */
  readonly reserve: (client: number, person: ParticipantId) => void
}

/** Who shows what in a room: the newest state of each client id. What changes goes out on a tick of its own. */
export class PresenceBoard {
  readonly #outlet: Outlet
  readonly #known = new Map<number, Known>()
  readonly #unsent = new Map<number, PresenceEntry>()
  /** What each member shows now. */
  readonly #shownBy = new Map<Member, Set<number>>()
  #timer: NodeJS.Timeout | undefined

  constructor(outlet: Outlet) {
    this.#outlet = outlet
  }

  /**
   * Takes what a member announces. A client id belongs to who writes under it, or else to whose connection announced it
   * first and before all others, or else, until they leave, to who announced it at all.
   */
  announce(owner: Member, entries: readonly PresenceEntry[]): void {
    const person = owner.pass.participant
    const [first] = entries
    if (!first) return
    if (person !== undefined && !this.#shownBy.has(owner)) this.#outlet.reserve(first.client, person)
    const shown = this.#shownBy.get(owner) ?? new Set()
    this.#shownBy.set(owner, shown)
    for (const entry of entries) {
      const { client, clock, state } = entry
      const known = this.#known.get(client)
      const holder = this.#outlet.holderOf(client)
      if (holder !== undefined && holder !== person) continue
      // The same person may come back before their old connection is known to be dead.
      if (known && (known.owner.pass.participant !== person || known.clock > clock)) continue
      const isGone = Buffer.from(state).equals(GONE)
      if (isGone ? !known : !shown.has(client) && shown.size >= WIRE.presencesPerSocket) continue
      if (known) this.#shownBy.get(known.owner)?.delete(client)
      if (isGone) this.#known.delete(client)
      else {
        this.#known.set(client, { ...entry, owner })
        shown.add(client)
      }
      this.#unsent.set(client, entry)
    }
    this.#wake()
  }

  leave(owner: Member): void {
    for (const client of this.#shownBy.get(owner) ?? []) {
      const clock = this.#known.get(client)?.clock ?? 0
      this.#known.delete(client)
      this.#unsent.set(client, { client, clock, state: GONE })
    }
    this.#shownBy.delete(owner)
    this.#wake()
  }

  /** One frame with everybody, for somebody new; `undefined` when nobody shows anything. */
  everybody(): Uint8Array | undefined {
    return this.#known.size > 0 ? writePresence([...this.#known.values()]) : undefined
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
