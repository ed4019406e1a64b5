import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface SlowLine {
  /** `http://host:port` of its near end. */
  readonly origin: string
  /** Bytes that came over it so far, to the browser. */
  received(): number
  close(): void
}

/**
 * A weak line to a server on this machine: what all connections receive shares its speed, each way takes half the round
 * trip, and a new connection one whole round trip more. The browser's own emulation leaves WebSockets as fast as they are.
 * @param bytesPerSecond towards the browser
 */
export async function openSlowLine(port: number, { bytesPerSecond, roundTripMs }: { bytesPerSecond: number; roundTripMs: number }): Promise<SlowLine> {
  let isFreeAt = 0
  let bytes = 0
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('error', () => socket.destroy()) // whoever hangs up hangs up at both ends
    }
    const openAt = performance.now() + roundTripMs
    near.on('data', (data) => {
      later(Math.max(performance.now(), openAt) + roundTripMs / 2, () => far.write(data))
    })
    far.on('data', (data) => {
      bytes += data.length
      isFreeAt = Math.max(performance.now(), isFreeAt) + (data.length / bytesPerSecond) * 1000
      later(isFreeAt + roundTripMs / 2, () => near.write(data))
    })
    near.on('close', () => far.destroy())
    far.on('end', () => later(isFreeAt + roundTripMs / 2, () => near.end()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => bytes,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** @param at by `performance.now()`. Timers of one length fire in the order in which they were set; of two lengths they need not, so it never goes back. */
function later(at: number, act: () => void): void {
  setTimeout(act, Math.max(0, at - performance.now()))
}
