import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { WIRE } from '#shared/protocol/limits.ts'
import type { WallId } from '#shared/wall/ids.ts'
import type { Timing } from '../../server/rooms/timing.ts'
import { isAnswer, isUpdate, shows } from '../support/heard.ts'
import { noteUpdate, placeNote, textsOf, writeMuch } from '../support/notes.ts'
import { rawClient } from '../support/rawClient.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post } from '../support/wallApi.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})
async function start(options?: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(options)
  cleanups.push(() => server.close())
  return server
}
/** Half a handshake that goes on byte by byte. It begins before all else and ends beside the other tests, with what the server says at last. */
let halfway: { answer: Promise<string>; close: () => Promise<void> } | undefined
beforeAll(async () => {
  const server = await startTestServer()
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.write('GET /relay/x HTTP/1.1\r\nHost: x\r\nUpgr')
  const dripping = setInterval(() => socket.write('a'), 100)
  socket.on('error', () => undefined) // it writes on when it has been ended
  const answer = new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (data) => (text += data.toString()))
    socket.on('close', () => resolve(text))
  })
  const close = (): Promise<void> => {
    clearInterval(dripping)
    socket.destroy()
    return server.close()
  }
  halfway = { answer, close }
})
afterAll(() => halfway?.close())

/** A server behind a proxy on the same machine, and somebody who comes from an address through it. */
async function startBehindProxy(config: { socketsPerAddress?: number; makerKey?: string } = {}, timing: Partial<Timing> = {}) {
  const server = await start({ config: { proxyHeader: 'x-forwarded-for', ...config }, timing })
  const open = async (wall: WallId, token: string, address: string) => {
    const opened = await rawClient(server.url, wall, token, { headers: { 'x-forwarded-for': `192.0.2.99, ${address}` } })
    cleanups.push(() => opened.terminate())
    return opened
  }
  return { server, open }
}

test('D14 an address that is full is told so and may try again; who leaves makes room, and others come in all the while', async () => {
  const { server, open } = await startBehindProxy({ socketsPerAddress: 2 })
  const wall = await makeWall(server.url)
  const { token } = await join(server.url, wall.id, { key: wall.keys.viewer })
  const [first] = [await open(wall.id, token, '198.51.100.1'), await open(wall.id, token, '198.51.100.1')]
  const refused = await open(wall.id, token, '198.51.100.1')
  expect(await refused.closed).toEqual({ code: 1013, reason: 'too many connections from this address, try again' })
  const elsewhere = await open(wall.id, token, '198.51.100.2')
  elsewhere.ask()
  await elsewhere.next(isAnswer)
  first?.terminate()
  await first?.closed
  const next = await open(wall.id, token, '198.51.100.1')
  next.ask()
  await next.next(isAnswer)
})

test('D14 one person opens twelve connections and no more; a neighbour at the same address is let in', async () => {
  const { server, open } = await startBehindProxy()
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const luis = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })
  await Promise.all(Array.from({ length: WIRE.socketsPerPerson }, () => open(wall.id, amina.token, '198.51.100.1')))
  const [refused, neighbour] = [await open(wall.id, amina.token, '198.51.100.1'), await open(wall.id, luis.token, '198.51.100.1')]
  expect(await refused.closed).toEqual({ code: 1013, reason: 'too many connections of this person, try again' })
  neighbour.ask()
  await neighbour.next(isAnswer)
})

test('D35 two hundred people behind one address come back at once as often as the line breaks; who comes and goes in a loop there is told that the server is busy', async () => {
  const { server, open } = await startBehindProxy({}, { heldUpMs: 0 })
  const wall = await makeWall(server.url)
  const enter = (name: string) => join(server.url, wall.id, { key: wall.keys.participant, name })
  const loop = await enter('Loop')
  const room = await Promise.all(Array.from({ length: 200 }, (_, index) => enter(`P${index}`)))
  const reasons = new Set<string>()
  /** As a client does: it tries again until it is in. */
  const comeIn = async (token: string): Promise<() => void> => {
    for (;;) {
      const client = await open(wall.id, token, '198.51.100.1')
      client.ask()
      const end = await Promise.race([client.next(isAnswer).then(() => undefined), client.closed])
      if (!end) return () => client.terminate()
      reasons.add(end.reason)
    }
  }
  for (let index = 0; index <= WIRE.comingsAtOnce; index++) (await comeIn(loop.token))()
  const refused = await open(wall.id, loop.token, '198.51.100.1')
  expect(await refused.closed).toEqual({ code: 1013, reason: 'busy, try again' })
  for (let time = 0; time < 3; time++) {
    const leave = await Promise.all(room.map(({ token }) => comeIn(token)))
    for (const breaks of leave) breaks()
  }
  expect([...reasons]).not.toContain('busy, try again')
})

