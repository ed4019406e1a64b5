import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'libsql'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { openPostgresStore } from '../../server/storage/openPostgresStore.ts'
import { openSqliteStore } from '../../server/storage/openSqliteStore.ts'
import type { Store } from '../../server/storage/store.ts'
import type { Tables } from '../../server/storage/tables.ts'
import { startPostgres } from './startPostgres.ts'

/** Somewhere for a store to be, empty at first. Opened again there, a store holds what it held. */
export interface StorePlace {
  open(): Promise<Store>
  /** Behind the store's back. */
  tables(): Kysely<Tables>
  /** Every byte that is kept: of the files, or of a dump. */
  held(): Promise<string>
  remove(): Promise<void>
}

/** Every store, and what a test file needs to make places for it: to be closed when the file is done. */
export const STORES: readonly { name: string; openMaker: () => Promise<PlaceMaker> }[] = [
  { name: 'SQLite', openMaker: () => Promise.resolve({ make: sqlitePlace, close: () => Promise.resolve() }) },
  { name: 'PostgreSQL', openMaker: postgresMaker },
]

export interface PlaceMaker {
  make(): Promise<StorePlace>
  close(): Promise<void>
}

async function postgresMaker(): Promise<PlaceMaker> {
  const postgres = await startPostgres()
  return {
    async make() {
      const url = await postgres.makeDatabase()
      return {
        open: () => openPostgresStore(url),
        tables: () => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }) }),
        async held() {
          const { stdout } = await promisify(execFile)('pg_dump', [url], { maxBuffer: 1e9 })
          return stdout.replace(/\\\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
        },
        remove: () => postgres.dropDatabase(url),
      }
    },
    close: () => postgres.stop(),
  }
}

async function sqlitePlace(): Promise<StorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'pollinate-store-'))
  const file = join(folder, 'pollinate.sqlite')
  return {
    open: () => openSqliteStore(file),
    tables: () => new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(file) }) }),
    async held() {
      const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
      return Buffer.concat(files).toString('latin1')
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
