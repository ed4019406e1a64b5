import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeNote, textsOf } from '../support/notes.ts'
import { runServer, spawnServer } from '../support/spawnServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall } from '../support/wallApi.ts'

const PAGE_BYTES = 4096

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-damaged-'))
  file = joinPath(folder, 'pollinate.sqlite')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A server on the folder with one wall, and someone who has put up so many notes, each seen by another. */
async function writtenWall(notes: number) {
  const server = await spawnServer({ DATA_DIR: folder })
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const writer = stockProvider(server.url, wall.id, amina.token)
  const witness = stockProvider(server.url, wall.id, amina.token)
  await Promise.all([whenSynced(writer), whenSynced(witness)])
  for (let index = 0; index < notes; index++) {
    const heard = whenDoc(witness.doc, (doc) => doc.getMap('notes').has(`n${index}`))
    placeNote(writer.doc, `n${index}`, `Note ${index}: ${'word '.repeat(60)}`, amina)
    await heard
  }
  server.kill('SIGKILL')
  await server.ended
  witness.destroy()
  writer.disconnect()
  return { wall, amina, writer }
}
async function notesOnServer(url: string, wall: Awaited<ReturnType<typeof writtenWall>>['wall']): Promise<Record<string, string>> {
  const late = await join(url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })
  const provider = stockProvider(url, wall.id, late.token)
  await whenSynced(provider)
  const notes = textsOf(provider.doc)
  provider.destroy()
  return notes
}

test('S12 a log that breaks off in the middle opens with all before; the device that wrote the rest brings it back', async () => {
  const { wall, amina, writer } = await writtenWall(40)
  const wal = `${file}-wal`
  const { size } = await stat(wal)
  await truncate(wal, Math.floor(size * 0.6) + 77)
  const server = await spawnServer({ DATA_DIR: folder })
  const before = Object.keys(await notesOnServer(server.url, wall))
  expect(before.length).toBeGreaterThan(10)
  expect(before.length).toBeLessThan(40)
  expect(before).toEqual(Object.keys(textsOf(writer.doc)).filter((note) => before.includes(note)))

  const back = stockProvider(server.url, wall.id, amina.token, writer.doc)
  await whenSynced(back)
  placeNote(writer.doc, 'after', 'Goes on', amina)
  const witness = stockProvider(server.url, wall.id, amina.token)
  await whenDoc(witness.doc, (doc) => doc.getMap('notes').size === 41)
  for (const provider of [back, witness]) provider.destroy()
  server.kill('SIGTERM')
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' })
})

test('S15 a database with pages that were overwritten is made anew from what can be read, and the damaged one is kept', async () => {
  const { wall, writer } = await writtenWall(60)
  const tidy = new Database(file)
  tidy.exec('PRAGMA wal_checkpoint(TRUNCATE)') // all into the file itself
  tidy.close()
  const content = await readFile(file)
  const page = Math.floor(content.indexOf('Note 30:') / PAGE_BYTES)
  content.fill(0xa5, page * PAGE_BYTES, (page + 1) * PAGE_BYTES)
  await writeFile(file, content)

  const server = await spawnServer({ DATA_DIR: folder, LOG_LEVEL: 'error' })
  const notes = await notesOnServer(server.url, wall)
  expect(notes).not.toHaveProperty('n30')
  expect(Object.keys(notes).length).toBeGreaterThan(40)
  expect(notes).toMatchObject({ n0: expect.stringMatching(/^Note 0:/) as string, n59: expect.stringMatching(/^Note 59:/) as string })
  expect(textsOf(writer.doc)).toMatchObject(notes)
  server.kill('SIGTERM')
  const { stderr } = await server.ended
  expect(stderr).toMatch(/^The database was damaged\. \d+ rows .* is kept as .*pollinate\.sqlite\.damaged-[-\dTZ]+\.\n/)
  expect((await readdir(folder)).some((name) => name.startsWith('pollinate.sqlite.damaged-'))).toBe(true)
  const again = await spawnServer({ DATA_DIR: folder })
  again.kill('SIGTERM')
  expect(await again.ended).toMatchObject({ code: 0, stderr: '' })
})

test('S15 a database of which nothing can be read is left as it is, and the way out is said', async () => {
  const noise = Buffer.alloc(20_000, 0x5a)
  await writeFile(file, noise)
  const { code, stderr } = await runServer({ DATA_DIR: folder })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^The database .* is damaged and nothing in it can be read: .* npm run restore.*\n$/)
  expect(await readFile(file)).toEqual(noise)
  expect(await readdir(folder)).toEqual(['pollinate.sqlite'])
})
