import type { Logger } from 'pino'
import type * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'
import type { Damage, Store, StoredDoc } from '../storage/store.ts'
import { LogSize } from './logSize.ts'
import { buildFrom, piecesOf, repairDoc } from './repairDoc.ts'

export interface LoadedDoc {
  readonly doc: Y.Doc
  /** Number of the newest update that is in it. */
  readonly seq: number
  /** How long its log has become. */
  readonly log: LogSize
  /** What of it could ever not be read, and was set aside. */
  readonly damage: readonly Damage[]
}

/** A wall's document from storage; what is damaged there is repaired as far as it can be, set aside and logged. */
export async function loadDoc(store: Store, wall: WallId, log: Logger): Promise<LoadedDoc> {
  const stored = await store.load(wall)
  const { doc, undecodable } = buildFrom(piecesOf(stored))
  const logSize = new LogSize(stored.snapshot?.length ?? 0)
  for (const update of stored.updates) logSize.add(update.length)
  if (undecodable.length === 0 && !lacksSomething(stored, doc)) return { doc, seq: stored.seq, log: logSize, damage: stored.damage }
  return { ...(await repairDoc(store, wall, log, stored)), log: logSize }
}

/** Whether something is broken now, or is missing since something was set aside and nobody repaired the rest. */
function lacksSomething({ broken, damage, snapshot }: StoredDoc, doc: Y.Doc): boolean {
  if (broken.length > 0) return true
  const isWaiting = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  return damage.length > 0 && (isWaiting || (!snapshot && damage.some(({ seq }) => seq === 0)))
}
