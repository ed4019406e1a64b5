import { connect, type Socket } from 'node:net'
import type { Door } from '../crowd/line.ts'
import { namedByProxy, PROXY_HEADER } from '../servers/loopback.ts'

/** Well within the time that a server gives somebody between two bytes. */
const BYTE_EVERY_MS = 100

/** Half of a handshake; its last header goes on for as long as it is let. */
const begunAt = ({ host, port, path, from }: Door): string => `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\n${PROXY_HEADER}: ${namedByProxy(from)}\r\nConnection: Upgrade\r\nX-Drip: `

/**
 * Begins handshakes and never ends them: so many at a time, each a byte longer every tenth of a second, and a new one wherever the server
 * has hung up. @returns how to stop, which tells how many were begun
 */
export function dripHandshakes(door: Door, atOnce: number): () => number {
  const dripping = new Set<Socket>()
  let begun = 0
  let isOver = false
  const begin = (): void => {
    if (isOver) return
    const socket = connect({ host: door.host, port: door.port, localAddress: door.from })
    begun++
    dripping.add(socket)
    socket.on('error', () => undefined) // to be cut off is what it is here for
    socket.on('close', () => {
      dripping.delete(socket)
      begin()
    })
    socket.resume()
    socket.write(begunAt(door))
  }
  for (let count = 0; count < atOnce; count++) begin()
  const drip = setInterval(() => {
    for (const socket of dripping) if (socket.writable) socket.write('x')
  }, BYTE_EVERY_MS)
  return () => {
    isOver = true
    clearInterval(drip)
    for (const socket of dripping) socket.destroy()
    return begun
  }
}
