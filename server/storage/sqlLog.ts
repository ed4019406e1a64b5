import { sql, type Kysely } from 'kysely'
import { checksum } from './checksum.ts'
import { onWall } from './onWall.ts'
import { checked, toBytes } from './pieces.ts'
import type { BrokenPiece, ClientOwner, Damage, Store } from './store.ts'
import type { Tables } from './tables.ts'
import { WallGone } from './wallGone.ts'

/** A statement takes some tens of thousands of values, and no more. */
const ROWS_AT_ONCE = 1000

type Log = Pick<Store, 'load' | 'since' | 'append' | 'compact' | 'setAside' | 'claimClients' | 'loadClaims'>

/** What was written on a wall, in the order of its numbers, and which person each client id is. */
export function sqlLog(db: Kysely<Tables>): Log {
  return {
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
  }
}

const claimsOf = (db: Kysely<Tables>, wall: string) =>
  db.selectFrom('claims').select(['client', 'owner']).where('wall', '=', wall)

/** Several reads of one moment, whatever others write meanwhile. SQLite's transactions are so anyway. */
const inOneView = <T>(db: Kysely<Tables>, read: (tx: Kysely<Tables>) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(read)

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

/** Owners are written by `claimClients` alone. */
const ownersOf = (rows: readonly { client: number; owner: string }[]): ReadonlyMap<number, ClientOwner> =>
  new Map(rows.map(({ client, owner }) => [client, owner as ClientOwner]))
