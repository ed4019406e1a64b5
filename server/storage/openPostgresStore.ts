import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { createSqlStore } from './createSqlStore.ts'
import { dropLostConnections } from './dropLostConnections.ts'
import { prepareTables } from './prepareTables.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Any number: of two servers that start at once one waits for the other to make the tables. */
const MAKING_TABLES = 1_886_350_444
const BIGINT: number = pg.types.builtins.INT8

/**
 * The store for more than one server: a PostgreSQL database. A connection that is lost fails the call that used it; the
 * next call makes a new one.
 * @param url such as `postgres://user:password@host:5432/pollinate`; never logged, for the password in it
 * @throws when the database cannot be reached, or its tables not be made
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'pollinate',
    // Rooms tick at the same time, but each commit takes a millisecond or two.
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    // The database gives up first and says why; should it say nothing at all, we do.
    statement_timeout: 10_000,
    query_timeout: 12_000,
    // A server that vanished in the middle of a commit must not hold a wall's row.
    idle_in_transaction_session_timeout: 10_000,
    types: { getTypeParser },
  })
  const told = (): void => {} // whoever uses the connection is told by their own call
  pool.on('error', told)
  pool.on('connect', (client) => client.on('error', told))

  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: dropLostConnections(pool) }) })
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${MAKING_TABLES})`.execute(tx)
      await prepareTables(tx, 'bytea')
    })
    return createSqlStore(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Times and numbers are far below 2^53, and are numbers everywhere else. */
const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === BIGINT ? Number : (pg.types.getTypeParser(type, format) as (value: string) => unknown)
