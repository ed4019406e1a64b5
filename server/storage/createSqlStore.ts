import { createHash, randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { ROLES } from '#shared/permissions/roles.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { checksum, soundBytes } from './checksum.ts'
import type { BrokenPiece, ClientOwner, Damage, Link, Store, Version } from './store.ts'
import type { Tables } from './tables.ts'
import { WallGone } from './wallGone.ts'

/** A statement takes some tens of thousands of values, and no more. */
const ROWS_AT_ONCE = 1000

/** All that is kept of a wall, by the name of the column that says which. */
const TABLES_OF_WALL = ['keeping', 'links', 'participants', 'consents', 'snapshots', 'updates', 'claims', 'versions', 'set_aside'] as const

/**
 * The store over any SQL database that Kysely speaks; the tables exist already. Closing the store closes `db`.
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

    async findParticipant(wall, id) {
      const row = await withConsent(db, wall).selectAll('participants').select('consents.at').where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const { secret_hash: secretHash, name, country, institution, contact, removed, at } = row
      return { id: row.id as ParticipantId, secretHash, name, country, institution, contact, ...(at !== null && { consentedAt: at }), isRemoved: removed !== 0 }
    },
    async saveParticipant(wall, { id, secretHash, isRemoved, name, country, institution, contact }) {
      const person = { secret_hash: secretHash, name, country, institution, contact }
      await onWall(db, wall, (tx) =>
        tx
          .insertInto('participants')
          .values({ wall, id, removed: isRemoved ? 1 : 0, ...person })
          // Not `removed`: somebody may be removed between being read and being saved.
          .onConflict((conflict) => conflict.columns(['wall', 'id']).doUpdateSet(person))
          .execute(),
      )
    },

    async removeParticipant(wall, id) {
      await setRemoved(db, wall, id, 1)
    },
    async readmitParticipant(wall, id) {
      await setRemoved(db, wall, id, 0)
    },
    async removedParticipants(wall) {
      const rows = await db
        .selectFrom('participants')
        .select('id')
        .where('wall', '=', wall)
        .where('removed', '=', 1)
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id as ParticipantId) // written by `saveParticipant` alone
    },

    async saveContact(wall, id, contact, consentedAt) {
      await onWall(db, wall, async (tx) => {
        const { numUpdatedRows } = await tx.updateTable('participants').set({ contact }).where('wall', '=', wall).where('id', '=', id).executeTakeFirst()
        await tx.deleteFrom('consents').where('wall', '=', wall).where('participant', '=', id).execute()
        if (consentedAt === undefined || numUpdatedRows === 0n) return
        await tx.insertInto('consents').values({ wall, participant: id, at: consentedAt }).execute()
      })
    },
    async openContacts(wall) {
      const rows = await withConsent(db, wall)
        .select(['participants.id', 'name', 'country', 'institution', 'contact', 'consents.at'])
        .where('contact', '!=', '')
        .where('consents.at', 'is not', null)
        .orderBy('country')
        .orderBy('name')
        .orderBy('participants.id')
        .execute()
      return rows.map(({ id, at, ...person }) => ({ ...person, id: id as ParticipantId, consentedAt: at ?? 0 })) // written by `saveContact` alone
    },
    async countContacts(wall) {
      return (await db.selectFrom('participants').select('id').where('wall', '=', wall).where('contact', '!=', '').execute()).length
    },
    async eraseContacts(wall) {
      const erased = await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('consents').where('wall', '=', wall).execute()
        return tx.updateTable('participants').set({ contact: '' }).where('wall', '=', wall).where('contact', '!=', '').executeTakeFirst()
      })
      await afterErasing()
      return Number(erased.numUpdatedRows)
    },

    async load(wall) {
      return inOneView(db, async (tx) => {
        const seq = await lastSeq(tx, wall)
        if (seq === undefined) throw new WallGone(wall)
        const snapshot = await tx.selectFrom('snapshots').select(['state', 'sums']).where('wall', '=', wall).executeTakeFirst()
        const updates = await tx.selectFrom('updates').select(['seq', 'bytes', 'sums']).where('wall', '=', wall).orderBy('seq').execute()
        const pieces = updates.map(({ seq, bytes, sums }) => ({ seq, ...checked(bytes, sums) }))
        if (snapshot) pieces.unshift({ seq: 0, ...checked(snapshot.state, snapshot.sums) })
        const whole = pieces.filter(({ isWhole }) => isWhole)
        const log = whole.filter((piece) => piece.seq > 0)
        return {
          snapshot: whole.find((piece) => piece.seq === 0)?.sound,
          updates: log.map(({ sound }) => sound),
          numbers: log.map((piece) => piece.seq),
          seq,
          broken: pieces.filter(({ isWhole }) => !isWhole).map(({ seq, sound }): BrokenPiece => ({ seq, sound })),
          damage: await damageOf(tx, wall),
        }
      })
    },
    async since(wall, seq) {
      return inOneView(db, async (tx) => {
        const last = await lastSeq(tx, wall)
        if (last === undefined) throw new WallGone(wall)
        const rows = await tx
          .selectFrom('updates')
          .select(['bytes', 'sums'])
          .where('wall', '=', wall)
          .where('seq', '>', seq)
          .orderBy('seq')
          .execute()
        const pieces = rows.map(({ bytes, sums }) => checked(bytes, sums))
        // What was set aside is missed by nobody; what is missing beyond that is in a snapshot.
        const aside = (await damageOf(tx, wall)).filter((damage) => damage.seq > seq).length
        if (pieces.length + aside < last - seq || pieces.some(({ isWhole }) => !isWhole)) return undefined
        return { updates: pieces.map(({ sound }) => sound), seq: last }
      })
    },
    async append(wall, update) {
      return db.transaction().execute(async (tx) => {
        // The wall's row is held until the commit, so that numbers are given in the order of commits and none is left out.
        // In words of SQL: building these two anew for every tick of a room costs several times what running them does.
        const { rows } = await sql<{ last_seq: number }>`update walls set last_seq = last_seq + 1 where id = ${wall} returning last_seq`.execute(tx)
        const [row] = rows
        if (!row) throw new WallGone(wall)
        await sql`insert into updates (wall, seq, bytes, sums) values (${wall}, ${row.last_seq}, ${update}, ${checksum(update)})`.execute(tx)
        return row.last_seq
      })
    },
    async compact(wall, snapshot, seq) {
      await onWall(db, wall, async (tx) => {
        const kept = { seq, state: snapshot, sums: checksum(snapshot) }
        await tx
          .insertInto('snapshots')
          .values({ wall, ...kept })
          .onConflict((conflict) => conflict.column('wall').doUpdateSet(kept).where('snapshots.seq', '<=', seq))
          .execute()
        await tx.deleteFrom('updates').where('wall', '=', wall).where('seq', '<=', seq).execute()
        const last = (await lastSeq(tx, wall)) ?? 0
        if (seq > last) throw new RangeError(`A snapshot of ${wall} holds number ${seq}; the last one given out is ${last}.`)
      })
    },
    async setAside(wall, seq, why) {
      await onWall(db, wall, async (tx) => {
        const removed =
          seq === 0
            ? await tx.deleteFrom('snapshots').where('wall', '=', wall).returning('state as bytes').executeTakeFirst()
            : await tx.deleteFrom('updates').where('wall', '=', wall).where('seq', '=', seq).returning('bytes').executeTakeFirst()
        if (!removed) return
        const bytes = toBytes(removed.bytes)
        await tx.insertInto('set_aside').values({ wall, seq, at: Date.now(), why, bytes }).execute()
      })
    },

    async claimClients(wall, claims) {
      if (claims.size === 0) return new Map()
      // In one order everywhere: two machines that claim the same ones at once wait for each other one way only.
      const rows = [...claims].sort(([one], [other]) => one - other).map(([client, owner]) => ({ wall, client, owner }))
      return onWall(db, wall, async (tx) => {
        const holders: { client: number; owner: string }[] = []
        for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
          const some = rows.slice(start, start + ROWS_AT_ONCE)
          await tx
            .insertInto('claims')
            .values(some)
            .onConflict((conflict) => conflict.columns(['wall', 'client']).doNothing())
            .execute()
          const clients = some.map(({ client }) => client)
          holders.push(...(await claimsOf(tx, wall).where('client', 'in', clients).execute()))
        }
        return ownersOf(holders)
      })
    },
    async loadClaims(wall) {
      return ownersOf(await claimsOf(db, wall).execute())
    },

    async saveVersion(wall, { at, why, by, notes }, state, unlessSince) {
      return db.transaction().execute(async (tx) => {
        const { last_version: id } = await tx
          .updateTable('walls')
          .set((row) => ({ last_version: row('last_version', '+', 1) }))
          .where('id', '=', wall)
          .returning('last_version')
          .executeTakeFirstOrThrow(() => new WallGone(wall))
        const newest = await versionsOf(tx, wall).select('at').limit(1).executeTakeFirst()
        if (newest && unlessSince !== undefined && newest.at >= unlessSince) return undefined
        const size = state.length
        const row = { wall, id, at, why, made_by: by ?? null, notes, size, state, sums: checksum(state) }
        await tx.insertInto('versions').values(row).execute()
        return { id, at, why, by, notes, bytes: size }
      })
    },
    async listVersions(wall) {
      const rows = await versionsOf(db, wall).select(['id', 'at', 'why', 'made_by', 'notes', 'size']).execute()
      return rows.map(toVersion)
    },
    async loadVersion(wall, id) {
      const row = await versionsOf(db, wall).select(['state', 'sums']).where('id', '=', id).executeTakeFirst()
      const state = row && checked(row.state, row.sums)
      return state?.isWhole ? state.sound : undefined
    },
    async dropVersions(wall, ids) {
      await db.deleteFrom('versions').where('wall', '=', wall).where('id', 'in', ids).execute()
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
    async tryWriting() {
      const value = randomBytes(1)
      await db
        .insertInto('facts')
        .values({ name: 'written_on_trial', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute()
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

/** The people of a wall, each with when they allowed that the record carries their contact. */
const withConsent = (db: Kysely<Tables>, wall: string) =>
  db
    .selectFrom('participants')
    .leftJoin('consents', (join) => join.onRef('consents.wall', '=', 'participants.wall').onRef('consents.participant', '=', 'participants.id'))
    .where('participants.wall', '=', wall)

const setRemoved = (db: Kysely<Tables>, wall: string, id: string, removed: 0 | 1) =>
  db.updateTable('participants').set({ removed }).where('wall', '=', wall).where('id', '=', id).execute()

const versionsOf = (db: Kysely<Tables>, wall: string) =>
  db.selectFrom('versions').where('wall', '=', wall).orderBy('id', 'desc')

const claimsOf = (db: Kysely<Tables>, wall: string) =>
  db.selectFrom('claims').select(['client', 'owner']).where('wall', '=', wall)

/** Several reads of one moment, whatever others write meanwhile. SQLite's transactions are so anyway. */
const inOneView = <T>(db: Kysely<Tables>, read: (tx: Kysely<Tables>) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(read)

/** Tells nothing to whoever does not know the id already, which is as long as a key. */
const erasedFact = (wall: string): string => `erased ${createHash('sha256').update(wall).digest('hex')}`

/**
 * One transaction about a wall, which is not erased meanwhile.
 * @throws WallGone when it is erased already: nothing may be left of it
 */
async function onWall<T>(db: Kysely<Tables>, wall: string, write: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    // An update that changes nothing holds the row in every database.
    const { rows } = await sql`update walls set last_seq = last_seq where id = ${wall} returning id`.execute(tx)
    if (rows.length === 0) throw new WallGone(wall)
    return write(tx)
  })
}

