import type { ParticipantId } from '#shared/wall/ids.ts'
import { WIRE } from '#shared/protocol/limits.ts'
import type { NodeId } from '../bus/bus.ts'
import type { Member } from './member.ts'
import type { NodePresence, OwnedPresence } from './nodePresence.ts'
import { GONE, writePresence, type PresenceEntry } from './wire.ts'

interface Known extends OwnedPresence {
  /** Through whom it came: a member here, or another server. */
  readonly from: Member | NodeId
}

interface Outlet {
  /** To everybody in the room. */
  readonly send: (message: Uint8Array) => void
  /** To the other servers: what the members here have changed. */
  readonly publish: (entries: readonly OwnedPresence[]) => void
  /** How long to gather changes before the next frame. */
  readonly delayMs: () => number
  /** Whose a client id is; `undefined` while it is nobody's. */
  readonly holderOf: (client: number) => ParticipantId | undefined
  /** A client id is shown for the first time, by its owner. */
  readonly reserve: (client: number, person: ParticipantId) => void
}

/** Who shows what in a room: the newest state of each client id. What changes goes out on a tick of its own, or with an edit before that. */
export class PresenceBoard {
  readonly #outlet: Outlet
  readonly #known = new Map<number, Known>()
  readonly #unsent = new Map<number, PresenceEntry>()
  readonly #unpublished = new Map<number, OwnedPresence>()
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
    const { participant } = owner.pass
    const [first] = entries
    if (!first) return
    // What somebody else shows, here or on another server, is not given away.
    const isFree = (this.#known.get(first.client)?.participant ?? participant) === participant
    if (participant !== undefined && isFree && !this.#shownBy.has(owner)) this.#outlet.reserve(first.client, participant)
    const shown = this.#shownBy.get(owner) ?? new Set<number>()
    this.#shownBy.set(owner, shown)
    for (const entry of entries) {
      const holder = this.#outlet.holderOf(entry.client)
      if (holder !== undefined && holder !== participant) continue
      const known = this.#known.get(entry.client)
      // The same person may come back before their old connection is known to be dead.
      if (known && (known.participant !== participant || known.clock > entry.clock)) continue
      if (isGone(entry) ? !known : !shown.has(entry.client) && shown.size >= WIRE.presencesPerSocket) continue
      const { client, clock, state } = entry
      this.#show({ client, clock, state, participant, from: owner }) // spread out, it was 1.5 % of what a crowd costs the server
    }
    this.#wake()
  }

  leave(owner: Member): void {
    for (const client of [...(this.#shownBy.get(owner) ?? [])]) {
      const known = this.#known.get(client)
      if (known) this.#show({ ...known, state: GONE })
    }
    this.#shownBy.delete(owner)
    this.#wake()
  }

  /** Takes what another server tells of those who are connected to it. */
  hear(from: NodeId, { isEverybody, entries }: NodePresence): void {
    for (const entry of entries) {
      const known = this.#known.get(entry.client)
      if (known ? takesOver(entry, from, known) : !isGone(entry)) this.#show({ ...entry, from })
    }
    if (isEverybody) this.#keepOnly(from, new Set(entries.map(({ client }) => client)))
    this.#wake()
  }

  /** Another server is no more, and so is everybody who was connected to it. */
  forget(node: NodeId): void {
    this.#keepOnly(node, new Set())
    this.#wake()
  }

  /** One frame with everybody, for somebody new; `undefined` when nobody shows anything. */
  everybody(): Uint8Array | undefined {
    return this.#known.size > 0 ? writePresence([...this.#known.values()]) : undefined
  }

  /** One message with what has changed since the last one, for everybody in the room. Whoever takes it sends it. */
  takeChanges(): Uint8Array | undefined {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#unsent.size === 0) return undefined
    const changes = writePresence([...this.#unsent.values()])
    this.#unsent.clear()
    if (this.#unpublished.size > 0) this.#outlet.publish([...this.#unpublished.values()])
    this.#unpublished.clear()
    return changes
  }

  /** What the members here show. */
  ofMembers(): readonly OwnedPresence[] {
    return [...this.#known.values()].filter(({ from }) => isMember(from))
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #show(entry: Known): void {
    const before = this.#known.get(entry.client)
    if (before && isMember(before.from)) this.#shownBy.get(before.from)?.delete(entry.client)
    if (isGone(entry)) this.#known.delete(entry.client)
    else {
      this.#known.set(entry.client, entry)
      if (isMember(entry.from)) this.#shownBy.get(entry.from)?.add(entry.client)
    }
    this.#unsent.set(entry.client, entry)
    if (isMember(entry.from)) this.#unpublished.set(entry.client, entry)
    else this.#unpublished.delete(entry.client)
  }

  #keepOnly(node: NodeId, clients: ReadonlySet<number>): void {
    for (const known of this.#known.values()) {
      if (known.from === node && !clients.has(known.client)) this.#show({ ...known, state: GONE })
    }
  }

  #wake(): void {
    if (this.#unsent.size === 0) return
    this.#timer ??= setTimeout(() => {
      const changes = this.takeChanges()
      if (changes) this.#outlet.send(changes)
    }, this.#outlet.delayMs())
  }
}

const isGone = ({ state }: PresenceEntry): boolean => state.length === GONE.length && state.every((byte, at) => byte === GONE[at])

const isMember = (from: Member | NodeId): from is Member => typeof from !== 'string'

/**
 * Whether a server's word about a client replaces what is known. Somebody whose line broke may already be here, or with
 * a third server, when the first one notices: it takes away only what came through it.
 */
function takesOver(entry: OwnedPresence, from: NodeId, known: Known): boolean {
  if (entry.participant !== known.participant) return false
  if (isGone(entry)) return known.from === from && entry.clock >= known.clock
  return entry.clock > known.clock || (entry.clock === known.clock && !isMember(known.from) && known.from !== from)
}
