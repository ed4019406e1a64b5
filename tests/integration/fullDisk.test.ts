import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { freePort } from '../support/freePort.ts'
import { placeNote, textsOf } from '../support/notes.ts'
import { limitFiles, mountSmallDisk } from '../support/smallDisk.ts'
import { spawnServer } from '../support/spawnServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post } from '../support/wallApi.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A disk that takes what it is given until it is told otherwise. */
interface Disk {
  readonly folder: string
  /** The reason that stands in the log. */
  readonly reason: string
  refuse(server: { pid: number }): Promise<unknown>
  takeAgain(server: { pid: number }): Promise<unknown>
}

async function fullDisk(): Promise<Disk | undefined> {
  const disk = await mountSmallDisk()
  if (!disk) return undefined
  cleanups.push(() => disk.remove())
  return { folder: disk.folder, reason: 'database or disk is full', refuse: () => disk.fill(), takeAgain: () => disk.makeRoom() }
}

/** Every write fails, as on a disk that the kernel has made read-only; a mount cannot be, while files on it are open. */
async function lockedDisk(): Promise<Disk> {
  const folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-locked-'))
  cleanups.push(() => rm(folder, { recursive: true }))
  return { folder, reason: 'disk I/O error', refuse: ({ pid }) => limitFiles(pid, 0), takeAgain: ({ pid }) => limitFiles(pid, 'unlimited') }
}

const REFUSED = {
  status: 503,
  body: { error: { code: 'not_saved', message: 'The storage of this server does not work at the moment. Please try again soon.' } },
}
const has = (note: string) => (doc: Y.Doc): boolean => doc.getMap('notes').has(note)

test('S5 a server that is stopped while the disk refuses ends; what waited comes back from the devices', async () => {
  const disk = await lockedDisk()
  const env = { DATA_DIR: disk.folder, PORT: String(await freePort()) }
  const server = await spawnServer(env)
  cleanups.push(() => server.kill('SIGKILL'))
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const writer = stockProvider(server.url, wall.id, amina.token)
  cleanups.push(() => writer.destroy())
  await whenSynced(writer)
  await disk.refuse(server)
  placeNote(writer.doc, 'during', 'While it refuses', amina)
  while ((await fetch(new URL('/readyz', server.url))).status === 200) await new Promise(setImmediate)
  server.kill('SIGTERM')
  const { code, stderr } = await server.ended
  expect(code).toBe(1)
  expect(stderr).toContain('Pollinate could not stop cleanly: storage refuses what waits; walls: 1.')
  const next = await spawnServer(env)
  cleanups.push(() => next.kill('SIGKILL'))
  const witness = stockProvider(next.url, wall.id, amina.token)
  cleanups.push(() => witness.destroy())
  await whenDoc(witness.doc, has('during'))
})

test.each([
  ['takes no byte', lockedDisk],
  ['is full to the last byte', fullDisk],
])('S4 a disk that %s: people write on, nothing is passed on unsaved, nobody is sent away, all of it is said; afterwards everything arrives', async (_what, open) => {
  const disk = await open()
  if (!disk) return void process.stderr.write('Not tried on a disk that is really full: to mount one needs root, and in a container CAP_SYS_ADMIN.\n')
  const metricsPort = await freePort()
  const server = await spawnServer({ DATA_DIR: disk.folder, LOG_LEVEL: 'info', METRICS_PORT: String(metricsPort) })
  cleanups.push(() => server.kill('SIGKILL'))
  const wall = await makeWall(server.url)
  const another = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const luis = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })
  const viewer = await join(server.url, wall.id, { key: wall.keys.viewer })
  const enter = async (id: typeof wall.id, token: string) => {
    const provider = stockProvider(server.url, id, token)
    cleanups.push(() => provider.destroy())
    await whenSynced(provider)
    return provider
  }
  const [writer, second, witness] = [await enter(wall.id, amina.token), await enter(wall.id, luis.token), await enter(wall.id, viewer.token)]
  let goodbyes = 0
  for (const provider of [writer, second, witness]) provider.on('connection-close', () => goodbyes++)
  const saved = (note: string): Promise<void> => whenDoc(witness.doc, has(note))
  placeNote(writer.doc, 'before', 'Before', amina)
  await saved('before')
  const ready = async () => (await fetch(new URL('/readyz', server.url))).status
  const unsaved = async () => /pollinate_trouble\{kind="unsaved"\} (\d+)/.exec(await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text())?.[1]
  expect([await ready(), await unsaved()]).toEqual([200, '0'])

  await disk.refuse(server)
  placeNote(second.doc, 'during', 'Luis begins while it refuses', luis)
  while ((await unsaved()) !== '1') await new Promise(setImmediate)
  placeNote(writer.doc, 'more', 'And on', amina)
  expect(await ready()).toBe(503)
  expect(await post(server.url, `/api/walls/${wall.id}/join`, { key: wall.keys.participant, name: 'Mei', country: 'cn' })).toMatchObject(REFUSED)
  expect(await post(server.url, '/api/walls', { title: 'One more' })).toMatchObject(REFUSED)
  // Somebody who is known and brings nothing new comes in.
  const { participant, secret } = amina
  await join(server.url, wall.id, { key: wall.keys.participant, participant, secret })
  // What is saved can still be read, on a wall that is open and on one that is not.
  const late = await enter(wall.id, viewer.token)
  expect(textsOf(late.doc)).toEqual({ before: 'Before' })
  const elsewhere = await join(server.url, another.id, { key: another.keys.viewer })
  await enter(another.id, elsewhere.token)
  expect(textsOf(witness.doc)).toEqual({ before: 'Before' })

  await disk.takeAgain(server)
  await Promise.all([saved('during'), saved('more'), whenDoc(late.doc, has('more'))])
  expect([await ready(), await unsaved(), goodbyes]).toEqual([200, '0', 0])
  await join(server.url, wall.id, { key: wall.keys.participant, name: 'Mei', country: 'cn' })
  server.kill('SIGKILL')
  const { stderr } = await server.ended
  expect(stderr).toContain('not saved: storage refuses')
  expect(stderr).toContain(`Storage refuses: ${disk.reason}`)
  expect(stderr).not.toContain('cannot rollback')
  expect(stderr).toContain('saved again')
  const next = await spawnServer({ DATA_DIR: disk.folder })
  cleanups.push(() => next.kill('SIGKILL'))
  const fresh = stockProvider(next.url, wall.id, viewer.token)
  cleanups.push(() => fresh.destroy())
  await whenSynced(fresh)
  expect(textsOf(fresh.doc)).toEqual({ before: 'Before', during: 'Luis begins while it refuses', more: 'And on' })
})
