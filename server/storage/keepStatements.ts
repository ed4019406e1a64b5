import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Far more than the store has; only lists of another length each time could reach it. */
const MOST = 200

/**
 * Keeps prepared statements by their text: a commit says the same few each time. One that has failed is let go, since
 * in this driver it would fail for ever.
 */
export function keepStatements(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()

  function keep(text: string): SqliteStatement {
    const statement = database.prepare(text)
    const dropIfItFails = <T>(run: () => T): T => {
      try {
        return run()
      } catch (error) {
        kept.delete(text)
        throw error
      }
    }
    const lasting: SqliteStatement = {
      reader: statement.reader,
      all: (parameters) => dropIfItFails(() => statement.all(parameters)),
      run: (parameters) => dropIfItFails(() => statement.run(parameters)),
      // Two that read row by row may be under way at once.
      iterate: (parameters) => database.prepare(text).iterate(parameters),
    }
    if (kept.size >= MOST) kept.clear()
    kept.set(text, lasting)
    return lasting
  }

  return { prepare: (text) => kept.get(text) ?? keep(text), close: () => database.close() }
}
