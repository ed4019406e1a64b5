import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Door } from '../crowd/line.ts'
import { namedByProxy, PROXY_HEADER } from '../servers/loopback.ts'

/** A WebSocket over bare TCP, so that what is sent can be wrong; what it hears is thrown away. */
export interface ByHand {
  readonly socket: Socket
  readonly closed: Promise<void>
}

/** @returns when the server has answered the handshake, or has hung up */
export async function openByHand({ host, port, path, protocols, from }: Door): Promise<ByHand> {
  const socket = connect({ host, port, localAddress: from })
  socket.on('error', () => undefined) // to be cut off is what it is here for
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\n${PROXY_HEADER}: ${namedByProxy(from)}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nSec-WebSocket-Protocol: ${protocols.join(', ')}\r\n\r\n`,
  )
  await Promise.race([once(socket, 'data'), closed])
  socket.resume()
  return { socket, closed }
}

/** What is read more slowly than it is sent is left after this. */
const PATIENCE_MS = 2000

/** Opens a WebSocket, sends these bytes, and leaves without a goodbye when they have been read, or the server has hung up. */
export async function attack(door: Door, bytes: readonly Buffer[]): Promise<void> {
  const { socket, closed } = await openByHand(door)
  for (const chunk of bytes) if (socket.writable) socket.write(chunk)
  socket.end()
  await Promise.race([closed, sleep(PATIENCE_MS, undefined, { ref: false })])
  socket.destroy()
}
