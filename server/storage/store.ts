import type { Role } from '#shared/permissions/roles.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'

/** One link of a wall. Only the hash of its key is known; a role's newest link, if not revoked, is the one that works. */
export interface Link {
  readonly role: Role
  /** Rises by one with each new link of the role. */
  readonly generation: number
  /** SHA-256 of the key, hex. */
  readonly keyHash: string
  readonly isRevoked: boolean
}

/** A person on one wall, as the server knows them; the contact never reaches the board. */
export interface Participant {
  readonly id: ParticipantId
  /** SHA-256 of the secret, hex. */
  readonly secretHash: string
  readonly name: string
  readonly country: string
  readonly institution: string
  readonly contact: string
}

interface NewWall {
  readonly id: WallId
  /** Milliseconds since 1970. */
  readonly madeAt: number
  readonly keyHashes: Readonly<Record<Role, string>>
  /** The document's first update: settings, and the sample if one was asked for. */
  readonly update: Uint8Array
}

/** A document's past: all of it is the snapshot (if there is one) and then the updates, in order. */
interface StoredDoc {
  readonly snapshot: Uint8Array | undefined
  readonly updates: readonly Uint8Array[]
}

/**
 * Where walls outlive the process. Bytes in, bytes out: a store gives no meaning to an update.
 * Each call is one transaction, and what it wrote is on the disk when its promise resolves.
 */
export interface Store {
  makeWall(wall: NewWall): Promise<void>
  hasWall(wall: WallId): Promise<boolean>

  findLink(wall: WallId, keyHash: string): Promise<Link | undefined>
  /** The role's newest link. */
  currentLink(wall: WallId, role: Role): Promise<Link | undefined>
  /** Revokes the links of the role and puts a new one in their place. */
  renewLink(wall: WallId, role: Role, keyHash: string): Promise<Link>

  findParticipant(wall: WallId, id: ParticipantId): Promise<Participant | undefined>
  saveParticipant(wall: WallId, participant: Participant): Promise<void>

  load(wall: WallId): Promise<StoredDoc>
  append(wall: WallId, update: Uint8Array): Promise<void>
  /** Puts one snapshot in the place of everything stored of the document so far. */
  compact(wall: WallId, snapshot: Uint8Array): Promise<void>

  /** The key that tokens are signed with: made at the first call, the same ever after. */
  serverSecret(): Promise<Uint8Array>
  close(): Promise<void>
}
