import Database from 'libsql'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { createSqlStore } from './createSqlStore.ts'
import { prepareTables } from './prepareTables.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * The store that needs nothing else: one SQLite file.
 * @param file path of the database, made if it is missing; its folder exists
 * @throws when the file cannot be opened or written
 */
export async function openSqliteStore(file: string): Promise<Store> {
  const database = new Database(file)
  try {
    // WAL with FULL: each commit is flushed to the disk before it is reported.
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000']) {
      database.exec(`PRAGMA ${pragma}`)
    }
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
    await db.connection().execute(async (connection) => {
      // At once, so that of two servers that start on one file one waits for the other.
      await sql`begin immediate`.execute(connection)
      await prepareTables(connection, 'blob')
      await sql`commit`.execute(connection)
    })
    return createSqlStore(db)
  } catch (error) {
    database.close()
    throw error
  }
}
