import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { Socket, type AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Bus } from './bus/bus.ts'
import { CannotListen, type Doorway } from './cannotListen.ts'
import { apiRoutes } from './http/apiRoutes.ts'
import { createHandler } from './http/createHandler.ts'
import { healthRoutes } from './http/healthRoutes.ts'
import { metricsRoute } from './http/metricsRoute.ts'
import { RESTORES_AT_ONCE } from './http/restoreRoute.ts'
import type { Model } from './model/model.ts'
import { createMeters, gaugeRooms } from './observe/createMeters.ts'
import { logRefusals } from './observe/logRefusals.ts'
import { watchStore } from './observe/watchStore.ts'
import type { RecordWriter } from './record/recordJob.ts'
import type { WallPreparer } from './restoring/restoreJob.ts'
import { eraseDueWalls } from './rooms/eraseWall.ts'
import { createRelay } from './rooms/relay.ts'
import { Rooms } from './rooms/rooms.ts'
import type { Timing } from './rooms/timing.ts'
import type { Store } from './storage/store.ts'
import { createThread } from './threads/createThread.ts'

export interface ServerConfig {
  /** 0 takes any free one. */
  readonly port: number
  readonly host: string
  /** What links begin with, when a proxy stands before us. */
  readonly publicUrl: string | undefined
  /** In which header the operator's proxy says whom it speaks for, lower case; `undefined` without a proxy. */
  readonly proxyHeader: string | undefined
  /** New walls for one address within an hour. */
  readonly wallsPerHour: number
  /** Connections of one address, behind which a whole workshop may sit. */
  readonly socketsPerAddress: number
  /** Who makes walls must know it; `undefined` when anybody may. */
  readonly makerKey: string | undefined
  /** So many days a new wall is kept; a facilitator says otherwise, up to `mostKeepDays`. Left out, `KEEP_DAYS`. */
  readonly keepDays?: number
  readonly mostKeepDays?: number
  readonly metrics: MetricsConfig | undefined
  readonly timing: Timing
}

/** Where the figures about the server are to be had: on a port of their own, for a token, or both. */
export interface MetricsConfig {
  /** `undefined` for the server's own port. */
  readonly port: number | undefined
  readonly host: string
  readonly token: string | undefined
}

export interface ServerParts {
  readonly config: ServerConfig
  readonly storage: Store
  /** When several servers share the storage. */
  readonly bus?: Bus | undefined
  /** When the operator installed a sentence model. */
  readonly model?: Model | undefined
  readonly log: Logger
  readonly programs: Programs
  /** Answers what is not for the server itself. In development Vite takes the place of the built files. */
  readonly pages: (server: Server) => RequestListener | Promise<RequestListener>
}

/** The files of work that is too heavy for the thread that serves people. */
export interface Programs {
  /** Writes a record. */
  readonly record: URL
  /** Makes the document of a wall that is restored from its file. */
  readonly restore: URL
}

export interface RunningServer {
  /** Under which this machine reaches it, such as `http://127.0.0.1:4321`. */
  readonly url: string
  /** Of the figures, when they have a port of their own. */
  readonly metricsUrl: string | undefined
  /**
   * Saves everything, sends everybody away, frees the port. Storage, bus and model stay open: they are the caller's.
   * @throws at the end when storage refused what waited
   */
  close(): Promise<void>
}

/**
 * Who begins a request and does not end it, or holds a connection without asking anything, is let go. A proxy may keep
 * an idle connection for a minute, and asks on one that is still open.
 */
const PATIENCE: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
}
const CONNECTIONS = 10_000
/** A year: what was agreed has its dates, and the next workshop can take it up. */
export const KEEP_DAYS = { usual: 365, most: 3650 } as const
/** Far beyond what the largest wall takes. */
const HEAVY_JOB = { ms: 120_000, megabytes: 768 } as const
/** How often walls are looked for whose time has passed. */
const ERASING_MS = 3_600_000

/** @throws CannotListen when a port cannot be had */
export async function startServer({ config, storage, bus, model, programs, log, pages }: ServerParts): Promise<RunningServer> {
  const { metrics, timing } = config
  const registry = new Registry()
  const { meters, stop: stopLogging } = logRefusals(createMeters(registry), log)
  const { store, takes } = watchStore(storage, meters)
  const secret = await storage.serverSecret()
  const rooms = new Rooms({ store, bus, model, log, timing, meters })
  const relay = createRelay({ ...config, rooms, store, secret, log, meters })
  gaugeRooms(registry, () => rooms.census())
  if (metrics) collectDefaultMetrics({ register: registry })
  let isStopping = false

  const figures = metricsRoute(registry, metrics?.token)
  // The trial of storage is small: where it fits, a room's edits may not.
  const health = healthRoutes({
    isStopping: () => isStopping,
    takes: async () => rooms.census().unsaved === 0 && (await takes()),
    bus: () => bus?.health,
    model: () => model?.health,
  })
  const { keepDays = KEEP_DAYS.usual, mostKeepDays = KEEP_DAYS.most } = config
  const writer: RecordWriter = createThread(programs.record, { atOnce: 4, ...HEAVY_JOB })
  const preparer: WallPreparer = createThread(programs.restore, { atOnce: RESTORES_AT_ONCE, ...HEAVY_JOB })
  const api = apiRoutes({ ...config, writer, preparer, keepDays, mostKeepDays, store, rooms, secret, meters })
  const eraseDue = (): void => {
    // Storage that refuses now does not an hour later.
    eraseDueWalls(store, rooms, log, Date.now()).catch((err: unknown) => log.error({ err }, 'walls whose time has passed could not be looked for'))
  }
  const eraser = setInterval(eraseDue, ERASING_MS).unref()
  eraseDue()
  const server = createServer(PATIENCE)
  server.maxConnections = CONNECTIONS
  const routes = [...health, ...api, ...(metrics && metrics.port === undefined ? [figures] : [])]
  server.on('request', createHandler({ routes, pages: await pages(server), log }))
  server.on('upgrade', (request, socket, head) => {
    // Over TCP it is a Socket; Node's type leaves room for other streams.
    if (socket instanceof Socket && relay.upgrade(request, socket, head)) return
    // Somebody else may wait for it: Vite listens to the same server.
    if (server.listenerCount('upgrade') === 1) socket.destroy()
  })
  await listen(server, 'people', config)
  const side = metrics?.port === undefined ? undefined : createServer(PATIENCE, createHandler({ routes: [...health, figures], pages: nothing, log }))
  if (side && metrics?.port !== undefined) await listen(side, 'figures', { port: metrics.port, host: metrics.host })

  return {
    url: urlOf(server),
    metricsUrl: side && urlOf(side),
    async close() {
      isStopping = true
      clearInterval(eraser)
      const isFree = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await Promise.all([writer.close(), preparer.close()])
      await relay.close()
      server.closeAllConnections()
      await isFree
      side?.close()
      side?.closeAllConnections()
      stopLogging()
      const { unsaved } = rooms.census()
      if (unsaved > 0) throw new Error(`storage refuses what waits; walls: ${unsaved}. It is on people's devices, and comes back from there`)
    },
  }
}

const nothing: RequestListener = (_request, response) => void response.writeHead(404).end()

function listen(server: Server, forWhom: Doorway, at: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error): void => reject(new CannotListen(forWhom, error))
    server.once('error', refuse)
    server.listen(at.port, at.host, () => {
      server.off('error', refuse)
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
