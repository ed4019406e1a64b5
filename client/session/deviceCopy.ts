import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'

const copyName = (wallId: WallId): string => `pollinate-${wallId}`
const waitingKey = (wallId: WallId): string => `pollinate.waiting.${wallId}`
const restoredKey = (wallId: WallId): string => `pollinate.restored.${wallId}`

/** This device's copy of a wall. Absent in some private windows: the wall works, and the status says that nothing is kept here. */
export function openCopy(wallId: WallId, doc: Y.Doc): IndexeddbPersistence | undefined {
  return typeof indexedDB === 'undefined' ? undefined : new IndexeddbPersistence(copyName(wallId), doc)
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

/** Takes the copy and what waits in it off this device. */
export async function forgetCopy(wallId: WallId): Promise<void> {
  if (typeof indexedDB !== 'undefined') await clearDocument(copyName(wallId))
  try {
    localStorage.removeItem(waitingKey(wallId))
    localStorage.removeItem(restoredKey(wallId))
  } catch {
    // Storage is switched off: there is nothing to remove.
  }
}
