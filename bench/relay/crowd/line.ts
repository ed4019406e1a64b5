import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { namedByProxy, PROXY_HEADER } from '../servers/loopback.ts'
import { FrameReader, OPCODE, writeFrame } from './frameReader.ts'

/** Where a simulated person connects, and as whom; plain data, it travels between processes. */
export interface Door {
  readonly host: string
  readonly port: number
  readonly path: string
  /** Subprotocols to offer. */
  readonly protocols: readonly string[]
  /** The loopback address they come from: a server may count connections by address, and no two people share theirs. */
  readonly from: string
}

interface LineListener {
  readonly onOpen: () => void
  /** A binary message, as a range of bytes that are good until this returns. */
  readonly onMessage: (bytes: Buffer, start: number, end: number) => void
  readonly onClosed: (code: number | undefined) => void
}

/** A WebSocket client on a bare TCP socket: two hundred ordinary ones would cost more than the servers measured. */
export interface Line {
  readonly isOpen: boolean
  readonly bytesIn: number
  send(message: Uint8Array): void
  /** Stops reading, as a suspended laptop does. */
  stall(): void
  close(): void
}

const END_OF_HEAD = '\r\n\r\n'

export interface Hearing {
  /** What the socket reads into, again and again. The lines of one process may share it: what is heard is looked at in the same moment. */
  readonly readInto: Buffer
  /** Of a message that comes in pieces only so much is kept. */
  readonly keepBytes: number
}

export const hearAll = (): Hearing => ({ readInto: Buffer.allocUnsafeSlow(64 * 1024), keepBytes: Infinity })

export function openLine({ host, port, path, protocols, from }: Door, listener: LineListener, { readInto, keepBytes } = hearAll()): Line {
  if (!host.startsWith('127.')) throw new RangeError(`The bench stays on this machine; ${host} is not on it.`)
  let state: 'opening' | 'open' | 'closed' = 'opening'
  let closeCode: number | undefined
  let bytesIn = 0
  let head = Buffer.alloc(0)

  const reader = new FrameReader((opcode, bytes, start, end) => {
    if (opcode === OPCODE.binary) listener.onMessage(bytes, start, end)
    else if (opcode === OPCODE.ping) socket.write(writeFrame(OPCODE.pong, bytes.subarray(start, end)))
    else if (opcode === OPCODE.close) {
      closeCode = end - start >= 2 ? bytes.readUInt16BE(start) : undefined
      socket.end(writeFrame(OPCODE.close, bytes.subarray(start, Math.min(end, start + 2))))
    }
  }, keepBytes)

  function hear(chunk: Buffer): void {
    bytesIn += chunk.length
    if (state === 'open') return reader.push(chunk)
    head = Buffer.concat([head, chunk])
    const headBytes = head.indexOf(END_OF_HEAD)
    if (headBytes < 0) return
    if (!head.toString('latin1', 0, headBytes).startsWith('HTTP/1.1 101')) {
      socket.destroy()
      return
    }
    state = 'open'
    listener.onOpen()
    reader.push(head.subarray(headBytes + END_OF_HEAD.length))
  }

  const onread = {
    buffer: readInto,
    callback: (length: number): boolean => {
      hear(readInto.subarray(0, length))
      return true // go on reading
    },
  }
  const socket = connect({ host, port, localAddress: from, noDelay: true, onread })
  socket.once('connect', () => socket.write(handshake({ host, port, path, protocols, from })))
  socket.on('error', () => undefined) // 'close' follows
  socket.on('close', () => {
    state = 'closed'
    listener.onClosed(closeCode)
  })
  return {
    get isOpen() {
      return state === 'open'
    },
    get bytesIn() {
      return bytesIn
    },
    send: (message) => write(socket, state, OPCODE.binary, message),
    stall: () => void socket.pause(),
    close() {
      write(socket, state, OPCODE.close, new Uint8Array([3, 232])) // 1000: done
      socket.destroySoon()
    },
  }
}

function write(socket: Socket, state: string, opcode: number, payload: Uint8Array): void {
  if (state === 'open' && socket.writable) socket.write(writeFrame(opcode, payload))
}

const handshake = ({ host, port, path, protocols, from }: Door): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}:${port}`,
    'Upgrade: websocket',
    `${PROXY_HEADER}: ${namedByProxy(from)}`,
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    ...(protocols.length > 0 ? [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`] : []),
    END_OF_HEAD.slice(2),
  ].join('\r\n')
