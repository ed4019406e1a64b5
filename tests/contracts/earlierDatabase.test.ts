import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../../server/storage/openSqliteStore.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'

/** What version 0.1.0 made, word for word. */
const TABLES_OF_0_1_0 = [
  'create table if not exists "facts" ("name" text primary key, "value" blob not null)',
  'create table if not exists "walls" ("id" text primary key, "made_at" bigint not null)',
  'create table if not exists "links" ("wall" text not null, "role" text not null, "generation" integer not null, "key_hash" text not null, "revoked" integer not null, constraint "links_key" primary key ("wall", "role", "generation"))',
  'create table if not exists "participants" ("wall" text not null, "id" text not null, "secret_hash" text not null, "name" text not null, "country" text not null, "institution" text not null, "contact" text not null, constraint "participants_key" primary key ("wall", "id"))',
  'create table if not exists "snapshots" ("wall" text primary key, "state" blob not null)',
  'create table if not exists "updates" ("seq" integer primary key autoincrement, "wall" text not null, "bytes" blob not null)',
  'create index if not exists "updates_of_wall" on "updates" ("wall", "seq")',
]

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pollinate-earlier-'))
  file = join(folder, 'pollinate.sqlite')
})
afterEach(() => rm(folder, { recursive: true }))

test('S13 a database of version 0.1.0 opens with all that it holds, and goes on', async () => {
  const earlier = new Database(file)
  earlier.exec('PRAGMA journal_mode = WAL')
  for (const statement of TABLES_OF_0_1_0) earlier.exec(statement)
  earlier.exec(`
    insert into facts values ('server_secret', x'${'ab'.repeat(32)}');
    insert into walls values ('long', 1700000000000), ('short', 1700000000001);
    insert into links values ('long', 'viewer', 1, 'hash', 1), ('long', 'viewer', 2, 'newer', 0);
    insert into participants values ('long', 'amina', 'secret', 'Amina', 'ke', 'Ministry', 'amina@example.org');
    insert into updates (wall, bytes) values ('long', x'01'), ('short', x'aa'), ('long', x'02');
    insert into snapshots values ('long', x'0700');
    delete from updates where wall = 'long';
    insert into updates (wall, bytes) values ('long', x'03'), ('short', x'bb'), ('long', x'04')`)
  earlier.close()

  const long = 'long' as WallId
  for (const opening of [1, 2]) {
    const store = await openSqliteStore(file)
    expect(await store.load(long), `opening ${opening}`).toMatchObject({
      snapshot: new Uint8Array([7, 0]),
      updates: [new Uint8Array([3]), new Uint8Array([4])],
      numbers: [2, 3],
      seq: 3,
      broken: [],
    })
    expect(await store.load('short' as WallId)).toMatchObject({ snapshot: undefined, numbers: [1, 2], seq: 2 })
    expect(await store.currentLink(long, 'viewer')).toMatchObject({ generation: 2, keyHash: 'newer' })
    expect(await store.findParticipant(long, 'amina' as ParticipantId)).toMatchObject({ contact: 'amina@example.org', isRemoved: false })
    expect(await store.serverSecret()).toEqual(new Uint8Array(32).fill(0xab))
    await store.close()
  }
  const store = await openSqliteStore(file)
  expect(await store.append(long, new Uint8Array([5]))).toBe(4)
  await store.close()
})

test('a database of a later version is left alone', async () => {
  await (await openSqliteStore(file)).close()
  const later = new Database(file)
  later.exec("update facts set value = x'3939' where name = 'schema'")
  later.close()
  await expect(openSqliteStore(file)).rejects.toThrow('The database has schema 99; this version reads up to 2.')
})
