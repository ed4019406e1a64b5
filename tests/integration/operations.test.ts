import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Store } from '../../server/storage/store.ts'
import { freePort } from '../support/freePort.ts'
import { placeNote, textsOf } from '../support/notes.ts'
import { spawnServer } from '../support/spawnServer.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post } from '../support/wallApi.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

test('O1 ready means that storage takes what it is given; a refusal is told, and its end too', async () => {
  let isBroken = false
  const through = (store: Store): Store => ({
    ...store,
    async makeWall(wall) {
      if (isBroken) throw new Error('the disk is full')
      await store.makeWall(wall)
    },
    async tryWriting() {
      if (isBroken) throw new Error('the disk is full')
      await store.tryWriting()
    },
  })
  const server = await startTestServer({ through })
  cleanups.push(() => server.close())
  const ready = async () => {
    const response = await fetch(new URL('/readyz', server.url))
    return [response.status, await response.json()] as const
  }
  expect(await ready()).toEqual([200, { status: 'ok' }])
  isBroken = true
  expect((await post(server.url, '/api/walls', { title: 'Too late' })).status).toBe(503)
  expect(await ready()).toEqual([503, { status: 'unavailable', why: ['storage refuses'] }])
  isBroken = false
  await makeWall(server.url)
  expect(await ready()).toEqual([200, { status: 'ok' }])
})

test('O2 the figures are had for the token alone, count what happens, and name nobody', async () => {
  const metrics = { port: undefined, host: '127.0.0.1', token: 'a-token-of-the-operator' }
  const server = await startTestServer({ config: { metrics } })
  cleanups.push(() => server.close())
  const figures = (token: string) => fetch(new URL('/metrics', server.url), { headers: { authorization: `Bearer ${token}` } })
  expect((await figures('another')).status).toBe(401)
  const wall = await makeWall(server.url, { title: 'Quiet title' })
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const provider = stockProvider(server.url, wall.id, amina.token)
  cleanups.push(() => provider.destroy())
  await whenSynced(provider)
  await post(server.url, `/api/walls/${wall.id}/look`, { key: 'wrong' })
  const text = await (await figures(metrics.token)).text()
  for (const line of ['pollinate_trouble{kind="busAway"} 0', 'pollinate_connections{role="participant"} 1', 'pollinate_rooms{state="live"} 1', 'pollinate_refusals_total{reason="linkInvalid"} 1']) {
    expect(text).toContain(line)
  }
  expect(text).toMatch(/pollinate_message_bytes_total\{direction="in"\} [1-9]/)
  for (const name of [wall.id, amina.participant, 'Quiet', 'Amina', '127.0.0.1']) expect(text).not.toContain(name)
})

test('O2 without a word of the operator there are no figures', async () => {
  const server = await startTestServer()
  cleanups.push(() => server.close())
  const response = await fetch(new URL('/metrics', server.url))
  expect(await response.text()).not.toContain('pollinate_')
})

test('O3 a server that is replaced while two hundred are there sends them away by and by, loses nothing, and everybody is back', async () => {
  const folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-upgrade-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  const env = { DATA_DIR: folder, PORT: String(await freePort()) }
  const first = await spawnServer(env)
  cleanups.push(() => first.kill('SIGKILL'))
  const wall = await makeWall(first.url)
  const enter = async (name: string) => {
    const person = await join(first.url, wall.id, { key: wall.keys.participant, name })
    const provider = stockProvider(first.url, wall.id, person.token)
    cleanups.push(() => provider.destroy())
    await whenSynced(provider)
    return { person, provider, doc: provider.doc, isAway: new Promise((resolve) => provider.once('connection-close', resolve)) }
  }
  const early = await enter('The first to come')
  const others = await Promise.all(Array.from({ length: 197 }, (_, index) => enter(`Delegate ${index}`)))
  const [late, last] = [await enter('The last but one'), await enter('The last')]
  const people = [early, ...others, late, last]
  const writers = [early, ...others.slice(0, 8), last]
  let written = 0
  const writing = setInterval(() => {
    writers.forEach(({ person, doc }, index) => placeNote(doc, `${index}-${written}`, `Note ${written} of ${index}`, person))
    written++
  }, 250)
  cleanups.push(() => clearInterval(writing))
  await whenDoc(last.doc, (doc) => doc.getMap('notes').size > 20)
  first.kill('SIGTERM')
  await early.isAway
  // They go in the order in which they came, and until then they are served as ever.
  placeNote(last.doc, 'meanwhile', 'Still saved', last.person)
  await whenDoc(late.doc, (doc) => doc.getMap('notes').has('meanwhile'))
  expect([late.provider.wsconnected, last.provider.wsconnected]).toEqual([true, true])
  expect((await first.ended).code).toBe(0)
  await Promise.all(people.map(({ isAway }) => isAway))
  const second = await spawnServer(env)
  cleanups.push(async () => {
    second.kill('SIGKILL')
    await second.ended
  })
  await Promise.all(people.map(({ provider }) => whenSynced(provider)))
  clearInterval(writing)
  const hasAll = (doc: Parameters<typeof textsOf>[0]): boolean => doc.getMap('notes').size === writers.length * written + 1
  await Promise.all(people.map(({ doc }) => whenDoc(doc, hasAll)))
  const fresh = stockProvider(second.url, wall.id, (await join(second.url, wall.id, { key: wall.keys.viewer })).token)
  cleanups.push(() => fresh.destroy())
  await whenDoc(fresh.doc, hasAll)
  expect(Object.keys(textsOf(fresh.doc))).toHaveLength(writers.length * written + 1)
})
