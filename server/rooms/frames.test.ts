import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { framesOf } from './frames.ts'

test('frames written to the socket itself, alone or together, are messages like those of ws, and keep their place between them', async () => {
  const sizes = [0, 125, 126, 65_535, 65_536, 200_000]
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  server.on('connection', (ws, { socket }) => {
    for (const size of sizes) {
      socket.write(framesOf(new Uint8Array(size).fill(1)).bytes)
      ws.send(new Uint8Array(size).fill(2))
    }
    const together = framesOf(...sizes.map((size) => new Uint8Array(size).fill(3)))
    expect(together.count).toBe(sizes.length)
    socket.write(together.bytes)
    ws.close()
  })
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`) // it listens on a port
  const heard: Buffer[] = []
  client.on('message', (data: Buffer) => heard.push(data))
  await once(client, 'close')
  server.close()
  const sent = [...sizes.flatMap((size) => [Buffer.alloc(size, 1), Buffer.alloc(size, 2)]), ...sizes.map((size) => Buffer.alloc(size, 3))]
  expect(heard.map(({ length }) => length)).toEqual(sent.map(({ length }) => length))
  expect(heard.every((data, at) => sent[at]?.equals(data))).toBe(true)
})