test('D35 who comes and goes in a loop waits at the door, and so brings no flood of refusals; others come in meanwhile, and the server ends without waiting', async () => {
  const { server, open } = await startBehindProxy({}, { heldUpMs: 3_600_000 })
  const wall = await makeWall(server.url)
  const loop = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Loop' })
  const neighbour = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Luis' })
  const enter = async (token: string) => {
    const client = await open(wall.id, token, '198.51.100.1')
    client.ask()
    return Promise.race([client.next(isAnswer).then(() => client), client.closed.then(() => client)])
  }
  for (let left = WIRE.comingsAtOnce; left > 0; left--) (await enter(loop.token)).terminate()
  const most = 40
  const settled: unknown[] = []
  const coming = Array.from({ length: most }, () => enter(loop.token).then((client) => settled.push(client)))
  // Some may be let in: a second has passed, or two.
  await expect.poll(() => settled.length).toBe(most - WIRE.socketsPerPerson)
  await enter(neighbour.token)
  expect(settled).toHaveLength(most - WIRE.socketsPerPerson)
  await server.close()
  await Promise.all(coming)
})

test('D39 who asks for a large wall over and over is answered more and more slowly; others are answered at once', async () => {
  const server = await start()
  const wall = await makeWall(server.url)
  const luis = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })
  const [writer, greedy] = [await rawClient(server.url, wall.id, luis.token), await rawClient(server.url, wall.id, luis.token)]
  cleanups.push(() => writer.terminate(), () => greedy.terminate())
  const doc = new Y.Doc()
  for (let count = 0; count < 400; count++) placeNote(doc, `n${count}`, 'x'.repeat(10_000), luis)
  writer.update(Y.encodeStateAsUpdate(doc))
  await writer.next(isUpdate)
  const answers = (): number => greedy.heard.filter(isAnswer).length
  for (let count = 1; count <= 5; count++) {
    greedy.ask()
    await expect.poll(answers).toBe(count)
  }
  greedy.ask() // 20 MB are out; it is answered in 8 s
  writer.ask()
  await writer.next(isAnswer)
  expect(answers()).toBe(5)
})

test('D16 a person who sends a flood is read more slowly; all of it arrives, and others go on', async () => {
  const server = await start()
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const luis = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })
  const [flood, other] = [await rawClient(server.url, wall.id, amina.token), await rawClient(server.url, wall.id, luis.token)]
  cleanups.push(() => flood.terminate(), () => other.terminate())
  const most = WIRE.messagesAtOnce + 40
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => flood.update(update))
  for (let index = 0; index < most; index++) placeNote(doc, `n${index}`, 'x', amina)
  other.update(noteUpdate('other', 'Meanwhile', luis))
  const seen = new Y.Doc()
  await other.next((message) => {
    if (isUpdate(message)) Y.applyUpdate(seen, message.content)
    return Object.keys(textsOf(seen)).length === most + 1
  })
})

test('D18 presence of more than 4 KB is not passed on, and who sent it stays: a stock provider sends back all that it hears', async () => {
  const server = await start()
  const wall = await makeWall(server.url)
  const { token } = await join(server.url, wall.id, { key: wall.keys.participant })
  const [large, witness] = [await rawClient(server.url, wall.id, token), await rawClient(server.url, wall.id, token)]
  cleanups.push(() => large.terminate(), () => witness.terminate())
  large.presence(7, 1, JSON.stringify({ large: 'x'.repeat(WIRE.presenceBytes) }))
  large.presence(8, 1, '{"small":true}')
  await witness.next(shows('small'))
  expect(witness.heard.some(shows('large'))).toBe(false)
})

test('D18 one connection shows eight client ids at the same time and no more', async () => {
  const server = await start()
  const wall = await makeWall(server.url)
  const { token } = await join(server.url, wall.id, { key: wall.keys.participant })
  const [many, witness] = [await rawClient(server.url, wall.id, token), await rawClient(server.url, wall.id, token)]
  cleanups.push(() => many.terminate(), () => witness.terminate())
  for (let client = 1; client <= 20; client++) many.presence(client, 1, `{"number":"n${client}."}`)
  many.presence(1, 2, 'null')
  many.presence(99, 1, '{"number":"last"}')
  await witness.next(shows('last'))
  const shown = Array.from({ length: 20 }, (_, index) => witness.heard.some(shows(`n${index + 1}.`)))
  expect(shown.filter(Boolean).length).toBeLessThanOrEqual(WIRE.presencesPerSocket)
})

