import type { Kysely } from 'kysely'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { onWall } from './onWall.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

type People = Pick<Store, 'findParticipant' | 'saveParticipant' | 'removeParticipant' | 'readmitParticipant' | 'removedParticipants' | 'saveContact' | 'openContacts' | 'countContacts' | 'eraseContacts' | 'erasePeople'>

/** Who is on a wall, how to reach them, and who may know. */
export function sqlPeople(db: Kysely<Tables>, afterErasing: () => Promise<void>): People {
  return {
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
    async erasePeople(wall, whom) {
      const erased = await onWall(db, wall, async (tx) => {
        const rows = await tx.selectFrom('participants').select(['id', 'contact']).where('wall', '=', wall).execute()
        const theirs = rows.filter(({ id }) => whom === 'everybody' || id === whom)
        if (whom === 'everybody') {
          await tx.deleteFrom('consents').where('wall', '=', wall).execute()
          await tx.updateTable('participants').set({ name: '', institution: '', contact: '' }).where('wall', '=', wall).execute()
        } else {
          await tx.deleteFrom('consents').where('wall', '=', wall).where('participant', '=', whom).execute()
          await tx.deleteFrom('participants').where('wall', '=', wall).where('id', '=', whom).execute()
        }
        const { numDeletedRows } = await tx.deleteFrom('set_aside').where('wall', '=', wall).executeTakeFirst()
        return { people: theirs.length, contacts: theirs.filter(({ contact }) => contact !== '').length, pieces: Number(numDeletedRows) }
      })
      await afterErasing()
      return erased
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
  }
}

/** The people of a wall, each with when they allowed that the record carries their contact. */
const withConsent = (db: Kysely<Tables>, wall: string) =>
  db
    .selectFrom('participants')
    .leftJoin('consents', (join) => join.onRef('consents.wall', '=', 'participants.wall').onRef('consents.participant', '=', 'participants.id'))
    .where('participants.wall', '=', wall)

const setRemoved = (db: Kysely<Tables>, wall: string, id: string, removed: 0 | 1) =>
  db.updateTable('participants').set({ removed }).where('wall', '=', wall).where('id', '=', id).execute()
