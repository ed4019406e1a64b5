import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgresStore } from '../../server/storage/openPostgresStore.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { placeNote, textsOf } from '../support/notes.ts'
import { runServer, spawnServer } from '../support/spawnServer.ts'
import { startPostgres, type Postgres } from '../support/startPostgres.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post } from '../support/wallApi.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

const WALL = 'wall-1' as WallId
const update = (value: number) => new Uint8Array([value])

test('S14 a database that goes away fails the calls of that time, and the next ones find it again', async () => {
  const store = await openPostgresStore(await postgres.makeDatabase())
  await store.makeWall({ id: WALL, madeAt: 0, keyHashes: { facilitator: 'f', participant: 'p', viewer: 'v' }, update: update(1) })
  const going = Array.from({ length: 40 }, (_, index) => store.append(WALL, update(index + 2)))
  const ending = Promise.allSettled(going)
  await going[0]
  await postgres.kill()
  const settled = await ending
  await expect(store.append(WALL, update(100))).rejects.toThrow()
  await postgres.start()
  const number = await store.append(WALL, update(101))
  const { updates, numbers, seq } = await store.load(WALL)
  await store.close()
  expect([seq, updates.length]).toEqual([number, number])
  expect(numbers).toEqual(updates.map((_, index) => index + 1))
  const kept = updates.map(([value]) => value)
  for (const [index, { status }] of settled.entries()) if (status === 'fulfilled') expect(kept).toContain(index + 2)
})

test('S14 edits wait while the database is away; when it is back everybody has them, and nobody was sent away', async () => {
  const folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-postgres-server-'))
  const server = await spawnServer({ DATA_DIR: folder, DATABASE_URL: await postgres.makeDatabase() })
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const { token } = amina
  const writer = stockProvider(server.url, wall.id, token)
  const witness = stockProvider(server.url, wall.id, token)
  await Promise.all([whenSynced(writer), whenSynced(witness)])
  let wasSentAway = false
  for (const provider of [writer, witness]) provider.on('connection-close', () => (wasSentAway = true))
  placeNote(writer.doc, 'before', 'Before', amina)
  await whenDoc(witness.doc, (doc) => doc.getMap('notes').has('before'))

  await postgres.kill()
  placeNote(writer.doc, 'during', 'While it is away', amina)
  expect(await post(server.url, '/api/walls', { title: 'One more' })).toMatchObject({ status: 503, body: { error: { code: 'not_saved' } } })
  // Nor can anything be read; that is not the fault of who asks.
  const look = await post(server.url, `/api/walls/${wall.id}/look`, { key: wall.keys.participant })
  expect(look).toMatchObject({ status: 503, body: { error: { code: 'not_saved' } } })
  expect((await fetch(new URL('/readyz', server.url))).status).toBe(503)
  expect(textsOf(witness.doc)).toEqual({ before: 'Before' })
  await postgres.start()
  await whenDoc(witness.doc, (doc) => doc.getMap('notes').has('during'))
  expect(wasSentAway).toBe(false)
  expect(await readdir(folder)).toEqual([])

  writer.destroy()
  witness.destroy()
  server.kill('SIGTERM')
  expect(await server.ended).toMatchObject({ code: 0 })
  await rm(folder, { recursive: true })
})

test('a database that cannot be reached is told in one line, without its password', async () => {
  const { code, stderr } = await runServer({ DATABASE_URL: 'postgres://walls:quiet-secret@127.0.0.1:1/walls' })
  expect(code).toBe(1)
  expect(stderr).toBe('Pollinate cannot use the database of DATABASE_URL: connect ECONNREFUSED 127.0.0.1:1.\n')
})