test('D19 a room of eighty people behind one address comes in at once, and whoever guesses keys is slowed down alone', async () => {
  const { server } = await startBehindProxy()
  const wall = await makeWall(server.url)
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const look = (key: string, address: string) => post(server.url, `/api/walls/${wall.id}/look`, { key }, from(address))
  const enter = (key: string, address: string) =>
    post(server.url, `/api/walls/${wall.id}/join`, { key, name: 'Amina', country: 'ke' }, from(address))
  const room = Array.from({ length: 80 }, async () => [await look(wall.keys.participant, '198.51.100.1'), await enter(wall.keys.participant, '198.51.100.1')])
  expect(new Set((await Promise.all(room)).flat().map(({ status }) => status))).toEqual(new Set([200]))

  const guesses = await Promise.all(Array.from({ length: 130 }, (_, index) => look(`guess-${index}-${'x'.repeat(16)}`, '198.51.100.2')))
  const refused = guesses.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]?.body).toEqual({ error: { code: 'too_many', message: expect.stringContaining('minute') as string } })
  expect((await look(wall.keys.participant, '198.51.100.2')).status).toBe(429)
  expect((await look(wall.keys.participant, '198.51.100.1')).status).toBe(200)
})

test('D21 where the operator asks for a key, nobody makes a wall without it, and with it as ever', async () => {
  const server = await start({ config: { makerKey: 'open-sesame-please' } })
  const refusal = { status: 403, body: { error: { code: 'maker_key', message: expect.any(String) as string } } }
  expect(await post(server.url, '/api/walls', { title: 'A wall' })).toEqual(refusal)
  expect(await post(server.url, '/api/walls', { title: 'A wall', key: 'open-sesame' })).toEqual(refusal)
  expect(await post(server.url, '/api/walls?key=open-sesame-please', { title: 'A wall' })).toEqual(refusal)
  const wall = await makeWall(server.url, { key: 'open-sesame-please' })
  expect(await join(server.url, wall.id, { key: wall.keys.participant })).toMatchObject({ role: 'participant' })
})

test('D22 who was removed is let in nowhere: not by their token, not by their secret, not at any route', async () => {
  const server = await start()
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const { participant, secret, token } = amina
  if (!participant) throw new Error('A participant has an id.')
  await server.storage.removeParticipant(wall.id, participant)
  const opened = await rawClient(server.url, wall.id, token)
  expect(await opened.closed).toEqual({ code: 4410, reason: 'removed from this wall' })
  const removed = { status: 403, body: { error: { code: 'removed', message: expect.any(String) as string } } }
  expect(await post(server.url, `/api/walls/${wall.id}/join`, { key: wall.keys.participant, participant, secret })).toEqual(removed)
  expect(await post(server.url, `/api/walls/${wall.id}/contact`, { token, pair: 'x', person: participant })).toEqual(removed)
})

test('D23 a link that is revoked while its wall is still being read lets nobody in', async () => {
  let letGo = (): void => {}
  let onLoad = (): void => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const isLoading = new Promise<void>((resolve) => (onLoad = resolve))
  const server = await start({
    through: (store) => ({
      ...store,
      async load(wall) {
        onLoad()
        await held
        return store.load(wall)
      },
    }),
  })
  const wall = await makeWall(server.url)
  const { token } = await join(server.url, wall.id, { key: wall.keys.participant })
  const early = await rawClient(server.url, wall.id, token)
  cleanups.push(() => early.terminate())
  await isLoading
  await server.storage.renewLink(wall.id, 'participant', 'another')
  letGo()
  expect((await early.closed).code).toBe(4401)
  expect(early.heard).toEqual([])
})

test('D20 a client that reads nothing and goes on talking is ended all the same', async () => {
  const server = await start({ timing: { stuckMs: 1500, quietMs: 1500 } })
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  // Somebody else: a stock provider sends back the presence that it hears, and one's own may be taken over from another device.
  const luis = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })
  const talker = await rawClient(server.url, wall.id, amina.token)
  const witness = await rawClient(server.url, wall.id, luis.token)
  const writer = stockProvider(server.url, wall.id, luis.token)
  cleanups.push(() => witness.terminate(), () => writer.destroy())
  await whenSynced(writer)
  talker.presence(7, 1, '{"here":"the talker"}')
  await witness.next(shows('the talker'))
  talker.pause()
  let clock = 1
  const talk = setInterval(() => talker.presence(7, ++clock, '{"here":"the talker"}'), 200)
  cleanups.push(() => clearInterval(talk), () => talker.terminate())
  writeMuch(writer.doc, luis)
  await witness.next(shows('null'))
})

test('D24 half a handshake holds a place for ten seconds and no longer, also when it goes on byte by byte', async () => {
  expect(await halfway?.answer).toMatch(/^HTTP\/1\.1 408 /)
})

test('D25 every answer of the API forbids what a browser could do with it', async () => {
  const server = await start()
  const { headers } = await fetch(new URL('/api/walls', server.url))
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'permissions-policy': expect.stringContaining('camera=()') as string,
  })
  expect(headers.get('access-control-allow-origin')).toBeNull()
})
