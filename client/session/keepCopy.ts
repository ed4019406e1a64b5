import type * as Y from 'yjs'
import { openCopy, replaceCopy, storedWaiting, storeWaiting, type CopyOwner } from './deviceCopy.ts'
import { forgetOnDevice } from './forgetOnDevice.ts'

/** This device's copy of the document of an open session. */
export interface KeptCopy {
  /** Own edits that an earlier visit did not send. */
  readonly owed: number
  /** Settles when it has been read into the document. @returns whether there is one */
  readonly read: Promise<boolean>
  readonly isRead: boolean
  /** Keeps an update as it is. @param apply puts it into the document */
  take(update: Uint8Array, apply: () => void): void
  /** Remembers how many own edits wait, for the next visit. */
  noteWaiting(edits: number): void
  /** Puts the document as it is now in the place of what was kept so far. */
  replace(waiting: number): Promise<void>
  /** Takes the wall off this device; from then on nothing is kept. */
  forget(): Promise<void>
}

/**
 * Keeps a document on this device, as its owner's, until the document is destroyed. Viewers keep none.
 * @param isAnew nothing is read, nor kept before `replace`
 * @param onKept told whether this device keeps a copy, each time that is found out
 */
export function keepCopy(owner: CopyOwner, doc: Y.Doc, isAnew: boolean, onKept: (isKept: boolean) => void): KeptCopy {
  // Read before this visit writes its own number there.
  const owed = storedWaiting(owner)
  let copy = owner.role === 'viewer' || isAnew ? undefined : openCopy(owner, doc)
  if (copy) storeWaiting(owner, owed)
  let isForgotten = false

  async function look(): Promise<boolean> {
    const isThere = (await copy?.whenSynced.catch(() => undefined)) !== undefined
    onKept(isThere)
    return isThere
  }

  return {
    owed,
    read: look(),
    get isRead() {
      return copy?.synced ?? false
    },
    take(update, apply) {
      const { doc: kept, _storeUpdate: store } = copy ?? {}
      if (!kept || !store) return apply()
      kept.off('update', store)
      try {
        apply()
      } finally {
        kept.on('update', store)
      }
      // What is shown with it comes first.
      setTimeout(() => {
        if (!isForgotten && !kept.isDestroyed) store(update, undefined)
      })
    },
    noteWaiting(edits) {
      if (!isForgotten) storeWaiting(owner, edits)
    },
    async replace(waiting) {
      if (isForgotten) return
      storeWaiting(owner, waiting)
      try {
        await copy?.destroy() // two that keep the same document would keep all of it twice
        await replaceCopy(owner, doc)
      } catch {
        return onKept(false)
      }
      if (!doc.isDestroyed && !isForgotten) copy = openCopy(owner, doc)
      await look()
    },
    async forget() {
      if (isForgotten) return
      isForgotten = true
      onKept(false)
      await copy?.destroy()
      await forgetOnDevice(owner.wallId)
    },
  }
}
