declare const brand: unique symbol
/** A message with its WebSocket header: made once, so that the same bytes go to everybody in the room. */
export type Frame = Buffer & { readonly [brand]: 'Frame' }

/** Final frame of a binary message (RFC 6455, section 5.2). */
const WHOLE_BINARY = 0x82

/** As a server sends it: unmasked and in one piece. */
export function frameOf(message: Uint8Array): Frame {
  const { length } = message
  const headerBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(headerBytes + length)
  frame[0] = WHOLE_BINARY
  frame[1] = headerBytes === 2 ? length : headerBytes === 4 ? 126 : 127
  if (headerBytes === 4) frame.writeUInt16BE(length, 2)
  if (headerBytes === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(message, headerBytes)
  return frame as Frame // it has just become one
}
