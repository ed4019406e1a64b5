import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { Kysely, SqliteDialect } from 'kysely'
import { openSqliteStore } from '../../server/storage/openSqliteStore.ts'
import type { Store } from '../../server/storage/store.ts'
import type { Tables } from '../../server/storage/tables.ts'

/** Somewhere for a store to be, empty at first. Opened again there, a store holds what it held. */
export interface StorePlace {
  open(): Promise<Store>
  /** Behind the store's back. */
  tables(): Kysely<Tables>
  remove(): Promise<void>
}

/** Every store, and how a test makes a place of its own for one. */
export const STORES: readonly { name: string; make: () => Promise<StorePlace> }[] = [{ name: 'SQLite', make: sqlitePlace }]

export async function sqlitePlace(): Promise<StorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'pollinate-store-'))
  const file = join(folder, 'pollinate.sqlite')
  return {
    open: () => openSqliteStore(file),
    tables: () => new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(file) }) }),
    remove: () => rm(folder, { recursive: true }),
  }
}