async function lastSeq(db: Kysely<Tables>, wall: string): Promise<number | undefined> {
  return (await db.selectFrom('walls').select('last_seq').where('id', '=', wall).executeTakeFirst())?.last_seq
}

async function damageOf(db: Kysely<Tables>, wall: string): Promise<readonly Damage[]> {
  const rows = await db
    .selectFrom('set_aside')
    .select(['seq', 'at', 'why', (row) => row.fn<number>('length', ['bytes']).as('bytes')])
    .where('wall', '=', wall)
    .orderBy('at')
    .orderBy('seq')
    .execute()
  return rows.map(({ why, ...damage }) => ({ ...damage, why: why as Damage['why'] })) // written by `setAside` alone
}

/** A piece as far as it is as it was written. */
function checked(blob: Blob, sums: Blob): { sound: Uint8Array; isWhole: boolean } {
  const bytes = toBytes(blob)
  const sound = soundBytes(bytes, toBytes(sums))
  return { sound: bytes.subarray(0, sound), isWhole: sound === undefined }
}

function toLink(row: Tables['links']): Link {
  const role = ROLES.find((known) => known === row.role)
  if (!role) throw new Error(`The links table has the role ${row.role}; known are ${ROLES.join(', ')}.`)
  return { role, generation: row.generation, keyHash: row.key_hash, isRevoked: row.revoked !== 0 }
}

function toVersion(row: Pick<Tables['versions'], 'id' | 'at' | 'why' | 'made_by' | 'notes' | 'size'>): Version {
  // Reasons and people are written by `saveVersion` alone.
  const { id, at, notes, size } = row
  return { id, at, why: row.why as Version['why'], by: (row.made_by ?? undefined) as ParticipantId | undefined, notes, bytes: size }
}

/** Owners are written by `claimClients` alone. */
const ownersOf = (rows: readonly { client: number; owner: string }[]): ReadonlyMap<number, ClientOwner> =>
  new Map(rows.map(({ client, owner }) => [client, owner as ClientOwner]))

/** Drivers give a blob as Buffer or as ArrayBuffer; both become a plain Uint8Array. */
const toBytes = (blob: Blob): Uint8Array => new Uint8Array(blob)
type Blob = Uint8Array | ArrayBuffer
