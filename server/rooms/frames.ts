/** Messages with their WebSocket headers: made once, so that the same bytes go to everybody in the room, in one write. */
export interface Frames {
  readonly bytes: Buffer
  readonly count: number
}

/** Final frame of a binary message (RFC 6455, section 5.2). */
const WHOLE_BINARY = 0x82

/** As a server sends them: unmasked and each in one piece. */
export function framesOf(...messages: readonly Uint8Array[]): Frames {
  const bytes = Buffer.allocUnsafe(messages.reduce((sum, { length }) => sum + headerBytes(length) + length, 0))
  let at = 0
  for (const message of messages) {
    at = writeHeader(bytes, at, message.length)
    bytes.set(message, at)
    at += message.length
  }
  return { bytes, count: messages.length }
}

const headerBytes = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

/** @returns where the message begins */
function writeHeader(bytes: Buffer, at: number, length: number): number {
  const size = headerBytes(length)
  bytes[at] = WHOLE_BINARY
  bytes[at + 1] = size === 2 ? length : size === 4 ? 126 : 127
  if (size === 4) bytes.writeUInt16BE(length, at + 2)
  if (size === 10) bytes.writeBigUInt64BE(BigInt(length), at + 2)
  return at + size
}
