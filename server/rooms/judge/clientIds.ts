import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import type { ClientOwner, Store } from '../../storage/store.ts'

/** One page load is one client id: years of workshops for one person, and an end for somebody who makes them up. */
const MOST_PER_PERSON = 5000

/** Who holds which client id of Yjs on one wall. The first use claims it, for good. */
export class ClientIds {
  readonly #store: Store
  readonly #wall: WallId
  readonly #holders = new Map<number, ClientOwner>()
  readonly #counts = new Map<ClientOwner, number>()
  /** Looked up in vain: nobody holds them, and nobody can any more. */
  readonly #heldByNobody = new Set<number>()
  /** Given away here and not stored yet. */
  readonly #reserved = new Map<number, ClientOwner>()

  private constructor(store: Store, wall: WallId) {
    this.#store = store
    this.#wall = wall
  }

  static async load(store: Store, wall: WallId): Promise<ClientIds> {
    const ids = new ClientIds(store, wall)
    ids.#learn(await store.loadClaims(wall))
    return ids
  }

  isClaimed(client: number): boolean {
    return this.#holders.has(client)
  }

  /** `undefined` for what nobody holds, and for the server's own. */
  holderOf(client: number): ParticipantId | undefined {
    const holder = this.#holders.get(client)
    return holder === 'server' ? undefined : holder
  }

  hasRoomFor(holder: ClientOwner): boolean {
    return (this.#counts.get(holder) ?? 0) < MOST_PER_PERSON
  }

  /**
   * Gives a client id to whoever shows it first: everybody sees it from then on, and who was quicker to write under it
   * would silence its owner. Stored with the next claim.
   */
  reserve(client: number, holder: ParticipantId): void {
    if (this.isClaimed(client) || !this.hasRoomFor(holder)) return
    this.#learn(new Map([[client, holder]]))
    this.#reserved.set(client, holder)
  }

  /** @throws when storage refuses */
  async claim(claims: ReadonlyMap<number, ClientOwner>): Promise<void> {
    if (claims.size + this.#reserved.size === 0) return
    const all = new Map([...this.#reserved, ...claims])
    this.#learn(await this.#store.claimClients(this.#wall, all))
    for (const client of all.keys()) this.#reserved.delete(client)
  }

  /**
   * Learns who holds an id that is in the document already: it may have been claimed on another server.
   * @throws when storage refuses
   */
  async lookUp(clients: readonly number[]): Promise<void> {
    const unknown = clients.filter((client) => !this.#holders.has(client) && !this.#heldByNobody.has(client))
    if (unknown.length === 0) return
    this.#learn(await this.#store.loadClaims(this.#wall))
    for (const client of unknown) if (!this.#holders.has(client)) this.#heldByNobody.add(client)
  }

  #learn(holders: ReadonlyMap<number, ClientOwner>): void {
    for (const [client, holder] of holders) {
      if (!this.#holders.has(client)) this.#counts.set(holder, (this.#counts.get(holder) ?? 0) + 1)
      this.#holders.set(client, holder)
    }
  }
}
