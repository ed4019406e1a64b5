import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Structs of one client that follow each other. */
interface Run {
  readonly client: number
  /** Clock of the first. */
  readonly clock: number
  count: number
  readonly from: number
  /** Where the last whole one ends. */
  to: number
}

/**
 * Makes an update of what is whole at the beginning of one: its structs up to the first that breaks off. Deletions stand
 * at the end of an update; those of a snapshot are not lost with it, since a deleted struct says so itself.
 * @returns `undefined` when not one struct is whole
 */
export function salvageUpdate(start: Uint8Array): Uint8Array | undefined {
  const runs = wholeRuns(start).filter(({ count }) => count > 0)
  if (runs.length === 0) return undefined
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length)
    for (const { client, clock, count, from, to } of runs) {
      for (const value of [count, client, clock]) encoding.writeVarUint(encoder, value)
      encoding.writeUint8Array(encoder, start.subarray(from, to))
    }
    encoding.writeVarUint(encoder, 0) // no deletions
  })
}

function wholeRuns(start: Uint8Array): readonly Run[] {
  const runs: Run[] = []
  const decoder = decoding.createDecoder(start)
  try {
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const structs = decoding.readVarUint(decoder)
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const run: Run = { client, clock, count: 0, from: decoder.pos, to: decoder.pos }
      runs.push(run)
      for (; run.count < structs; run.count++) {
        skipStruct(decoder)
        run.to = decoder.pos
      }
    }
  } catch {
    // lib0 throws at the first byte that does not fit: there the rest begins that cannot be read.
  }
  return runs
}

/** Bits of a struct's first byte, and the kinds of content, as Yjs writes them (its `Item.write` and `contentRefs`). */
const KIND = 0b0001_1111
const HAS_KEY = 0b0010_0000
const HAS_RIGHT = 0b0100_0000
const HAS_LEFT = 0b1000_0000
const SKIP = 10

function skipStruct(decoder: decoding.Decoder): void {
  const info = decoding.readUint8(decoder)
  if (info === SKIP || (info & KIND) === 0) {
    decoding.readVarUint(decoder) // its length
    return
  }
  if (info & HAS_LEFT) skipId(decoder)
  if (info & HAS_RIGHT) skipId(decoder)
  if (!(info & (HAS_LEFT | HAS_RIGHT))) {
    const isRoot = decoding.readVarUint(decoder) === 1
    if (isRoot) decoding.readVarString(decoder)
    else skipId(decoder)
    if (info & HAS_KEY) decoding.readVarString(decoder)
  }
  skipContent(decoder, info & KIND)
}

function skipId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
}

function skipContent(decoder: decoding.Decoder, kind: number): void {
  switch (kind) {
    case 1: // deleted: how much
      decoding.readVarUint(decoder)
      return
    case 2: // JSON values
      for (let count = decoding.readVarUint(decoder); count > 0; count--) decoding.readVarString(decoder)
      return
    case 3: // binary
      decoding.readVarUint8Array(decoder)
      return
    case 4: // text
    case 5: // something embedded, as JSON
      decoding.readVarString(decoder)
      return
    case 6: // a format: its name and value
      decoding.readVarString(decoder)
      decoding.readVarString(decoder)
      return
    case 7: {
      const type = decoding.readVarUint(decoder)
      if (type === 3 || type === 5) decoding.readVarString(decoder) // an XML element and an XML hook have names
      return
    }
    case 8: // values
      for (let count = decoding.readVarUint(decoder); count > 0; count--) decoding.readAny(decoder)
      return
    case 9: // a document
      decoding.readVarString(decoder)
      decoding.readAny(decoder)
      return
    default:
      throw new Error(`Yjs has no content of kind ${kind}.`)
  }
}
