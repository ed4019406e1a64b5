import Database from 'libsql'
import { Kysely, sql, type SqliteDatabase } from 'kysely'
import { CommitAside } from './commitAside.ts'
import { createSqlStore } from './createSqlStore.ts'
import { keepStatements } from './keepStatements.ts'
import { prepareTables } from './prepareTables.ts'
import { isDamage, isSound, rescueSqlite, type Rescue } from './rescueSqlite.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** In the folder that holds everything worth keeping. */
export const DATABASE_FILE = 'pollinate.sqlite'

/**
 * The store that needs nothing else: one SQLite file. A damaged one is first made anew from what can be read of it.
 * @param file path of the database, made if it is missing; its folder exists
 * @param onRescue told when the file was damaged
 * @throws when the file cannot be opened or written, or nothing in it can be read
 */
export async function openSqliteStore(file: string, onRescue: (rescue: Rescue) => void = () => {}): Promise<Store> {
  const database = openSound(file) ?? openRescued(file, onRescue)
  try {
    const db = new Kysely<Tables>({ dialect: new CommitAside(database, { database: lettingItRollBack(database) }) })
    await db.connection().execute(async (connection) => {
      // At once, so that of two servers that start on one file one waits for the other.
      await sql`begin immediate`.execute(connection)
      await prepareTables(connection, 'blob')
      await sql`commit`.execute(connection)
    })
    return createSqlStore(db, async () => {
      // What was deleted is overwritten in the file itself (secure_delete); its last copy is in the log of the newest commits.
      await sql`pragma wal_checkpoint(truncate)`.execute(db)
    })
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * When the disk refuses, SQLite takes the transaction back by itself. Kysely's rollback would then fail, and what it fails
 * with would hide why the disk refused.
 */
function lettingItRollBack(database: Database.Database): SqliteDatabase {
  const kept = keepStatements({ prepare: (text) => database.prepare(text), close: () => void database.close() })
  return { ...kept, prepare: (text) => kept.prepare(text === 'rollback' && !database.inTransaction ? 'select 1' : text) }
}

function openRescued(file: string, onRescue: (rescue: Rescue) => void): Database.Database {
  onRescue(rescueSqlite(file, Date.now()))
  const database = openSound(file)
  if (!database) throw new Error(`The database ${file} is still damaged after it was made anew. Is the disk failing?`)
  return database
}

/** @returns `undefined` when the file is damaged */
function openSound(file: string): Database.Database | undefined {
  const database = new Database(file)
  try {
    // WAL with FULL: each commit is flushed to the disk before it is reported.
    for (const pragma of ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) {
      database.exec(`PRAGMA ${pragma}`)
    }
    if (isSound(database)) return database
  } catch (error) {
    database.close()
    if (isDamage(error)) return undefined
    throw error
  }
  database.close()
  return undefined
}
