import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { Kysely } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { CommitAside } from './commitAside.ts'

interface Tables {
  pieces: { bytes: Uint8Array; of: number | null }
}

const folder = mkdtempSync(join(tmpdir(), 'pollinate-commit-'))
const connection = new Database(join(folder, 'test.sqlite'))
connection.exec('pragma journal_mode = wal')
connection.exec('pragma foreign_keys = on')
connection.exec('create table pieces (id integer primary key, bytes blob, of integer references pieces deferrable initially deferred)')
const db = new Kysely<Tables>({ dialect: new CommitAside(connection, { database: connection }) })

afterAll(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

test('S17 others are served while a commit waits for the disk', async () => {
  let turns = 0
  let isCommitted = false
  const turn = (): void => {
    turns++
    if (!isCommitted) setImmediate(turn)
  }
  await sleep(0)
  setImmediate(turn)
  await db.transaction().execute((tx) => tx.insertInto('pieces').values({ bytes: new Uint8Array(8_000_000), of: null }).execute())
  isCommitted = true
  expect(turns).toBeGreaterThan(0)
  expect(connection.prepare('select length(bytes) as bytes from pieces').all()).toEqual([{ bytes: 8_000_000 }])
})

test('S17 a commit that is refused is taken back, and the next one goes through', async () => {
  const add = (of: number | null): Promise<unknown> => db.transaction().execute((tx) => tx.insertInto('pieces').values({ bytes: new Uint8Array(1), of }).execute())
  await expect(add(404)).rejects.toThrow(/foreign key/i)
  await add(null)
  expect(connection.prepare('select of from pieces where length(bytes) = 1').all()).toEqual([{ of: null }])
})
