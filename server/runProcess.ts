import { mkdirSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { destination, pino, type Logger } from 'pino'
import type { Bus } from './bus/bus.ts'
import { CannotListen } from './cannotListen.ts'
import type { Model } from './model/model.ts'
import { readConfig, type ProcessConfig } from './readConfig.ts'
import { startServer, type Programs, type RunningServer, type ServerParts } from './startServer.ts'
import { openPostgresStore } from './storage/openPostgresStore.ts'
import { DATABASE_FILE, openSqliteStore } from './storage/openSqliteStore.ts'
import { UnreadableDatabase } from './storage/rescueSqlite.ts'
import type { Store } from './storage/store.ts'

/** A shutdown that takes longer is cut off: whoever stopped us waits no longer either. */
const SHUTDOWN_MS = 9500

/**
 * The server as a process of its own: starts it, tells people where to open it, stops it on SIGTERM or SIGINT.
 * Standard output is for people; what happened goes to standard error as JSON lines.
 * @param env the environment; read here and nowhere else
 * @param programs the files that run beside the server: a sentence model, where the operator has one, and what is too heavy for it
 */
export async function runProcess(env: NodeJS.ProcessEnv, pages: ServerParts['pages'], programs: Programs & { readonly model: URL }): Promise<void> {
  const config = orExit(() => readConfig(env))
  const log = pino({ level: config.logLevel, base: undefined }, destination({ dest: 2, sync: true }))
  const storage = await openStorage(config, log)
  const bus = await openBus(config, log)
  const model = await startModel(config, programs.model, log)
  const server = await startServer({ config: config.server, storage, bus, model, programs, log, pages }).catch((error: unknown) =>
    exit(startMessage(error, config)),
  )

  let isStopping = false
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => exit('Pollinate did not stop in time; what was seen on other screens is saved.'), SHUTDOWN_MS).unref()
    closeAll(server, storage, bus, model).then(
      () => {
        log.info('stopped')
        process.exit(0)
      },
      (error: unknown) => exit(`Pollinate could not stop cleanly: ${messageOf(error)}`),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  log.info({ ...partsOf(config), url: server.url, figures: server.metricsUrl }, 'started')
  say(welcome(server.url, config)) // from here on it can be stopped
}

async function openStorage({ dataDir, databaseUrl }: ProcessConfig, log: Logger): Promise<Store> {
  if (databaseUrl !== undefined) {
    return openPostgresStore(databaseUrl).catch((error: unknown) =>
      exit(`Pollinate cannot use the database of DATABASE_URL: ${messageOf(error)}.`),
    )
  }
  try {
    mkdirSync(dataDir, { recursive: true })
    return await openSqliteStore(join(dataDir, DATABASE_FILE), ({ keptAs, rows }) => {
      process.stderr.write(`The database was damaged. ${rows} rows that could be read are in a new one; the damaged one is kept as ${keptAs}.\n`)
      log.error({ keptAs, rows }, 'the database was damaged and was made anew from what could be read')
    })
  } catch (error) {
    if (error instanceof UnreadableDatabase) return exit(error.message)
    return exit(`Pollinate cannot write to ${dataDir}: ${messageOf(error)}. Set DATA_DIR to a folder that it may write to.`)
  }
}

/** What the server is made of, for the log: no address of a database, for the password in it. */
const partsOf = ({ databaseUrl, redisUrl, dataDir }: ProcessConfig) => ({
  node: process.version,
  storage: databaseUrl === undefined ? `SQLite in ${dataDir}` : 'PostgreSQL',
  bus: redisUrl === undefined ? 'none' : 'Redis',
})

/** What the bus needs is read only where there is one: most servers are alone. */
async function openBus({ redisUrl }: ProcessConfig, log: Logger): Promise<Bus | undefined> {
  if (redisUrl === undefined) return undefined
  const { openRedisBus } = await import('./bus/openRedisBus.ts')
  return openRedisBus({ url: redisUrl, log })
}

/** Most servers have no model, and load nothing of what runs one. */
async function startModel({ modelDir }: ProcessConfig, program: URL, log: Logger): Promise<Model | undefined> {
  if (modelDir === undefined) return undefined
  const { openModel } = await import('./model/openModel.ts')
  return openModel({ folder: modelDir, program, log })
}

async function closeAll(server: RunningServer, storage: Store, bus: Bus | undefined, model: Model | undefined): Promise<void> {
  await server.close()
  await bus?.close()
  await model?.close()
  await storage.close()
}

function startMessage(error: unknown, { server: { port, host, metrics } }: ProcessConfig): string {
  if (!(error instanceof CannotListen)) return `Pollinate cannot start: ${messageOf(error)}`
  const isForPeople = error.forWhom === 'people'
  const settings = isForPeople ? { PORT: port, HOST: host } : { METRICS_PORT: metrics?.port, METRICS_HOST: metrics?.host }
  const [[portName, portIs] = [], [hostName, hostIs] = []] = Object.entries(settings)
  switch (error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined) {
    case 'EADDRINUSE':
      return `Port ${portIs} is in use. Stop the other program, or set ${portName} to a free one.`
    case 'EACCES':
      return `Port ${portIs} is not allowed for this user. Set ${portName} to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${hostName} is ${hostIs}, which is no address of this machine.`
    default:
      return `Pollinate cannot start: ${messageOf(error)}`
  }
}

function welcome(url: string, { server: { host, publicUrl } }: ProcessConfig): string {
  const { port } = new URL(url)
  if (publicUrl) return `\n  Pollinate is ready. Open ${publicUrl}\n`
  if (host !== '0.0.0.0' && host !== '::') return `\n  Pollinate is ready. Open ${url}\n`
  const others = networkAddresses().map((address) => `  For others on this network: http://${address}:${port}\n`)
  return `\n  Pollinate is ready. Open http://localhost:${port}\n${others.join('')}`
}

const networkAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)

function orExit<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    return exit(messageOf(error))
  }
}

function exit(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ') // a host with several addresses
  return error instanceof Error ? error.message : String(error)
}
