import type { Kysely } from 'kysely'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { checksum } from './checksum.ts'
import { checked } from './pieces.ts'
import type { Store, Version } from './store.ts'
import type { Tables } from './tables.ts'
import { WallGone } from './wallGone.ts'

type Versions = Pick<Store, 'saveVersion' | 'listVersions' | 'loadVersion' | 'dropVersions' | 'rewriteVersion'>

/** How a wall stood, at moments that were kept. */
export function sqlVersions(db: Kysely<Tables>): Versions {
  return {
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
    async rewriteVersion(wall, id, state) {
      await db.updateTable('versions').set({ state, size: state.length, sums: checksum(state) }).where('wall', '=', wall).where('id', '=', id).execute()
    },
  }
}

/** The newest first. */
export const versionsOf = (db: Kysely<Tables>, wall: string) =>
  db.selectFrom('versions').where('wall', '=', wall).orderBy('id', 'desc')

function toVersion(row: Pick<Tables['versions'], 'id' | 'at' | 'why' | 'made_by' | 'notes' | 'size'>): Version {
  // Reasons and people are written by `saveVersion` alone.
  const { id, at, notes, size } = row
  return { id, at, why: row.why as Version['why'], by: (row.made_by ?? undefined) as ParticipantId | undefined, notes, bytes: size }
}
