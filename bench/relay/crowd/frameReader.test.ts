import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { FrameReader, OPCODE } from './frameReader.ts'

const SIZES = [0, 1, 125, 126, 65_535, 65_536, 200_000]
const HANDSHAKE = 'GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n'

/** The bytes that ws puts on the line for messages of these sizes. */
async function bytesFromWs(): Promise<Buffer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  server.on('connection', (ws, { socket }) => {
    for (const size of SIZES) ws.send(Buffer.alloc(size, size % 251))
    ws.close()
    socket.end()
  })
  await once(server, 'listening')
  const line = connect((server.address() as AddressInfo).port, '127.0.0.1') // it listens on a port
  line.write(HANDSHAKE)
  const chunks: Buffer[] = []
  line.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(line, 'close')
  server.close()
  const all = Buffer.concat(chunks)
  return all.subarray(all.indexOf('\r\n\r\n') + 4)
}

describe('frames', () => {
  test.each([1_000_000, 4096, 7, 1])('are cut from what ws sends, in chunks of %d bytes', async (chunkBytes) => {
    const sent = await bytesFromWs()
    const heard: { opcode: number; length: number; isWhole: boolean }[] = []
    const reader = new FrameReader((opcode, bytes, start, end) => {
      const payload = bytes.subarray(start, end)
      heard.push({ opcode, length: payload.length, isWhole: payload.every((byte) => byte === payload.length % 251) })
    })
    for (let at = 0; at < sent.length; at += chunkBytes) reader.push(sent.subarray(at, at + chunkBytes))
    const messages = heard.filter(({ opcode }) => opcode === OPCODE.binary)
    expect(messages).toEqual(SIZES.map((length) => ({ opcode: OPCODE.binary, length, isWhole: true })))
    expect(heard.at(-1)?.opcode).toBe(OPCODE.close)
  })

  test('that come in pieces can be counted without being kept', async () => {
    const sent = await bytesFromWs()
    const kept: number[] = []
    const reader = new FrameReader((opcode, _bytes, start, end) => {
      if (opcode === OPCODE.binary) kept.push(end - start)
    }, 8)
    for (let at = 0; at < sent.length; at += 4096) reader.push(sent.subarray(at, at + 4096))
    expect(kept).toEqual(SIZES.map((size) => (size > 4096 ? 8 : size)))
  })
})
