import * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'
import type { Store } from '../storage/store.ts'
import { LogSize } from './logSize.ts'

/** A wall's document from storage, with how long its log has become. */
export async function loadDoc(store: Store, wall: WallId): Promise<{ doc: Y.Doc; log: LogSize }> {
  const { snapshot, updates } = await store.load(wall)
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const log = new LogSize(snapshot?.length ?? 0)
  for (const update of updates) log.add(update.length)
  return { doc, log }
}
