import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import { WallGone } from './wallGone.ts'

/**
 * One transaction about a wall, which is not erased meanwhile.
 * @throws WallGone when it is erased already: nothing may be left of it
 */
export async function onWall<T>(db: Kysely<Tables>, wall: string, write: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    // An update that changes nothing holds the row in every database.
    const { rows } = await sql`update walls set last_seq = last_seq where id = ${wall} returning id`.execute(tx)
    if (rows.length === 0) throw new WallGone(wall)
    return write(tx)
  })
}
