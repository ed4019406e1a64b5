import type { PostgresPool } from 'kysely'
import pg from 'pg'

/**
 * A pool that keeps no connection on which a call failed without a word from the database: an answer that comes too late
 * would be taken for that of the next call.
 */
export function dropLostConnections(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect()
      let lost: Error | undefined
      // The shapes of its arguments and answers are Kysely's own and pass through.
      const query = async (...call: unknown[]): Promise<unknown> => {
        if (lost) throw lost
        try {
          return await (client.query as (...call: unknown[]) => Promise<unknown>)(...call)
        } catch (error) {
          if (error instanceof Error && !(error instanceof pg.DatabaseError)) lost = error
          throw error
        }
      }
      return { query, release: () => client.release(lost !== undefined) } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
    },
    end: () => pool.end(),
  }
}
