import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { ROLES } from '#shared/permissions/roles.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import type { Link, Store } from './store.ts'
import type { Tables } from './tables.ts'

/** The store over any SQL database that Kysely speaks; the tables exist already. Closing the store closes `db`. */
export function createSqlStore(db: Kysely<Tables>): Store {
  return {
    async makeWall({ id, madeAt, keyHashes, update }) {
      await db.transaction().execute(async (tx) => {
        await tx.insertInto('walls').values({ id, made_at: madeAt }).execute()
        const links = ROLES.map((role) => ({ wall: id, role, generation: 1, key_hash: keyHashes[role], revoked: 0 }))
        await tx.insertInto('links').values(links).execute()
        await tx.insertInto('updates').values({ wall: id, bytes: update }).execute()
      })
    },
    async hasWall(wall) {
      return (await db.selectFrom('walls').select('id').where('id', '=', wall).executeTakeFirst()) !== undefined
    },

    async findLink(wall, keyHash) {
      const row = await db
        .selectFrom('links')
        .selectAll()
        .where('wall', '=', wall)
        .where('key_hash', '=', keyHash)
        .executeTakeFirst()
      return row && toLink(row)
    },
    async currentLink(wall, role) {
      const row = await newestLink(db, wall, role)
      return row && toLink(row)
    },
    async renewLink(wall, role, keyHash) {
      return db.transaction().execute(async (tx) => {
        const before = await newestLink(tx, wall, role)
        await tx.updateTable('links').set({ revoked: 1 }).where('wall', '=', wall).where('role', '=', role).execute()
        const row = { wall, role, generation: (before?.generation ?? 0) + 1, key_hash: keyHash, revoked: 0 }
        await tx.insertInto('links').values(row).execute()
        return toLink(row)
      })
    },

    async findParticipant(wall, id) {
      const row = await db
        .selectFrom('participants')
        .selectAll()
        .where('wall', '=', wall)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const { secret_hash: secretHash, name, country, institution, contact } = row
      return { id: row.id as ParticipantId, secretHash, name, country, institution, contact }
    },
    async saveParticipant(wall, { id, secretHash, ...rest }) {
      const person = { secret_hash: secretHash, ...rest }
      await db
        .insertInto('participants')
        .values({ wall, id, ...person })
        .onConflict((conflict) => conflict.columns(['wall', 'id']).doUpdateSet(person))
        .execute()
    },

    async load(wall) {
      return db.transaction().execute(async (tx) => {
        const snapshot = await tx.selectFrom('snapshots').select('state').where('wall', '=', wall).executeTakeFirst()
        const updates = await tx.selectFrom('updates').select('bytes').where('wall', '=', wall).orderBy('seq').execute()
        return { snapshot: snapshot && toBytes(snapshot.state), updates: updates.map(({ bytes }) => toBytes(bytes)) }
      })
    },
    async append(wall, update) {
      await db.insertInto('updates').values({ wall, bytes: update }).execute()
    },
    async compact(wall, snapshot) {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('snapshots')
          .values({ wall, state: snapshot })
          .onConflict((conflict) => conflict.column('wall').doUpdateSet({ state: snapshot }))
          .execute()
        await tx.deleteFrom('updates').where('wall', '=', wall).execute()
      })
    },

    async serverSecret() {
      await db
        .insertInto('facts')
        .values({ name: 'server_secret', value: randomBytes(32) })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute()
      const row = await db.selectFrom('facts').select('value').where('name', '=', 'server_secret').executeTakeFirstOrThrow()
      return toBytes(row.value)
    },
    close: () => db.destroy(),
  }
}

const newestLink = (db: Kysely<Tables>, wall: string, role: string) =>
  db
    .selectFrom('links')
    .selectAll()
    .where('wall', '=', wall)
    .where('role', '=', role)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst()

function toLink(row: Tables['links']): Link {
  const role = ROLES.find((known) => known === row.role)
  if (!role) throw new Error(`The links table has the role ${row.role}; known are ${ROLES.join(', ')}.`)
  return { role, generation: row.generation, keyHash: row.key_hash, isRevoked: row.revoked !== 0 }
}

/** Drivers give a blob as Buffer or as ArrayBuffer; both become a plain Uint8Array. */
const toBytes = (blob: Uint8Array | ArrayBuffer): Uint8Array => new Uint8Array(blob)
