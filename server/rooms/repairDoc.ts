import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'
import type { Damage, Store, StoredDoc } from '../storage/store.ts'
import { closeGaps } from './closeGaps.ts'
import { salvageUpdate } from './salvageUpdate.ts'

interface Repaired {
  readonly doc: Y.Doc
  /** Number of the newest update that is in it. */
  readonly seq: number
  readonly damage: readonly Damage[]
}

interface Piece {
  /** Its number in storage, 0 for the snapshot. */
  readonly seq: number
  readonly update: Uint8Array
}
/** The number of what is nowhere in storage. */
const PUT_TOGETHER = -1

/**
 * A document from a past of which pieces are lost: all that can still be read, with the newest version that was kept and
 * the sound beginnings of what is broken under it. What is made of it is stored first, then the broken pieces are set
 * aside: should this end in the middle, the next one begins anew. Tells the log.
 */
export async function repairDoc(store: Store, wall: WallId, log: Logger, stored: StoredDoc): Promise<Repaired> {
  const { broken } = stored
  const whole = piecesOf(stored)
  const { undecodable } = buildFrom(whole)
  const version = await newestVersion(store, wall)
  const starts = [...broken.map(({ sound }) => sound), ...whole.filter(({ seq }) => undecodable.includes(seq)).map(({ update }) => update)]
  const salvaged = starts.map(salvageUpdate).filter((update) => update !== undefined)
  const { doc } = buildFrom([
    ...[...(version ? [version] : []), ...salvaged].map((update) => ({ seq: PUT_TOGETHER, update })),
    ...whole.filter(({ seq }) => !undecodable.includes(seq)),
  ])
  const filler = closeGaps(doc)
  if (filler) Y.applyUpdate(doc, filler)

  const found: Pick<Damage, 'seq' | 'why'>[] = [
    ...broken.map(({ seq }) => ({ seq, why: 'checksum' as const })),
    ...undecodable.map((seq) => ({ seq, why: 'undecodable' as const })),
  ]
  const told = { wall, found, version: version !== undefined, salvaged: salvaged.length, gaps: filler !== undefined }
  try {
    const state = Y.encodeStateAsUpdate(doc)
    const seq = await store.append(wall, state)
    for (const { seq, why } of found) await store.setAside(wall, seq, why)
    // Only when nobody else wrote meanwhile is this all up to its number.
    if (seq === stored.seq + 1) await store.compact(wall, state, seq)
    log.error(told, 'a wall was damaged in storage; what can be read is there, what cannot was set aside')
    return { doc, seq: seq === stored.seq + 1 ? seq : stored.seq, damage: (await store.load(wall)).damage }
  } catch (error) {
    log.error({ ...told, err: error }, 'a wall is damaged in storage; what can be read is there, but storage refuses to set the rest aside')
    return { doc, seq: stored.seq, damage: [...stored.damage, ...found.map((piece) => ({ ...piece, at: Date.now(), bytes: 0 }))] }
  }
}

/** What is whole of a past, in order. */
export const piecesOf = ({ snapshot, updates, numbers }: StoredDoc): readonly Piece[] => [
  ...(snapshot ? [{ seq: 0, update: snapshot }] : []),
  // There is a number for each update.
  ...updates.map((update, index) => ({ seq: numbers[index] ?? PUT_TOGETHER, update })),
]

/** Applies the pieces in their order, without those at which Yjs throws. */
export function buildFrom(pieces: readonly Piece[]): { doc: Y.Doc; undecodable: readonly number[] } {
  const bad = new Set<Piece>()
  for (;;) {
    const doc = new Y.Doc()
    const worst = firstThatFails(doc, pieces.filter((piece) => !bad.has(piece)))
    if (!worst) return { doc, undecodable: [...bad].map(({ seq }) => seq) }
    bad.add(worst) // it may have left half of itself: anew without it
  }
}

function firstThatFails(doc: Y.Doc, pieces: readonly Piece[]): Piece | undefined {
  let current: Piece | undefined
  try {
    doc.transact(() => {
      for (current of pieces) Y.applyUpdate(doc, current.update)
    })
    return undefined
  } catch {
    return current // whatever Yjs says of it: the bytes are no update
  }
}

async function newestVersion(store: Store, wall: WallId): Promise<Uint8Array | undefined> {
  for (const { id } of await store.listVersions(wall)) {
    const state = await store.loadVersion(wall, id)
    if (state) return state
  }
  return undefined
}
