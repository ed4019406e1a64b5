import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export interface Line {
  /** Leads to the server while the line holds. */
  readonly url: string
  /** Whoever is connected loses the connection, and nobody gets through. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** A cable to the server that can be pulled out: a browser that is told to be offline keeps the WebSocket it has. */
export async function layLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to)
  const open = new Set<Socket>()
  let door: Server | undefined
  const lay = async (at: number): Promise<number> => {
    const server = createServer((near) => {
      const far = connect(Number(port), hostname)
      for (const [from, into] of [[near, far], [far, near]] as const) {
        open.add(from)
        from.pipe(into)
        from.on('error', () => into.destroy()) // the other end is told by losing its connection too
        from.on('close', () => {
          open.delete(from)
          into.destroy()
        })
      }
    })
    await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
    door = server
    return (server.address() as AddressInfo).port // it listens on a port
  }
  const own = await lay(0)
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => (door ? door.close(resolve) : resolve(undefined)))
    door = undefined
    for (const socket of open) socket.destroy()
    await closed
  }
  return { url: `http://127.0.0.1:${own}`, cut, mend: async () => void (await lay(own)), close: cut }
}
