import { SqliteDialect, SqliteDriver, type Driver, type SqliteDialectConfig } from 'kysely'
import type Database from 'libsql'
import AsyncDatabase from 'libsql/promise'

/**
 * Kysely's dialect for SQLite, with transactions that are committed beside the thread that serves people: a commit waits for
 * the disk, and everything else would wait with it.
 */
export class CommitAside extends SqliteDialect {
  readonly #connection: Database.Database
  readonly #config: SqliteDialectConfig

  /** @param connection what the database in `config` speaks to */
  constructor(connection: Database.Database, config: SqliteDialectConfig) {
    super(config)
    this.#connection = connection
    this.#config = config
  }

  override createDriver(): Driver {
    return new CommitAsideDriver(this.#connection, this.#config)
  }
}

/** Nobody else has the connection until the commit is done: Kysely gives it to one at a time. */
class CommitAsideDriver extends SqliteDriver {
  readonly #connection: Database.Database

  constructor(connection: Database.Database, config: SqliteDialectConfig) {
    super(config)
    this.#connection = connection
  }

  override async commitTransaction(): Promise<void> {
    // libsql's two interfaces keep the connection in the same place, and only this one runs a statement on a thread of its own.
    await AsyncDatabase.prototype.exec.call(this.#connection, 'commit')
  }
}
