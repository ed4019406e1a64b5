import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Balancer {
  readonly url: string
  close(): Promise<void>
}

/** Stands before several servers and knows nothing of them: each new connection goes to the first one that answers. */
export async function balance(targets: () => readonly string[]): Promise<Balancer> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    open.add(near)
    near.on('error', () => near.destroy())
    near.on('close', () => open.delete(near))
    tryEach(near, targets())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

function tryEach(near: Socket, [target, ...others]: readonly string[]): void {
  if (target === undefined) return void near.destroy()
  const { hostname, port } = new URL(target)
  const far = connect(Number(port), hostname)
  let isThrough = false
  far.on('connect', () => {
    isThrough = true
    near.pipe(far)
    far.pipe(near)
  })
  far.on('error', () => {
    if (!isThrough) tryEach(near, others)
  })
  far.on('close', () => {
    if (isThrough) near.destroy()
  })
  near.on('close', () => far.destroy())
}
