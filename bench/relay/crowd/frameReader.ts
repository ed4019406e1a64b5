/** Opcodes of RFC 6455, section 5.2. */
export const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const

const MOST_HEADER_BYTES = 10
const NOTHING = Buffer.alloc(0)

/**
 * Cuts what a server sends into WebSocket frames. A frame that lies within one chunk is shown in place; only what is cut
 * in two is copied: a crowd hears hundreds of thousands of frames a second.
 */
export class FrameReader {
  readonly #onFrame: (opcode: number, bytes: Buffer, start: number, end: number) => void
  readonly #keepBytes: number
  /** The first bytes of a frame whose header is not all there. */
  #rest = NOTHING
  #unfinished: { readonly opcode: number; readonly payload: Buffer; filled: number; missing: number } | undefined

  /**
   * @param onFrame gets the payload as a range of `bytes`, which are the socket's: good until it returns
   * @param keepBytes of a frame that comes in pieces only so much is kept, for those who want to know that it came
   */
  constructor(onFrame: (opcode: number, bytes: Buffer, start: number, end: number) => void, keepBytes = Infinity) {
    this.#onFrame = onFrame
    this.#keepBytes = keepBytes
  }

  push(arrived: Buffer): void {
    let at = this.#unfinished ? this.#fill(arrived) : 0
    let chunk = arrived
    if (this.#rest.length > 0) {
      chunk = Buffer.concat([this.#rest, arrived])
      this.#rest = NOTHING
    }
    while (at < chunk.length) {
      const first = chunk[at] ?? 0
      const short = (chunk[at + 1] ?? 0) & 127
      const headerBytes = short < 126 ? 2 : short === 126 ? 4 : MOST_HEADER_BYTES
      if (at + headerBytes > chunk.length) {
        this.#rest = Buffer.from(chunk.subarray(at))
        return
      }
      if ((first & 128) === 0) throw new Error('A message came in several frames; none of the servers measured here does that.')
      const length = short < 126 ? short : short === 126 ? chunk.readUInt16BE(at + 2) : Number(chunk.readBigUInt64BE(at + 2))
      const start = at + headerBytes
      const end = start + length
      if (end > chunk.length) {
        const payload = Buffer.allocUnsafeSlow(Math.min(length, this.#keepBytes))
        this.#unfinished = { opcode: first & 15, payload, filled: chunk.copy(payload, 0, start), missing: end - chunk.length }
        return
      }
      this.#onFrame(first & 15, chunk, start, end)
      at = end
    }
  }

  /** @returns how much of the chunk belonged to the unfinished frame */
  #fill(chunk: Buffer): number {
    const frame = this.#unfinished
    if (!frame) return 0
    const passed = Math.min(chunk.length, frame.missing)
    frame.filled += chunk.copy(frame.payload, frame.filled, 0, passed)
    frame.missing -= passed
    if (frame.missing === 0) {
      this.#unfinished = undefined
      this.#onFrame(frame.opcode, frame.payload, 0, frame.payload.length)
    }
    return passed
  }
}

/** A frame as a client sends it: masked with zeros, which is allowed and leaves the payload as it is. */
export function writeFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const lengthBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(6 + lengthBytes + length)
  frame[0] = 128 | opcode
  frame[1] = 128 | (lengthBytes === 0 ? length : lengthBytes === 2 ? 126 : 127)
  if (lengthBytes === 2) frame.writeUInt16BE(length, 2)
  if (lengthBytes === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(payload, 6 + lengthBytes)
  return frame
}
