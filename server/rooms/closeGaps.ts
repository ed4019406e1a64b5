import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * What is lost for good keeps back all that builds on it: Yjs lets it wait for ever. This gives up what is lost: the
 * update says that it was deleted, and what waits for it finds its place, except what stood within it.
 * @returns `undefined` when nothing waits
 */
export function closeGaps(doc: Y.Doc): Uint8Array | undefined {
  const waiting = doc.store.pendingStructs
  if (!waiting) return undefined
  const { structs } = Y.decodeUpdateV2(waiting.update) // Yjs keeps what waits in its second format
  const present = structs.filter((struct) => !(struct instanceof Y.Skip))
  /** For each client the first clock that nobody asks for. */
  const needed = new Map<number, number>()
  const need = (id: Y.ID | null, upTo: number): void => {
    if (id) needed.set(id.client, Math.max(needed.get(id.client) ?? 0, id.clock + upTo))
  }
  for (const struct of present) {
    need(struct.id, 0)
    if (!(struct instanceof Y.Item)) continue
    need(struct.origin, 1)
    need(struct.rightOrigin, 1)
    if (struct.parent instanceof Y.ID) need(struct.parent, 1)
  }
  const fillers: Uint8Array[] = []
  for (const [client, end] of needed) {
    let clock = Y.getState(doc.store, client)
    const held = present.filter(({ id }) => id.client === client).sort((one, other) => one.id.clock - other.id.clock)
    for (const { id, length } of held) {
      if (id.clock > clock) fillers.push(deletedRun(client, clock, id.clock - clock))
      clock = Math.max(clock, id.clock + length)
    }
    if (end > clock) fillers.push(deletedRun(client, clock, end - clock))
  }
  return fillers.length > 0 ? Y.mergeUpdates(fillers) : undefined
}

/** An update of one struct: something of that length was there and is deleted. */
const deletedRun = (client: number, clock: number, length: number): Uint8Array =>
  encoding.encode((encoder) => {
    for (const value of [1, 1, client, clock]) encoding.writeVarUint(encoder, value) // one client, one struct
    encoding.writeUint8(encoder, 0)
    for (const value of [length, 0]) encoding.writeVarUint(encoder, value) // no deletions beside it
  })
