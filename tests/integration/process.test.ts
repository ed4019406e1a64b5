import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LinkRenewed } from '#shared/protocol/api.ts'
import { placeNote, textsOf } from '../support/notes.ts'
import { rawClient } from '../support/rawClient.ts'
import { limitFiles } from '../support/smallDisk.ts'
import { runServer, spawnServer } from '../support/spawnServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post } from '../support/wallApi.ts'

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

  test('a port of the figures that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo // it listens on a port
    const { code, stderr } = await runServer({ DATA_DIR: folder, METRICS_PORT: String(port) })
    expect([code, stderr]).toEqual([1, `Port ${port} is in use. Stop the other program, or set METRICS_PORT to a free one.\n`])
    other.close()
  })

  test('an address for the figures that is not of this machine', async () => {
    const { code, stderr } = await runServer({ DATA_DIR: folder, METRICS_PORT: '0', METRICS_HOST: '192.0.2.1' })
    expect([code, stderr]).toEqual([1, 'METRICS_HOST is 192.0.2.1, which is no address of this machine.\n'])
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

test('what is logged says when the server began and ended, and names no key, token, secret, person or text', async () => {
  const secrets = { MAKER_KEY: 'quiet-maker-key', METRICS_TOKEN: 'quiet-metrics-token' }
  const server = await spawnServer({ DATA_DIR: folder, LOG_LEVEL: 'trace', ...secrets })
  const wall = await makeWall(server.url, { title: 'Quiet title', key: secrets.MAKER_KEY })
  const [amina, fatou] = [
    await join(server.url, wall.id, { key: wall.keys.participant, contact: 'amina@example.org', institution: 'Quiet institute' }),
    await join(server.url, wall.id, { key: wall.keys.facilitator, name: 'Fatou', country: 'sn' }),
  ]
  const { token, secret } = amina
  const provider = stockProvider(server.url, wall.id, token)
  await whenSynced(provider)
  placeNote(provider.doc, 'n', 'Quiet text', amina)
  const saved = await post(server.url, `/api/walls/${wall.id}/versions/save`, { token: fatou.token })
  // Everything that is refused has a reason to be logged: what is malformed, what is wrong, what cannot be saved.
  const bad = await rawClient(server.url, wall.id, token)
  bad.presence(1, 1, '{"name":"Quiet presence"}')
  bad.send(new Uint8Array([99]))
  await bad.closed
  const stranger = await rawClient(server.url, wall.id, 'quiet-forged-token')
  await stranger.closed
  await fetch(new URL('/metrics', server.url), { headers: { authorization: 'Bearer quiet-wrong-token' } })
  await post(server.url, '/api/walls', { title: 'Quiet wall', key: 'quiet-wrong-maker-key' })
  await post(server.url, `/api/walls/${wall.id}/look`, { key: 'quiet-wrong-key' })
  await post(server.url, `/api/walls/${wall.id}/look`, '{"key":"quiet-half')
  await limitFiles(server.pid, 0)
  const refused = await post(server.url, `/api/walls/${wall.id}/join`, { key: wall.keys.participant, name: 'Quietus', country: 'pe', contact: 'luis@example.org' })
  placeNote(provider.doc, 'm', 'Quiet too', amina)
  while ((await fetch(new URL('/readyz', server.url))).status === 200) await new Promise(setImmediate)
  await limitFiles(server.pid, 'unlimited')
  const revoked = await post(server.url, `/api/walls/${wall.id}/revoke`, { key: wall.keys.facilitator, role: 'participant' })
  expect([saved.status, refused.status, revoked.status]).toEqual([200, 503, 200])
  provider.destroy()
  server.kill('SIGTERM')
  const { stdout, stderr } = await server.ended
  for (const told of ['"msg":"started"', `"storage":"SQLite in ${folder}"`, server.url, 'storage refuses', '"msg":"refused"', '"msg":"stopping"', '"msg":"stopped"']) {
    expect(stderr).toContain(told)
  }
  const { link } = revoked.body as LinkRenewed // our own server's, typed in shared/protocol
  const keys = [...Object.values(wall.keys), link.split('#k=')[1] ?? expect.fail('The new link has a key.')]
  for (const private_ of [...keys, token, secret, fatou.token, fatou.secret, 'uiet', 'Amina', 'Fatou', 'example.org']) {
    expect(stdout + stderr).not.toContain(private_)
  }
})
