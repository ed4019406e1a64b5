import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeNote, textsOf } from '../support/notes.ts'
import { rawClient } from '../support/rawClient.ts'
import { runServer, spawnServer } from '../support/spawnServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall } from '../support/wallApi.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-process-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('S1 what another screen has seen survives kill -9 at any moment', async () => {
  let server = await spawnServer({ DATA_DIR: folder })
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const { token } = amina
  const everSeen: Record<string, string> = {}
  for (let round = 0; round < 20; round++) {
    const writer = stockProvider(server.url, wall.id, token)
    const witness = stockProvider(server.url, wall.id, token)
    await Promise.all([whenSynced(writer), whenSynced(witness)])
    // All that was there before the kill is there for those who come after it.
    expect(textsOf(witness.doc)).toMatchObject(everSeen)

    const killAfter = 20 + Math.floor(Math.random() * 60)
    const count = { written: 0, heard: 0 }
    const write = (notes: number): void => {
      for (let i = 0; i < notes; i++) placeNote(writer.doc, `round-${round}-${count.written++}`, `Note ${count.written} of round ${round}`, amina)
    }
    await new Promise<void>((resolve) => {
      // Each arrival brings more: edits are always on their way when the server dies.
      witness.doc.on('update', () => {
        if (count.heard++ < killAfter) write(3)
        else resolve()
      })
      write(5)
    })
    server.kill('SIGKILL')
    await server.ended
    writer.destroy()
    witness.destroy()
    Object.assign(everSeen, textsOf(witness.doc))
    server = await spawnServer({ DATA_DIR: folder })
  }
  const late = stockProvider(server.url, wall.id, token)
  await whenSynced(late)
  expect(Object.keys(everSeen).length).toBeGreaterThan(1000)
  expect(textsOf(late.doc)).toMatchObject(everSeen)
  late.destroy()
  server.kill('SIGKILL')
  await server.ended
})

test('S2 links, people and their tokens survive a restart', async () => {
  const first = await spawnServer({ DATA_DIR: folder })
  const wall = await makeWall(first.url)
  const amina = await join(first.url, wall.id, { key: wall.keys.participant })
  first.kill('SIGKILL')
  await first.ended
  const second = await spawnServer({ DATA_DIR: folder })
  const provider = stockProvider(second.url, wall.id, amina.token)
  await whenSynced(provider)
  const { participant, secret } = amina
  expect(await join(second.url, wall.id, { key: wall.keys.participant, participant, secret })).toMatchObject({ participant })
  provider.destroy()
  second.kill('SIGKILL')
  await second.ended
})

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('S5 %s saves, says 1012 to everybody and exits with 0', async (signal) => {
    const server = await spawnServer({ DATA_DIR: folder })
    const wall = await makeWall(server.url)
    const amina = await join(server.url, wall.id, { key: wall.keys.participant })
    const { token } = amina
    const writer = stockProvider(server.url, wall.id, token)
    const witness = stockProvider(server.url, wall.id, token)
    const raw = await rawClient(server.url, wall.id, token)
    await Promise.all([whenSynced(writer), whenSynced(witness)])
    placeNote(writer.doc, 'n', 'Just before the end', amina)
    await whenDoc(witness.doc, (doc) => doc.getMap('notes').has('n'))
    server.kill(signal)
    expect((await raw.closed).code).toBe(1012)
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' })
    writer.destroy()
    witness.destroy()
    const next = await spawnServer({ DATA_DIR: folder })
    const late = stockProvider(next.url, wall.id, token)
    await whenSynced(late)
    expect(textsOf(late.doc)).toEqual({ n: 'Just before the end' })
    late.destroy()
    next.kill('SIGKILL')
    await next.ended
  })
})

describe('what cannot start says why in one line and exits with 1', () => {
  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo // it listens on a port
    const { code, stderr } = await runServer({ DATA_DIR: folder, PORT: String(port) })
    expect([code, stderr]).toEqual([1, `Port ${port} is in use. Stop the other program, or set PORT to a free one.\n`])
    other.close()
  })

  test('a folder that cannot be written', async () => {
    await writeFile(joinPath(folder, 'file'), '')
    const { code, stderr } = await runServer({ DATA_DIR: joinPath(folder, 'file') })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Pollinate cannot write to .*file: .*\n$/)
  })

  test('a setting that makes no sense', async () => {
    expect(await runServer({ DATA_DIR: folder, PORT: 'http' })).toMatchObject({
      code: 1,
      stderr: 'PORT is http; it must be a number from 0 to 65535.\n',
    })
  })
})

test('what is logged names no key, token, secret, person or text', async () => {
  const server = await spawnServer({ DATA_DIR: folder, LOG_LEVEL: 'trace' })
  const wall = await makeWall(server.url, { title: 'Quiet title' })
  const amina = await join(server.url, wall.id, { key: wall.keys.participant, contact: 'amina@example.org' })
  const { token, secret } = amina
  const provider = stockProvider(server.url, wall.id, token)
  await whenSynced(provider)
  placeNote(provider.doc, 'n', 'Quiet text', amina)
  const bad = await rawClient(server.url, wall.id, token)
  bad.send(new Uint8Array([99]))
  await bad.closed
  provider.destroy()
  server.kill('SIGTERM')
  const { stdout, stderr } = await server.ended
  for (const private_ of [wall.keys.participant, token, secret, 'Quiet', 'Amina', 'example.org']) {
    expect(stdout + stderr).not.toContain(private_)
  }
})
