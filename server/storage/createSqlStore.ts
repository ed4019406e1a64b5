import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { ROLES } from '#shared/permissions/roles.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { checksum } from './checksum.ts'
import { toBytes } from './pieces.ts'
import { onWall } from './onWall.ts'
import { sqlLog } from './sqlLog.ts'
import { sqlPeople } from './sqlPeople.ts'
import { sqlVersions, versionsOf } from './sqlVersions.ts'
import type { Link, Store } from './store.ts'
import type { Tables } from './tables.ts'

/** All that is kept of a wall, by the name of the column that says which. */
const TABLES_OF_WALL = ['keeping', 'links', 'participants', 'consents', 'snapshots', 'updates', 'claims', 'versions', 'set_aside'] as const

/**
 * The store over any SQL database that Kysely speaks; the tables exist already. Closing the store closes `db`. Here stands what a
 * wall is, with its links; its people, its log and its versions have a file each.
 * @param afterErasing what the database needs so that nothing of what was deleted stays in its files
 */
export function createSqlStore(db: Kysely<Tables>, afterErasing: () => Promise<void> = () => Promise.resolve()): Store {
  return {
    async makeWall({ id, madeAt, keyHashes, update, keepUntil }) {
      await db.transaction().execute(async (tx) => {
        await tx.insertInto('walls').values({ id, made_at: madeAt, last_seq: 1, last_version: 0 }).execute()
        if (keepUntil !== undefined) await tx.insertInto('keeping').values({ wall: id, until: keepUntil }).execute()
        const links = ROLES.map((role) => ({ wall: id, role, generation: 1, key_hash: keyHashes[role], revoked: 0 }))
        await tx.insertInto('links').values(links).execute()
        await tx.insertInto('updates').values({ wall: id, seq: 1, bytes: update, sums: checksum(update) }).execute()
      })
    },
    async hasWall(wall) {
      return (await db.selectFrom('walls').select('id').where('id', '=', wall).executeTakeFirst()) !== undefined
    },

    async keptUntil(wall) {
      return (await db.selectFrom('keeping').select('until').where('wall', '=', wall).executeTakeFirst())?.until
    },
    async setKeptUntil(wall, until) {
      await onWall(db, wall, (tx) =>
        tx
          .insertInto('keeping')
          .values({ wall, until })
          .onConflict((conflict) => conflict.column('wall').doUpdateSet({ until }))
          .execute(),
      )
    },
    async dueWalls(now) {
      const rows = await db.selectFrom('keeping').select('wall').where('until', '<=', now).orderBy('until').execute()
      return rows.map(({ wall }) => wall as WallId) // written by `makeWall` and `setKeptUntil` alone
    },
    async eraseWall(wall) {
      const erased = await db.transaction().execute(async (tx) => {
        // First, as whoever writes about it holds its row first: of the two one waits for the other.
        const { numDeletedRows } = await tx.deleteFrom('walls').where('id', '=', wall).executeTakeFirst()
        const people = await tx.selectFrom('participants').select('contact').where('wall', '=', wall).execute()
        const versions = await versionsOf(tx, wall).select('id').execute()
        for (const table of TABLES_OF_WALL) await tx.deleteFrom(table).where('wall', '=', wall).execute()
        const erasure = { name: erasedFact(wall), value: new Uint8Array([1]) }
        // It may be there from before, when the wall came back with a backup.
        if (numDeletedRows > 0n) await tx.insertInto('facts').values(erasure).onConflict((conflict) => conflict.column('name').doNothing()).execute()
        return { people: people.length, contacts: people.filter(({ contact }) => contact !== '').length, versions: versions.length }
      })
      await afterErasing()
      return erased
    },
    async wasErased(wall) {
      return (await db.selectFrom('facts').select('name').where('name', '=', erasedFact(wall)).executeTakeFirst()) !== undefined
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
      return onWall(db, wall, async (tx) => {
        const before = await newestLink(tx, wall, role)
        await tx.updateTable('links').set({ revoked: 1 }).where('wall', '=', wall).where('role', '=', role).execute()
        const row = { wall, role, generation: (before?.generation ?? 0) + 1, key_hash: keyHash, revoked: 0 }
        await tx.insertInto('links').values(row).execute()
        return toLink(row)
      })
    },

    ...sqlPeople(db, afterErasing),
    ...sqlLog(db),
    ...sqlVersions(db),

    async serverSecret() {
      await db
        .insertInto('facts')
        .values({ name: 'server_secret', value: randomBytes(32) })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute()
      const row = await db.selectFrom('facts').select('value').where('name', '=', 'server_secret').executeTakeFirstOrThrow()
      return toBytes(row.value)
    },
    async tryWriting() {
      const value = randomBytes(1)
      await db
        .insertInto('facts')
        .values({ name: 'written_on_trial', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute()
    },
    wipe: afterErasing,
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

/** Tells nothing to whoever does not know the id already, which is as long as a key. */
const erasedFact = (wall: string): string => `erased ${createHash('sha256').update(wall).digest('hex')}`

function toLink(row: Tables['links']): Link {
  const role = ROLES.find((known) => known === row.role)
  if (!role) throw new Error(`The links table has the role ${row.role}; known are ${ROLES.join(', ')}.`)
  return { role, generation: row.generation, keyHash: row.key_hash, isRevoked: row.revoked !== 0 }
}
