import { createServer, type RequestListener, type Server } from 'node:http'
import { Socket, type AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { apiRoutes } from './http/apiRoutes.ts'
import { createHandler } from './http/createHandler.ts'
import { HttpError } from './http/httpError.ts'
import type { Route } from './http/route.ts'
import { createRelay } from './rooms/relay.ts'
import { Rooms } from './rooms/rooms.ts'
import type { Timing } from './rooms/timing.ts'
import type { Store } from './storage/store.ts'

export interface ServerConfig {
  /** 0 takes any free one. */
  readonly port: number
  readonly host: string
  /** What links begin with, when a proxy stands before us. */
  readonly publicUrl: string | undefined
  readonly wallsPerHour: number
  readonly timing: Timing
}

export interface ServerParts {
  readonly config: ServerConfig
  readonly storage: Store
  readonly log: Logger
  /** Answers what is not for the server itself. In development Vite takes the place of the built files. */
  readonly pages: (server: Server) => RequestListener | Promise<RequestListener>
}

export interface RunningServer {
  /** Under which this machine reaches it, such as `http://127.0.0.1:4321`. */
  readonly url: string
  /** Saves everything, sends everybody away, frees the port. The storage stays open: it is the caller's. */
  close(): Promise<void>
}

/** @throws when the port cannot be had */
export async function startServer({ config, storage, log, pages }: ServerParts): Promise<RunningServer> {
  const { publicUrl, wallsPerHour, timing } = config
  const secret = await storage.serverSecret()
  const rooms = new Rooms({ store: storage, log, timing })
  const relay = createRelay({ rooms, store: storage, secret, publicUrl, timing, log })
  let isReady = true

  const health: Route = {
    method: 'GET',
    path: /^\/healthz$/,
    handle: () => {
      if (!isReady) throw new HttpError(503, 'internal', 'The server is stopping.')
      return { status: 200, body: { status: 'ok' } }
    },
  }
  const routes = [health, ...apiRoutes({ store: storage, rooms, secret, publicUrl, wallsPerHour, log })]
  const server = createServer()
  server.on('request', createHandler({ routes, pages: await pages(server), log }))
  server.on('upgrade', (request, socket, head) => {
    // Over TCP it is a Socket; Node's type leaves room for other streams.
    if (socket instanceof Socket && relay.upgrade(request, socket, head)) return
    // Somebody else may wait for it: Vite listens to the same server.
    if (server.listenerCount('upgrade') === 1) socket.destroy()
  })
  await listen(server, config.port, config.host)

  return {
    url: urlOf(server),
    async close() {
      isReady = false
      const isFree = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await relay.close()
      server.closeAllConnections()
      await isFree
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function urlOf(server: Server): string {
  // A server on a port, and not on a pipe, has an AddressInfo.
  const { address, family, port } = server.address() as AddressInfo
  const isEverywhere = address === '0.0.0.0' || address === '::'
  const host = isEverywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address
  return `http://${host}:${port}`
}
