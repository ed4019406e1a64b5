import * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'
import type { Store } from '../storage/store.ts'
import { LogSize } from './logSize.ts'

export interface LoadedDoc {
  readonly doc: Y.Doc
  /** Number of the newest update that is in it. */
  readonly seq: number
  /** How long its log has become. */
  readonly log: LogSize
}

/** A wall's document from storage. */
export async function loadDoc(store: Store, wall: WallId): Promise<LoadedDoc> {
  const { snapshot, updates, seq } = await store.load(wall)
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const log = new LogSize(snapshot?.length ?? 0)
  for (const update of updates) log.add(update.length)
  return { doc, seq, log }
}
