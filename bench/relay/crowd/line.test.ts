import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { openLine } from './line.ts'

test('a line speaks with ws: its subprotocol, messages of every size both ways, and the reason of the end', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  const heard: number[] = []
  server.on('connection', (ws, request) => {
    expect([ws.protocol, request.socket.remoteAddress]).toEqual(['a', '127.0.3.4'])
    ws.on('message', (data: Buffer) => {
      heard.push(data.length)
      ws.send(data)
    })
  })
  const sizes = [0, 125, 126, 65_535, 65_536, 200_000]
  const echoed: number[] = []
  const code = await new Promise((resolve) => {
    const line = openLine({ host: '127.0.0.1', port, path: '/', protocols: ['a', 'b'], from: '127.0.3.4' }, {
      onOpen: () => sizes.forEach((size) => line.send(new Uint8Array(size))),
      onMessage: (_bytes, start, end) => {
        echoed.push(end - start)
        if (echoed.length === sizes.length) server.clients.forEach((ws) => ws.close(4400))
      },
      onClosed: resolve,
    })
  })
  server.close()
  expect(heard).toEqual(sizes)
  expect(echoed).toEqual(sizes)
  expect(code).toBe(4400)
})

test('a line never leaves this machine', () => {
  const listener = { onOpen: () => undefined, onMessage: () => undefined, onClosed: () => undefined }
  expect(() => openLine({ host: '192.0.2.1', port: 80, path: '/', protocols: [], from: '127.0.0.1' }, listener)).toThrow('stays on this machine')
})
