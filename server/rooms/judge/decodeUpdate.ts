import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip
interface Range {
  readonly clock: number
  readonly len: number
}

/** An update taken apart, before anything of it is believed. */
export interface Incoming {
  readonly bytes: Uint8Array
  /** By client id, each in the order of its clocks and without holes (a Skip stands for one). */
  readonly structs: ReadonlyMap<number, readonly Struct[]>
  /** By client id, ascending and apart. */
  readonly deletions: ReadonlyMap<number, readonly Range[]>
}

/** A wall of 5,000 notes is some 60,000 structs. Each costs memory before it can be judged, and fits in two bytes. */
const MOST_STRUCTS = 200_000
const MOST_DELETIONS = 500_000
/** The farthest clock. One person does not make two thousand million changes; a number near 2^53 breaks arithmetic. */
const LAST_CLOCK = 2 ** 31

/** Yjs's own decoder, which would otherwise read on for as long as a number in the bytes says. */
class BoundedDecoder extends Y.UpdateDecoderV1 {
  #structs = 0
  #deletions = 0

  override readInfo(): number {
    if (++this.#structs > MOST_STRUCTS) throw new RangeError('The update has too many structs.')
    return super.readInfo()
  }

  override readDsClock(): number {
    if (++this.#deletions > MOST_DELETIONS) throw new RangeError('The update has too many deletions.')
    return super.readDsClock()
  }
}

/**
 * Takes an update of version 1 apart.
 * @throws at the first byte that does not fit, and at what no honest client sends: clocks past every bound, a client's
 *   structs in two places, deletions that overlap (walking them could take for ever)
 */
export function decodeUpdate(bytes: Uint8Array): Incoming {
  const { structs, ds } = Y.decodeUpdateV2(bytes, BoundedDecoder)
  const byClient = new Map<number, Struct[]>()
  let current: Struct[] = []
  let client: number | undefined
  for (const struct of structs as Struct[]) {
    if (struct.id.client !== client) {
      client = struct.id.client
      if (byClient.has(client)) throw new RangeError('The structs of one client stand in two places.')
      current = []
      byClient.set(client, current)
    }
    if (struct.length < 1 || struct.id.clock + struct.length > LAST_CLOCK) throw new RangeError('A clock is out of bounds.')
    current.push(struct)
  }
  for (const ranges of ds.clients.values()) {
    let end = 0
    for (const { clock, len } of ranges) {
      if (clock < end || len < 1 || clock + len > LAST_CLOCK) throw new RangeError('The deletions are out of order or bounds.')
      end = clock + len
    }
  }
  return { bytes, structs: byClient, deletions: ds.clients }
}
