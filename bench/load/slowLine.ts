import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** One question over the line, with all that came back. Times by `performance.now()`, at the near end. */
export interface Asked {
  /** `GET /assets/…`; for a WebSocket the request that opens it. */
  readonly what: string
  readonly askedAt: number
  firstAt: number | undefined
  lastAt: number | undefined
  bytes: number
}

export interface SlowLine {
  /** `http://host:port` of its near end. */
  readonly origin: string
  /** Everything that was asked so far, in that order, from all connections and workers. */
  readonly asked: readonly Asked[]
  close(): void
}

/**
 * A weak line to a server on this machine: what all connections receive shares its speed, each way takes half the round
 * trip, and a new connection one whole round trip more. The browser's own emulation leaves WebSockets as fast as they are.
 * @param bytesPerSecond towards the browser
 */
export async function openSlowLine(port: number, { bytesPerSecond, roundTripMs }: { bytesPerSecond: number; roundTripMs: number }): Promise<SlowLine> {
  let isFreeAt = 0
  const asked: Asked[] = []
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('error', () => socket.destroy()) // whoever hangs up hangs up at both ends
    }
    const openAt = performance.now() + roundTripMs
    let open: Asked | undefined
    near.on('data', (data) => {
      // Browsers wait for the answer before they ask the next over the same connection.
      const [what] = /^(GET|POST) \S+/.exec(data.subarray(0, 400).toString('latin1')) ?? []
      if (what !== undefined) asked.push((open = { what, askedAt: performance.now(), firstAt: undefined, lastAt: undefined, bytes: 0 }))
      later(Math.max(performance.now(), openAt) + roundTripMs / 2, () => far.write(data))
    })
    far.on('data', (data) => {
      const answered = open
      isFreeAt = Math.max(performance.now(), isFreeAt) + (data.length / bytesPerSecond) * 1000
      later(isFreeAt + roundTripMs / 2, () => {
        near.write(data)
        if (!answered) return
        answered.bytes += data.length
        answered.firstAt ??= performance.now()
        answered.lastAt = performance.now()
      })
    })
    near.on('close', () => far.destroy())
    far.on('end', () => later(isFreeAt + roundTripMs / 2, () => near.end()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
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
