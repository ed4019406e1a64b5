import { rtop } from 'lib0/indexeddb'
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import type { Role } from '#shared/permissions/roles.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'

/** Whose copy of which wall. What one person wrote in one role is never sent by another: not by somebody else of this device, nor in another role. */
export interface CopyOwner {
  readonly wallId: WallId
  readonly participant?: ParticipantId
  readonly role: Role
}

const copyName = (wallId: WallId, owner: string): string => `pollinate-${wallId}-${owner}`
const ownerName = ({ participant, role }: CopyOwner): string => `${participant ?? 'nobody'}-${role}`
const waitingPrefix = (wallId: WallId): string => `pollinate.waiting.${wallId}.`
const waitingKey = (owner: CopyOwner): string => waitingPrefix(owner.wallId) + ownerName(owner)
const restoredKey = (wallId: WallId): string => `pollinate.restored.${wallId}`

/** This device's copy of a wall. Absent in some private windows: the wall works, and the status says that nothing is kept here. */
export function openCopy(owner: CopyOwner, doc: Y.Doc): IndexeddbPersistence | undefined {
  return typeof indexedDB === 'undefined' ? undefined : new IndexeddbPersistence(copyName(owner.wallId, ownerName(owner)), doc)
}

/**
 * Puts what this document holds in the place of this device's copy, in one step: a page that is closed on the way leaves either
 * of the two. The copy is not removed: that would wait for other tabs that have it open.
 * @returns when it is there
 */
export async function replaceCopy(owner: CopyOwner, doc: Y.Doc): Promise<void> {
  const copy = openCopy(owner, new Y.Doc())
  await copy?.whenSynced
  if (!copy?.db) return
  const updates = copy.db.transaction(['updates'], 'readwrite').objectStore('updates')
  await Promise.all([rtop(updates.clear()), rtop(updates.add(Y.encodeStateAsUpdate(doc)))])
  await copy.destroy()
}

/** Own edits that were not sent when the wall was closed last. A closed tab must not forget that it still owes something. */
export function storedWaiting(owner: CopyOwner): number {
  try {
    return Number(localStorage.getItem(waitingKey(owner))) || 0
  } catch {
    return 0
  }
}

export function storeWaiting(owner: CopyOwner, edits: number): void {
  try {
    localStorage.setItem(waitingKey(owner), String(edits))
  } catch {
    // Storage is switched off: nothing is lost, it only cannot be said next time.
  }
}

/** The same of everybody who was on this wall with this device. */
export const allWaiting = (wallId: WallId): number => waitingKeys(wallId).reduce((sum, key) => sum + (Number(localStorage.getItem(key)) || 0), 0)

/** Each copy has one of these from when it is opened first. */
function waitingKeys(wallId: WallId): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(waitingPrefix(wallId)))
  } catch {
    return [] // storage is switched off
  }
}

/** Which restore of the wall people were told of last on this device: its time, 0 for none; `undefined` at a first visit. */
export function toldRestore(wallId: WallId): number | undefined {
  try {
    const told = localStorage.getItem(restoredKey(wallId))
    return told === null ? undefined : Number(told)
  } catch {
    return undefined
  }
}

export function rememberToldRestore(wallId: WallId, at: number): void {
  try {
    localStorage.setItem(restoredKey(wallId), String(at))
  } catch {
    // Storage is switched off: each visit is a first one.
  }
}

/** Takes the copies off this device, with all that stands beside them under the wall's name: what waits, what was not taken, what was begun. */
export async function forgetCopies(wallId: WallId): Promise<void> {
  const keys = waitingKeys(wallId)
  try {
    for (const key of Object.keys(localStorage)) if (key.split('.').includes(wallId)) localStorage.removeItem(key)
  } catch {
    // Storage is switched off: there is nothing to remove.
  }
  if (typeof indexedDB === 'undefined') return
  await Promise.all(keys.map((key) => clearDocument(copyName(wallId, key.slice(waitingPrefix(wallId).length)))))
}
