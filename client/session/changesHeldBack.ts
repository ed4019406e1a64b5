import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Where something stands in the board: `root` and the key below it; `undefined` for what hangs nowhere. */
export interface BoardPlace {
  readonly root: string
  readonly key: string
}
interface Range {
  readonly clock: number
  readonly len: number
}

/**
 * What one's own document has and the server's has not judged yet: what waited behind a lock, or was written while the line
 * was down. The server takes what it refuses too, as gaps under the same clocks, so whatever lies beyond its clocks it has not seen.
 * A deletion has no clock: it is brought along where it took something of one's own, and such a deletion is never refused.
 * @param already what was brought along before: that has been judged, and is not tried again
 * @param isOwn whether the writer may change what stands there
 * @returns an update of Yjs for the server's document; `undefined` when there is nothing
 */
export function changesHeldBack(mine: Y.Doc, servers: Y.Doc, isOwn: (place: BoardPlace) => boolean, already?: Uint8Array): Uint8Array | undefined {
  const before = already && Y.decodeUpdate(already)
  const triedUntil = already ? Y.parseUpdateMeta(already).to : new Map<number, number>()
  const structs = new Map<number, { readonly from: number; readonly structs: readonly (Y.Item | Y.GC)[] }>()
  const deletions = new Map<number, readonly Range[]>()
  for (const [client, own] of mine.store.clients) {
    const known = Y.getState(servers.store, client)
    const from = Math.max(known, triedUntil.get(client) ?? 0)
    if (Y.getState(mine.store, client) > from && from === known) structs.set(client, { from, structs: own.slice(Y.findIndexSS(own, from)) })
    const tried = before?.ds.clients.get(client) ?? []
    const isTried = (clock: number): boolean => tried.some((range) => clock >= range.clock && clock < range.clock + range.len)
    const taken = own.filter(({ deleted, id }) => deleted && !isTried(id.clock)).flatMap(({ id, length }) => ownBetween(servers, client, id.clock, Math.min(id.clock + length, known), isOwn))
    // What was written and deleted again, all of it unseen.
    const unseen = own.filter((struct) => struct instanceof Y.Item && struct.deleted && struct.id.clock + struct.length > from && from === known)
    const ranges = [...taken, ...unseen.map(({ id, length }) => ({ clock: Math.max(id.clock, from), len: id.clock + length - Math.max(id.clock, from) }))]
    if (ranges.length > 0) deletions.set(client, ranges)
  }
  return structs.size + deletions.size > 0 ? writeUpdate(structs, deletions) : undefined
}

/** The parts of a range that stand in the document and are one's own. */
function ownBetween(doc: Y.Doc, client: number, start: number, end: number, isOwn: (place: BoardPlace) => boolean): Range[] {
  const all = doc.store.clients.get(client)
  if (!all || start >= end) return []
  const ranges: Range[] = []
  for (let index = Y.findIndexSS(all, start); index < all.length; index++) {
    const struct = all[index]
    if (!struct || struct.id.clock >= end) break
    if (!(struct instanceof Y.Item) || struct.deleted) continue
    const place = placeOf(doc, struct)
    const clock = Math.max(start, struct.id.clock)
    if (place && isOwn(place)) ranges.push({ clock, len: Math.min(end, struct.id.clock + struct.length) - clock })
  }
  return ranges
}

function placeOf(doc: Y.Doc, item: Y.Item): BoardPlace | undefined {
  let top = item
  while (top.parent instanceof Y.AbstractType && top.parent._item) top = top.parent._item
  if (!(top.parent instanceof Y.AbstractType) || top.parentSub === null) return undefined
  return top.parent.doc === doc ? { root: Y.findRootTypeKey(top.parent), key: top.parentSub } : undefined
}

/** The bytes of an update of version 1. */
function writeUpdate(structs: ReadonlyMap<number, { from: number; structs: readonly (Y.Item | Y.GC)[] }>, deletions: ReadonlyMap<number, readonly Range[]>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, structs.size)
  for (const [client, { from, structs: ofClient }] of structs) {
    encoding.writeVarUint(restEncoder, ofClient.length)
    encoder.writeClient(client)
    encoding.writeVarUint(restEncoder, from)
    ofClient.forEach((struct, index) => struct.write(encoder, index === 0 ? from - struct.id.clock : 0))
  }
  encoding.writeVarUint(restEncoder, deletions.size)
  for (const [client, ranges] of deletions) {
    encoder.resetDsCurVal()
    encoding.writeVarUint(restEncoder, client)
    const ascending = ranges.toSorted((a, b) => a.clock - b.clock)
    encoding.writeVarUint(restEncoder, ascending.length)
    for (const { clock, len } of ascending) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}
