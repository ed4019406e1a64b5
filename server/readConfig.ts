import { resolve } from 'node:path'
import type { ServerConfig } from './startServer.ts'
import { TIMING } from './rooms/timing.ts'

export interface ProcessConfig {
  readonly server: ServerConfig
  /** Absolute path of the folder that holds everything worth keeping. */
  readonly dataDir: string
  /** PostgreSQL to keep walls in, instead of a file in the folder. Holds a password: never to be shown. */
  readonly databaseUrl: string | undefined
  readonly logLevel: string
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/**
 * What the operator set: PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, LOG_LEVEL. An empty variable is as good as none.
 * @throws RangeError that names the variable and what it expects
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ProcessConfig {
  const port = Number(env.PORT || 4321)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError(`PORT is ${env.PORT}; it must be a number from 0 to 65535.`)
  const logLevel = env.LOG_LEVEL || 'warn'
  if (!LOG_LEVELS.includes(logLevel)) throw new RangeError(`LOG_LEVEL is ${logLevel}; it must be one of ${LOG_LEVELS.join(', ')}.`)
  return {
    server: {
      port,
      // The room opens the wall on its own devices, so it is there for the whole network unless the operator says less.
      host: env.HOST || '0.0.0.0',
      publicUrl: env.PUBLIC_URL ? originOnly(env.PUBLIC_URL) : undefined,
      wallsPerHour: 120,
      timing: TIMING,
    },
    dataDir: resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL ? postgresOnly(env.DATABASE_URL) : undefined,
    logLevel,
  }
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
