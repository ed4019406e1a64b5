import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Incoming, Struct } from './decodeUpdate.ts'

/** The bytes of an update of version 1, from its parts: the inverse of `decodeUpdate`. A client's structs have no holes. */
export function writeUpdate(structs: ReadonlyMap<number, readonly Struct[]>, deletions: Incoming['deletions']): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, structs.size)
  for (const [client, ofClient] of structs) {
    encoding.writeVarUint(restEncoder, ofClient.length)
    encoder.writeClient(client)
    encoding.writeVarUint(restEncoder, ofClient[0]?.id.clock ?? 0)
    for (const struct of ofClient) struct.write(encoder, 0)
  }
  encoding.writeVarUint(restEncoder, deletions.size)
  for (const [client, ranges] of deletions) {
    encoder.resetDsCurVal()
    encoding.writeVarUint(restEncoder, client)
    encoding.writeVarUint(restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}
