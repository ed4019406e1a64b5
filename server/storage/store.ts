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
  /** When they allowed that the organiser's record carries the contact, in milliseconds since 1970; never, or withdrawn, where it is missing. */
  readonly consentedAt?: number
  /** Sent away by a facilitator: their tokens open nothing until they are let in again. */
  readonly isRemoved: boolean
}

/** Whose contact the organiser's record may carry. */
export type OpenContact = Omit<Participant, 'secretHash' | 'isRemoved' | 'consentedAt'> & { readonly consentedAt: number }

interface NewWall {
  readonly id: WallId
  /** Milliseconds since 1970. */
  readonly madeAt: number
  readonly keyHashes: Readonly<Record<Role, string>>
  /** The document's first update: settings, and the sample if one was asked for. */
  readonly update: Uint8Array
  /** Until when it is kept, in milliseconds since 1970; `undefined` until somebody says. */
  readonly keepUntil?: number
}

/** What was there of a wall that is gone. */
export interface ErasedWall {
  readonly people: number
  /** How many of these had left a contact. */
  readonly contacts: number
  readonly versions: number
}

/** What storage held of those who were erased. */
export interface ErasedPeople {
  readonly people: number
  readonly contacts: number
  /** Damaged pieces of the document. */
  readonly pieces: number
}

/**
 * A document's past: all of it is the snapshot (if there is one) and then the updates, in order. A wall's updates are
 * numbered 1, 2, 3 … without gaps, in the order in which they were committed.
 */
export interface StoredDoc {
  readonly snapshot: Uint8Array | undefined
  readonly updates: readonly Uint8Array[]
  /** The number of each update. */
  readonly numbers: readonly number[]
  /** Number of the newest update that is in it; 0 for none. */
  readonly seq: number
  /** What this load found broken. It is still in its place: whoever can make sense of the rest sets it aside. */
  readonly broken: readonly BrokenPiece[]
  /** What was set aside before, oldest first. */
  readonly damage: readonly Damage[]
}

/** A stored piece whose checksum does not fit. */
export interface BrokenPiece {
  /** 0 for the snapshot. */
  readonly seq: number
  /** Its beginning, up to the first byte that is in doubt. */
  readonly sound: Uint8Array
}

export type WhyDamaged = 'checksum' | 'undecodable'

/** A stored piece that could not be read and was moved aside; its bytes are kept. */
export interface Damage {
  /** 0 for the snapshot. */
  readonly seq: number
  /** When it was set aside, in milliseconds since 1970. */
  readonly at: number
  readonly bytes: number
  readonly why: WhyDamaged
}

/** Who holds a client id of Yjs: what comes under it is theirs. */
export type ClientOwner = ParticipantId | 'server'

/** A state of a wall that was kept on purpose. */
export interface Version {
  /** Rises with each version of the wall. */
  readonly id: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly why: 'time' | 'lock' | 'request' | 'restore'
  readonly by: ParticipantId | undefined
  /** How many notes were on the wall. */
  readonly notes: number
  readonly bytes: number
}

/**
 * Where walls outlive the process. Bytes in, bytes out: a store gives no meaning to an update.
 * Each call is one transaction, and what it wrote is on the disk when its promise resolves. Of a wall that was erased nothing
 * is written any more: such a call, and `since`, fail with {@link WallGone}.
 */
export interface Store {
  makeWall(wall: NewWall): Promise<void>
  hasWall(wall: WallId): Promise<boolean>
  /** Milliseconds since 1970; `undefined` for a wall of which nobody has said it. */
  keptUntil(wall: WallId): Promise<number | undefined>
  setKeptUntil(wall: WallId, until: number): Promise<void>
  /** The walls whose time has passed. */
  dueWalls(now: number): Promise<readonly WallId[]>
  /** Everything of a wall: links, people, document, versions. The bytes are overwritten where the database allows it. */
  eraseWall(wall: WallId): Promise<ErasedWall>
  /** Whether there was such a wall and it was erased. Of it nothing is kept for that but a hash of its id. */
  wasErased(wall: WallId): Promise<boolean>

