import { sql, type Kysely } from 'kysely'
import { checksum } from './checksum.ts'
import { createTables, type BytesType, type Tables } from './tables.ts'

/** Which tables the database has, as a fact in it: 1 is that of version 0.1.0, which did not say so. */
const SCHEMA = 2

/**
 * Brings a database to the tables of this version, an empty one or an earlier one; what it holds stays. Called within a
 * transaction that nobody else can be in.
 * @throws when the database is of a later version
 */
export async function prepareTables(db: Kysely<Tables>, bytes: BytesType): Promise<void> {
  const schema = await schemaOf(db)
  if (schema > SCHEMA) throw new Error(`The database has schema ${schema}; this version reads up to ${SCHEMA}.`)
  if (schema === 1) await numberUpdates(db, bytes)
  else await createTables(db, bytes)
  const value = new TextEncoder().encode(String(SCHEMA))
  await db
    .insertInto('facts')
    .values({ name: 'schema', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }).whereRef('facts.value', '!=', 'excluded.value'))
    .execute()
}

/** @returns 0 for an empty database */
async function schemaOf(db: Kysely<Tables>): Promise<number> {
  const tables = await db.introspection.getTables()
  const hasTable = (name: string): boolean => tables.some((table) => table.name === name)
  if (!hasTable('facts')) return 0
  const row = await db.selectFrom('facts').select('value').where('name', '=', 'schema').executeTakeFirst()
  if (row) return Number(new TextDecoder().decode(row.value))
  if (hasTable('set_aside')) return 2 // made anew from a damaged file, of which just this row was lost
  return hasTable('updates') ? 1 : 0
}

/** The tables of 0.1.0: updates were numbered across all walls, nothing had a checksum. */
interface FirstTables {
  first_updates: { seq: number; wall: string; bytes: Uint8Array }
  first_snapshots: { wall: string; state: Uint8Array }
}

/** From 1 to 2. A snapshot becomes number 1 of its wall, and the updates after it go on from there. */
async function numberUpdates(db: Kysely<Tables>, bytes: BytesType): Promise<void> {
  await db.schema.dropIndex('updates_of_wall').ifExists().execute()
  await db.schema.alterTable('updates').renameTo('first_updates').execute()
  await db.schema.alterTable('snapshots').renameTo('first_snapshots').execute()
  await db.schema.alterTable('walls').addColumn('last_seq', 'bigint', (column) => column.notNull().defaultTo(0)).execute()
  await db.schema.alterTable('walls').addColumn('last_version', 'bigint', (column) => column.notNull().defaultTo(0)).execute()
  await db.schema.alterTable('participants').addColumn('removed', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await createTables(db, bytes)

  // The same database, seen with the tables it had.
  const first = db as unknown as Kysely<FirstTables>
  for (const { id: wall } of await db.selectFrom('walls').select('id').execute()) {
    let seq = 0
    const snapshot = await first.selectFrom('first_snapshots').select('state').where('wall', '=', wall).executeTakeFirst()
    if (snapshot) {
      const state = new Uint8Array(snapshot.state)
      await db.insertInto('snapshots').values({ wall, seq: ++seq, state, sums: checksum(state) }).execute()
    }
    const updates = await first.selectFrom('first_updates').select('bytes').where('wall', '=', wall).orderBy('seq').execute()
    for (const row of updates) {
      const update = new Uint8Array(row.bytes)
      await db.insertInto('updates').values({ wall, seq: ++seq, bytes: update, sums: checksum(update) }).execute()
    }
    await db.updateTable('walls').set({ last_seq: seq }).where('id', '=', wall).execute()
  }
  await sql`drop table first_updates`.execute(db)
  await sql`drop table first_snapshots`.execute(db)
}
