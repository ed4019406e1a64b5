import type { Generated, Kysely } from 'kysely'

/** What the database holds. Ids, hashes and roles are text; times are milliseconds since 1970. */
export interface Tables {
  facts: { name: string; value: Uint8Array }
  walls: { id: string; made_at: number }
  links: { wall: string; role: string; generation: number; key_hash: string; revoked: number }
  participants: {
    wall: string
    id: string
    secret_hash: string
    name: string
    country: string
    institution: string
    contact: string
  }
  snapshots: { wall: string; state: Uint8Array }
  updates: { seq: Generated<number>; wall: string; bytes: Uint8Array }
}

/** Makes the tables that are missing. */
export async function createTables(db: Kysely<Tables>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('facts')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'blob', (column) => column.notNull())
    .execute()
  await schema
    .createTable('walls')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('links')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('key_hash', 'text', (column) => column.notNull())
    .addColumn('revoked', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('links_key', ['wall', 'role', 'generation'])
    .execute()
  await schema
    .createTable('participants')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.notNull())
    .addColumn('institution', 'text', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('participants_key', ['wall', 'id'])
    .execute()
  await schema
    .createTable('snapshots')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.primaryKey())
    .addColumn('state', 'blob', (column) => column.notNull())
    .execute()
  await schema
    .createTable('updates')
    .ifNotExists()
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('wall', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .execute()
  await schema.createIndex('updates_of_wall').ifNotExists().on('updates').columns(['wall', 'seq']).execute()
}