  findLink(wall: WallId, keyHash: string): Promise<Link | undefined>
  /** The role's newest link. */
  currentLink(wall: WallId, role: Role): Promise<Link | undefined>
  /** Revokes the links of the role and puts a new one in their place. */
  renewLink(wall: WallId, role: Role, keyHash: string): Promise<Link>

  findParticipant(wall: WallId, id: ParticipantId): Promise<Participant | undefined>
  /** Who was removed stays so, and whose consent was withdrawn, whatever is saved of them later. */
  saveParticipant(wall: WallId, participant: Participant): Promise<void>
  removeParticipant(wall: WallId, id: ParticipantId): Promise<void>
  /** Takes the removal back: they are let in again, as who they were. */
  readmitParticipant(wall: WallId, id: ParticipantId): Promise<void>
  removedParticipants(wall: WallId): Promise<readonly ParticipantId[]>
  /** Both at once: what was allowed of one contact is not allowed of another. @param consentedAt `undefined` withdraws it */
  saveContact(wall: WallId, id: ParticipantId, contact: string, consentedAt: number | undefined): Promise<void>
  /** Those who have left a contact and allowed that the record carries it, by country and name. */
  openContacts(wall: WallId): Promise<readonly OpenContact[]>
  /**
   * Takes this person out of storage, or of everybody the name, the institution and the contact; who they are stays known by the secret of
   * their devices alone. Pieces that were set aside go too: nobody can tell what is in them.
   * @returns how many people, contacts and pieces were there
   */
  erasePeople(wall: WallId, whom: ParticipantId | 'everybody'): Promise<ErasedPeople>
  countContacts(wall: WallId): Promise<number>
  /** @returns how many were there */
  eraseContacts(wall: WallId): Promise<number>

  load(wall: WallId): Promise<StoredDoc>
  /** @returns the updates after number `seq`, oldest first; `undefined` when they are not all there: load anew */
  since(wall: WallId, seq: number): Promise<{ readonly updates: readonly Uint8Array[]; readonly seq: number } | undefined>
  /** @returns the update's number */
  append(wall: WallId, update: Uint8Array): Promise<number>
  /**
   * Puts a snapshot in the place of the updates up to number `seq`, all of which it holds. A newer snapshot stays, and so
   * do newer updates: a machine that was away for long can take nothing from the others.
   */
  compact(wall: WallId, snapshot: Uint8Array, seq: number): Promise<void>
  /** Moves an update, or the snapshot (number 0), out of the document's past; nothing happens when it is not there. */
  setAside(wall: WallId, seq: number, why: WhyDamaged): Promise<void>

  /** The first use of a client id claims it. @returns who holds each of these now */
  claimClients(wall: WallId, claims: ReadonlyMap<number, ClientOwner>): Promise<ReadonlyMap<number, ClientOwner>>
  loadClaims(wall: WallId): Promise<ReadonlyMap<number, ClientOwner>>

  /**
   * @param unlessSince keeps nothing when there is a version of that time or later: of two machines that count the same
   *   five minutes, one saves
   * @returns what was kept
   */
  saveVersion(wall: WallId, version: Omit<Version, 'id' | 'bytes'>, state: Uint8Array, unlessSince?: number): Promise<Version | undefined>
  /** Newest first. */
  listVersions(wall: WallId): Promise<readonly Version[]>
  /** The state as one update; `undefined` when there is no such version, or it is damaged. */
  loadVersion(wall: WallId, id: number): Promise<Uint8Array | undefined>
  dropVersions(wall: WallId, ids: readonly number[]): Promise<void>
  /** Puts another state in the place of a version's; nothing happens when it is not there. */
  rewriteVersion(wall: WallId, id: number, state: Uint8Array): Promise<void>
  /** What was deleted is then in none of the database's files, where the database can do that. */
  wipe(): Promise<void>

  /** The key that tokens are signed with: made at the first call, the same ever after. */
  serverSecret(): Promise<Uint8Array>
  /** Writes a trifle, to see whether storage takes it. @throws when it does not */
  tryWriting(): Promise<void>
  close(): Promise<void>
}
