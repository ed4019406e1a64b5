import { resolve } from 'node:path'
import { KEEP_DAYS, type MetricsConfig, type ServerConfig } from './startServer.ts'
import { TIMING } from './rooms/timing.ts'

export interface ProcessConfig {
  readonly server: ServerConfig
  /** Absolute path of the folder that holds everything worth keeping. */
  readonly dataDir: string
  /** PostgreSQL to keep walls in, instead of a file in the folder. Holds a password: never to be shown. */
  readonly databaseUrl: string | undefined
  /** Redis or Valkey, over which several servers of one database hear of each other. Holds a password too. */
  readonly redisUrl: string | undefined
  /** Absolute path of the folder with a sentence model; `undefined` without one. */
  readonly modelDir: string | undefined
  readonly logLevel: string
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/**
 * What the operator set; the README lists the variables. An empty one is as good as none.
 * @throws RangeError that names the variable and what it expects
 */
export function readConfig(env: Environment): ProcessConfig {
  const logLevel = env.LOG_LEVEL || 'warn'
  if (!LOG_LEVELS.includes(logLevel)) throw new RangeError(`LOG_LEVEL is ${logLevel}; it must be one of ${LOG_LEVELS.join(', ')}.`)
  const mostKeepDays = numberFrom(env, 'MOST_KEEP_DAYS', KEEP_DAYS.most, [1, 36_500])
  const port = numberFrom(env, 'PORT', 4321, [0, 65535])
  return {
    server: {
      port,
      // The room opens the wall on its own devices, so it is there for the whole network unless the operator says less.
      host: env.HOST || '0.0.0.0',
      publicUrl: env.PUBLIC_URL ? originOnly(env.PUBLIC_URL) : undefined,
      proxyHeader: env.PROXY_HEADER ? headerName(env.PROXY_HEADER) : undefined,
      wallsPerHour: numberFrom(env, 'WALLS_PER_HOUR', 120, [0, 1_000_000]),
      socketsPerAddress: numberFrom(env, 'SOCKETS_PER_ADDRESS', 300, [1, 100_000]),
      makerKey: env.MAKER_KEY ? secretOf(env.MAKER_KEY, 'MAKER_KEY') : undefined,
      keepDays: numberFrom(env, 'KEEP_DAYS', Math.min(KEEP_DAYS.usual, mostKeepDays), [1, mostKeepDays]),
      mostKeepDays,
      metrics: metricsFrom(env, port),
      timing: TIMING,
    },
    dataDir: resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL ? postgresOnly(env.DATABASE_URL) : undefined,
    redisUrl: env.REDIS_URL ? redisOnly(env.REDIS_URL, env.DATABASE_URL) : undefined,
    modelDir: env.MODEL_DIR ? resolve(env.MODEL_DIR) : undefined,
    logLevel,
  }
}

type Environment = Readonly<Record<string, string | undefined>>

function numberFrom(env: Environment, name: string, otherwise: number, [least, most]: readonly [number, number]): number {
  const number = Number(env[name] || otherwise)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new RangeError(`${name} is ${env[name]}; it must be a number from ${least} to ${most}.`)
}

function metricsFrom(env: Environment, mainPort: number): MetricsConfig | undefined {
  if (!env.METRICS_PORT && !env.METRICS_TOKEN) return undefined
  const port = env.METRICS_PORT ? numberFrom(env, 'METRICS_PORT', 0, [0, 65535]) : undefined
  if (port && port === mainPort) throw new RangeError(`METRICS_PORT is ${port}, and so is PORT; give the figures a port of their own.`)
  return {
    port,
    host: env.METRICS_HOST || '127.0.0.1',
    token: env.METRICS_TOKEN ? secretOf(env.METRICS_TOKEN, 'METRICS_TOKEN') : undefined,
  }
}

function secretOf(text: string, name: string): string {
  // Without the value: it is a secret, and this goes to a log.
  if (text.length < 12 || text.length > 200) throw new RangeError(`${name} must have 12 to 200 characters, so that it cannot be guessed.`)
  return text
}

function headerName(name: string): string {
  const isPlain = /^[a-z0-9-]+$/i.test(name) && name.toLowerCase() !== 'forwarded'
  if (!isPlain) throw new RangeError(`PROXY_HEADER is ${name}; it must be the name of a header that holds addresses alone, such as x-forwarded-for.`)
  return name.toLowerCase()
}

function originOnly(publicUrl: string): string {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
  if (!isOrigin) throw new RangeError(`PUBLIC_URL is ${publicUrl}; it must be an address without a path, such as https://wall.example.org.`)
  return url.origin
}

function postgresOnly(databaseUrl: string): string {
  const isPostgres = URL.canParse(databaseUrl) && /^postgres(ql)?:$/.test(new URL(databaseUrl).protocol)
  // Without the value: there may be a password in it.
  if (!isPostgres) throw new RangeError('DATABASE_URL must be an address such as postgres://user:password@host:5432/pollinate.')
  return databaseUrl
}

function redisOnly(redisUrl: string, databaseUrl: string | undefined): string {
  const isRedis = URL.canParse(redisUrl) && /^rediss?:$/.test(new URL(redisUrl).protocol)
  if (!isRedis) throw new RangeError('REDIS_URL must be an address such as redis://:password@host:6379.')
  if (!databaseUrl) throw new RangeError('REDIS_URL joins several servers of one database; it needs DATABASE_URL too.')
  return redisUrl
}
