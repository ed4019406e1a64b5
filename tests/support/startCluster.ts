import { pino } from 'pino'
import { openRedisBus } from '../../server/bus/openRedisBus.ts'
import type { Bus } from '../../server/bus/bus.ts'
import { TIMING, type Timing } from '../../server/rooms/timing.ts'
import { startServer } from '../../server/startServer.ts'
import { openPostgresStore } from '../../server/storage/openPostgresStore.ts'
import type { Store } from '../../server/storage/store.ts'
import { startPostgres } from './startPostgres.ts'
import { startRedis, type RedisServer } from './startRedis.ts'
import { PROGRAMS } from './programs.ts'

/** One of several servers on one database and one bus. */
export interface ClusterNode {
  readonly url: string
  readonly storage: Store
  readonly bus: Bus
  close(): Promise<void>
}

export interface Cluster {
  readonly redis: RedisServer
  readonly databaseUrl: string
  /** A server in this process; `spawnServer` with the two addresses starts one of its own. */
  startNode(options?: NodeOptions): Promise<ClusterNode>
  close(): Promise<void>
}

interface NodeOptions {
  readonly timing?: Partial<Timing>
  /** Puts something between the server and its bus. */
  readonly through?: (bus: Bus) => Bus
}

/** A real PostgreSQL and a real Redis, for as many servers as a test wants. */
export async function startCluster(): Promise<Cluster> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const databaseUrl = await postgres.makeDatabase()
  const log = pino({ level: 'silent' })
  return {
    redis,
    databaseUrl,
    async startNode({ timing, through = (bus: Bus) => bus } = {}) {
      const storage = await openPostgresStore(databaseUrl)
      const bus = openRedisBus({ url: redis.url, log, silenceMs: 500 })
      const config = {
        port: 0,
        host: '127.0.0.1',
        publicUrl: undefined,
        proxyHeader: undefined,
        socketsPerAddress: 300,
        wallsPerHour: 1000,
        makerKey: undefined,
        metrics: undefined,
        timing: { ...TIMING, goodbyeMs: 0, ...timing },
      }
      const pages = () => (_request: unknown, response: { end(): void }) => response.end()
      const server = await startServer({ config, storage, bus: through(bus), programs: PROGRAMS, log, pages })
      return {
        url: server.url,
        storage,
        bus,
        async close() {
          await server.close()
          await bus.close()
          await storage.close()
        },
      }
    },
    async close() {
      await Promise.all([redis.close(), postgres.stop()])
    },
  }
}
