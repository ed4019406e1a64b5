import type { WallId } from '#shared/wall/ids.ts'

/** Each server process of a wall; a new one at every start. */
export type NodeId = string & { readonly brand: 'NodeId' }

/** What a bus tells one server of one wall. All of it comes from the other servers, never one's own. */
export interface BusListener {
  /** Committed elsewhere, with its number in the store. */
  onUpdate(seq: number, update: Uint8Array): void
  /** The bytes that the other server announced. */
  onPresence(from: NodeId, presence: Uint8Array): void
  /** Links or people were changed: whoever is inside may have to leave. */
  onDoors(): void
  /** Something may have been missed: what the store holds is to be read. From here on everything is heard again. */
  onGap(): void
}

/** A server's place at one wall. Publishing never waits and never fails: what is lost is healed from the store. */
export interface BusSeat {
  /** @param seq its number in the store, where it is already */
  publishUpdate(seq: number, update: Uint8Array): void
  publishPresence(presence: Uint8Array): void
  leave(): void
}

/**
 * How several servers of the same walls tell each other what happened: fast, and without a promise. The store holds the
 * truth, so a bus may lose what it likes, as long as it says that it may have.
 */
export interface Bus {
  /** `away` while the others cannot be heard. */
  readonly health: 'connected' | 'away'
  /** Begins to listen. The first `onGap` says that from now on all is heard; it comes when the bus can be reached. */
  join(wall: WallId, listener: BusListener): BusSeat
  /** To whoever has the wall open; whether this server has does not matter. */
  publishDoors(wall: WallId): void
  /**
   * Whether this server is the one that does for a wall what one of them suffices for: whoever asks first, and for
   * {@link CHOSEN_MS} after it asked last. Never while the others cannot be heard.
   */
  choose(wall: WallId): Promise<boolean>
  close(): Promise<void>
}

/** A chosen server that asks no more is followed by another after this. */
export const CHOSEN_MS = 60_000

/** A larger update does not travel: the others are told of a gap, and read it from the store. */
export const MOST_BYTES_ON_BUS = 64 * 1024
