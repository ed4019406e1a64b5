import { sql, type Kysely } from 'kysely'

/**
 * What the database holds. Ids, hashes and roles are text; times are milliseconds since 1970; `sums` are the checksums of
 * the bytes beside them.
 */
export interface Tables {
  facts: { name: string; value: Uint8Array }
  /** `last_seq` and `last_version` are the numbers given out last. */
  walls: { id: string; made_at: number; last_seq: number; last_version: number }
  /** `until` in milliseconds since 1970. */
  keeping: { wall: string; until: number }
  links: { wall: string; role: string; generation: number; key_hash: string; revoked: number }
  participants: {
    wall: string
    id: string
    secret_hash: string
    name: string
    country: string
    institution: string
    contact: string
    removed: number
  }
  /** Who allowed, and when (milliseconds since 1970), that the organiser's record carries their contact. */
  consents: { wall: string; participant: string; at: number }
  /** Holds all updates up to `seq`. */
  snapshots: { wall: string; seq: number; state: Uint8Array; sums: Uint8Array }
  updates: { wall: string; seq: number; bytes: Uint8Array; sums: Uint8Array }
  claims: { wall: string; client: number; owner: string }
  versions: {
    wall: string
    id: number
    at: number
    why: string
    made_by: string | null
    notes: number
    size: number
    state: Uint8Array
    sums: Uint8Array
  }
  /** Pieces that could not be read; `seq` is 0 for a snapshot. */
  set_aside: { wall: string; seq: number; at: number; why: string; bytes: Uint8Array }
}

/** What a database calls a column of bytes. */
export type BytesType = 'blob' | 'bytea'

/** Makes the tables that are missing. */
export async function createTables({ schema }: Kysely<Tables>, bytes: BytesType): Promise<void> {
  const bytesType = sql.raw(bytes)
  await schema
    .createTable('facts')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', bytesType, (column) => column.notNull())
    .execute()
  await schema
    .createTable('walls')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('last_version', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema
    .createTable('keeping')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.primaryKey())
    .addColumn('until', 'bigint', (column) => column.notNull())
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
    .addColumn('removed', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('participants_key', ['wall', 'id'])
    .execute()
  await schema
    .createTable('consents')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('consents_key', ['wall', 'participant'])
    .execute()
  await schema
    .createTable('snapshots')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('state', bytesType, (column) => column.notNull())
    .addColumn('sums', bytesType, (column) => column.notNull())
    .execute()
  await schema
    .createTable('updates')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', bytesType, (column) => column.notNull())
    .addColumn('sums', bytesType, (column) => column.notNull())
    .addPrimaryKeyConstraint('updates_key', ['wall', 'seq'])
    .execute()
  await schema
    .createTable('claims')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.notNull())
    .addColumn('client', 'bigint', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claims_key', ['wall', 'client'])
    .execute()
  await schema
    .createTable('versions')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.notNull())
    .addColumn('id', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text')
    .addColumn('notes', 'integer', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('state', bytesType, (column) => column.notNull())
    .addColumn('sums', bytesType, (column) => column.notNull())
    .addPrimaryKeyConstraint('versions_key', ['wall', 'id'])
    .execute()
  await schema
    .createTable('set_aside')
    .ifNotExists()
    .addColumn('wall', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('bytes', bytesType, (column) => column.notNull())
    .execute()
  await schema.createIndex('set_aside_of_wall').ifNotExists().on('set_aside').column('wall').execute()
}
