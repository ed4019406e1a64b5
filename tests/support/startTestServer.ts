import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { TIMING, type Timing } from '../../server/rooms/timing.ts'
import { startServer, type Programs, type ServerConfig } from '../../server/startServer.ts'
import { openSqliteStore } from '../../server/storage/openSqliteStore.ts'
import type { Store } from '../../server/storage/store.ts'
import { PROGRAMS } from './programs.ts'

export interface TestServer {
  readonly url: string
  readonly storage: Store
  /** Stops it and removes its data. */
  close(): Promise<void>
  /** Stops it and starts another on the same data and the same port. */
  restart(): Promise<void>
}

interface Options {
  readonly timing?: Partial<Timing>
  readonly wallsPerHour?: number
  /** What else differs from a plain server without a proxy. */
  readonly config?: Partial<ServerConfig>
  /** Puts something between the server and its storage. */
  readonly through?: (store: Store) => Store
  /** What a browser gets; nothing, unless a test brings one. */
  readonly pages?: RequestListener
  /** What runs in its threads; the real ones, unless a test brings others. */
  readonly programs?: Partial<Programs>
}

/** A server on a free port with a temporary folder, in this process. */
export async function startTestServer({ timing, wallsPerHour = 1000, config: other, through = (store) => store, pages = (_request, response) => response.end(), programs }: Options = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pollinate-'))
  const start = async (port: number) => {
    const storage = await openSqliteStore(join(folder, 'pollinate.sqlite'))
    const config: ServerConfig = {
      port,
      host: '127.0.0.1',
      publicUrl: undefined,
      proxyHeader: undefined,
      wallsPerHour,
      socketsPerAddress: 300,
      makerKey: undefined,
      metrics: undefined,
      timing: { ...TIMING, ...timing },
      ...other,
    }
    const log = pino({ level: 'silent' })
    return { storage, server: await startServer({ config, storage: through(storage), log, programs: { ...PROGRAMS, ...programs }, pages: () => pages }) }
  }
  let running = await start(0)
  const stop = async (): Promise<void> => {
    await running.server.close()
    await running.storage.close()
  }
  return {
    url: running.server.url,
    get storage() {
      return running.storage
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
    async restart() {
      await stop()
      running = await start(Number(new URL(running.server.url).port))
    },
  }
}
