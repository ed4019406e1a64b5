import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { readBoundedAny } from './readBoundedAny.ts'

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
  /** Of structs and deletions. */
  readonly count: number
  /** Of what is in its values. */
  readonly parts: number
}

/** A wall of 5,000 notes is some 60,000 structs. Each costs memory before it can be judged, and fits in two bytes. */
const MOST_STRUCTS = 200_000
const MOST_DELETIONS = 500_000
/** A note has some sixteen; an empty list fits in two bytes and costs sixteen and more. */
const MOST_PARTS_OF_VALUES = 200_000
/** The farthest clock. One person does not make two thousand million changes; a number near 2^53 breaks arithmetic. */
const LAST_CLOCK = 2 ** 31
/** No client of ours writes such values; what is parsed before it is refused should at least be short. */
const MOST_JSON = 64 * 1024

/** Yjs's own decoder, which would otherwise read on for as long as a number in the bytes says. */
class BoundedDecoder extends Y.UpdateDecoderV1 {
  #structs = 0
  #deletions = 0
  readonly #parts = { left: MOST_PARTS_OF_VALUES }

  get parts(): number {
    return MOST_PARTS_OF_VALUES - this.#parts.left
  }

  get count(): number {
    return this.#structs + this.#deletions
  }

  override readInfo(): number {
    if (++this.#structs > MOST_STRUCTS) throw new RangeError('The update has too many structs.')
    return super.readInfo()
  }

  override readDsClock(): number {
    if (++this.#deletions > MOST_DELETIONS) throw new RangeError('The update has too many deletions.')
    return super.readDsClock()
  }

  override readAny(): unknown {
    return readBoundedAny(this.restDecoder, this.#parts)
  }

  override readJSON(): unknown {
    const text = decoding.readVarString(this.restDecoder)
    if (text.length > MOST_JSON) throw new RangeError('A value is too long.')
    return JSON.parse(text)
  }
}

/**
 * Takes an update of version 1 apart.
 * @throws at the first byte that does not fit or is left over, and at what no honest client sends: numbers past every
 *   bound, a client's structs in two places, deletions that overlap (walking them could take for ever)
 */
export function decodeUpdate(bytes: Uint8Array): Incoming {
  const reader = new BoundedDecoder(decoding.createDecoder(bytes))
  // Yjs makes its decoder itself; one that is handed to it so can be asked afterwards. A class made for each update costs more.
  const makeReader = function (): BoundedDecoder {
    return reader
  } as unknown as typeof BoundedDecoder
  const { structs, ds } = Y.decodeUpdateV2(bytes, makeReader)
  // Whatever stands behind the end would be stored and passed on with the rest.
  if (decoding.hasContent(reader.restDecoder)) throw new RangeError('Something stands behind the update.')
  return { bytes, structs: byClient(structs), deletions: inBounds(ds.clients), count: reader.count, parts: reader.parts }
}

function byClient(structs: readonly Struct[]): Incoming['structs'] {
  const clients = new Map<number, Struct[]>()
  let current: Struct[] = []
  let client: number | undefined
  for (const struct of structs) {
    if (struct.id.client !== client) {
      client = struct.id.client
      if (clients.has(client)) throw new RangeError('The structs of one client stand in two places.')
      current = []
      clients.set(client, current)
    }
    if (!isStretch(client, struct.id.clock, struct.length)) throw new RangeError('A clock is out of bounds.')
    if (struct instanceof Y.Item && !hangsOnPossible(struct)) throw new RangeError('A neighbour is out of bounds.')
    current.push(struct)
  }
  return clients
}

function inBounds(deletions: ReadonlyMap<number, readonly Range[]>): Incoming['deletions'] {
  for (const [client, ranges] of deletions) {
    let end = 0
    for (const { clock, len } of ranges) {
      if (clock < end || !isStretch(client, clock, len)) throw new RangeError('The deletions are out of order or bounds.')
      end = clock + len
    }
  }
  return deletions
}

/**
 * Bytes can say numbers that are none: a varUint with enough leading bytes is read as Infinity or NaN, and lib0 never
 * stops writing the first one out again. Every comparison here is false for those.
 */
const isStretch = (client: number, clock: number, length: number): boolean =>
  Number.isSafeInteger(client) && length >= 1 && clock + length <= LAST_CLOCK

function hangsOnPossible({ origin, rightOrigin, parent }: Y.Item): boolean {
  const named: unknown = parent
  return [origin, rightOrigin, named].every((id) => !(id instanceof Y.ID) || isStretch(id.client, id.clock, 1))
}
