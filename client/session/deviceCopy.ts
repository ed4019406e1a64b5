import { rtop } from 'lib0/indexeddb'
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'
import { storeNotTaken } from './notTakenHere.ts'

const copyName = (wallId: WallId): string => `pollinate-${wallId}`
const waitingKey = (wallId: WallId): string => `pollinate.waiting.${wallId}`
const restoredKey = (wallId: WallId): string => `pollinate.restored.${wallId}`

/** This device's copy of a wall. Absent in some private windows: the wall works, and the status says that nothing is kept here. */
export function openCopy(wallId: WallId, doc: Y.Doc): IndexeddbPersistence | undefined {
  return typeof indexedDB === 'undefined' ? undefined : new IndexeddbPersistence(copyName(wallId), doc)
}

/**
 * Empties this device's copy. It is not removed: that would wait for other tabs that have it open.
 * @returns when it is empty
 */
export async function emptyCopy(wallId: WallId): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  const copy = new IndexeddbPersistence(copyName(wallId), new Y.Doc())
  await copy.whenSynced
  const { db } = copy
  if (db) await rtop(db.transaction(['updates'], 'readwrite').objectStore('updates').clear())
  await copy.destroy()
}

/** Own edits that were not sent when the wall was closed last. A closed tab must not forget that it still owes something. */
export function storedWaiting(wallId: WallId): number {
  try {
    return Number(localStorage.getItem(waitingKey(wallId))) || 0
  } catch {
    return 0
  }
}

export function storeWaiting(wallId: WallId, edits: number): void {
  try {
    localStorage.setItem(waitingKey(wallId), String(edits))
  } catch {
    // Storage is switched off: nothing is lost, it only cannot be said next time.
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

/** Takes the copy, what waits in it and what was not taken of it off this device. */
export async function forgetCopy(wallId: WallId): Promise<void> {
  if (typeof indexedDB !== 'undefined') await clearDocument(copyName(wallId))
  storeNotTaken(wallId, undefined)
  try {
    localStorage.removeItem(waitingKey(wallId))
    localStorage.removeItem(restoredKey(wallId))
  } catch {
    // Storage is switched off: there is nothing to remove.
  }
}
