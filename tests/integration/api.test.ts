import { request } from 'node:http'
import * as Y from 'yjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BYTES, type DocumentRead, type LinkRenewed, type WallMade } from '#shared/protocol/api.ts'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import { pairIdOf, type NoteId, type ParticipantId, type WallId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Wall } from '#shared/wall/schema.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post } from '../support/wallApi.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function wallAsSeen(wall: WallId, token: string): Promise<Wall> {
  const provider = stockProvider(server.url, wall, token)
  await whenSynced(provider)
  const seen = readWall(provider.doc)
  provider.destroy()
  return seen
}
const refusal = (status: number, code: string, message: unknown) => ({ status, body: { error: { code, message } } })

describe('reading a wall at one moment', () => {
  test('D34 any of its links gives the document as it is saved, and nobody joins by that', async () => {
    const wall = await makeWall(server.url, { sample: true })
    for (const key of Object.values(wall.keys)) {
      const { status, body } = await post(server.url, `/api/walls/${wall.id}/document`, { key })
      expect(status).toBe(200)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Buffer.from((body as DocumentRead).state, 'base64'))
      const { notes, people } = readWall(doc)
      expect(Array.from(notes.values(), ({ text }) => text).sort()).toEqual(SAMPLE_NOTES.map(({ text }) => text).sort())
      expect(people.size).toBe(new Set(SAMPLE_NOTES.map(({ name }) => name)).size)
    }
  })

  test('O6 it goes packed to whoever can unpack it, and to others as it is', async () => {
    const wall = await makeWall(server.url, { sample: true })
    const read = (encoding: string, accept: string): Promise<Response> =>
      fetch(`${server.url}/api/walls/${wall.id}/document`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-encoding': encoding, accept }, body: JSON.stringify({ key: wall.keys.viewer }) })
    const lengths: number[] = []
    for (const accept of [BYTES, '*/*']) {
      const answers = await Promise.all([read('gzip, deflate, br', accept), read('gzip', accept), read('identity', accept)])
      expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null])
      lengths.push(...answers.map(({ headers }) => Number(headers.get('content-length'))))
      const [brotli, gzip, plain] = await Promise.all(answers.map((answer) => answer.text()))
      expect([brotli, gzip]).toEqual([plain, plain])
    }
    const [best = 0, , bytes = 0, , packed = 0, base64 = 0] = lengths
    expect(best).toBeLessThan(bytes / 2)
    expect(packed).toBeLessThan(base64 / 2)
    // In base64 nothing repeats where it repeats.
    expect(best).toBeLessThan(0.8 * packed)
  })

  test('O6 to whoever wants nothing but bytes it is the update itself', async () => {
    const wall = await makeWall(server.url, { sample: true })
    const answer = await fetch(`${server.url}/api/walls/${wall.id}/document`, { method: 'POST', headers: { 'content-type': 'application/json', accept: BYTES }, body: JSON.stringify({ key: wall.keys.viewer }) })
    expect(answer.headers.get('content-type')).toBe(BYTES)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()))
    expect(readWall(doc).notes.size).toBe(SAMPLE_NOTES.length)
  })

  test('D34 a wrong link gives nothing', async () => {
    const wall = await makeWall(server.url)
    const other = await makeWall(server.url)
    expect(await post(server.url, `/api/walls/${wall.id}/document`, { key: other.keys.viewer })).toEqual(refusal(401, 'link_invalid', expect.any(String)))
    expect(await post(server.url, `/api/walls/${wall.id}/document`, {})).toEqual(refusal(400, 'bad_request', expect.stringMatching(/key/)))
  })
})

describe('making a wall', () => {
  test('gives three links with a key each, under the address that the browser used', async () => {
    const { status, body } = await post(server.url, '/api/walls', { title: '  Our wall\n', language: 'fr', themes: ['Marine'], countries: ['KE', 'pe', 'eu', 'ke'] })
    const { id, links } = body as WallMade // typed in shared/protocol
    expect(status).toBe(201)
    expect(Object.keys(body as object)).toEqual(['id', 'links'])
    const keys = Object.values(links).map((link) => {
      const [address, key = ''] = link.split('#k=')
      expect(address).toBe(`${server.url}/w/${id}`)
      expect(key).toMatch(/^[A-Za-z0-9_-]{21}[A-Za-z0-9]$/)
      return key
    })
    expect(new Set(keys).size).toBe(3)
    const { token } = await join(server.url, id, { key: links.viewer.split('#k=')[1] ?? '' })
    expect((await wallAsSeen(id, token)).settings).toEqual({
      schema: 1,
      title: 'Our wall',
      language: 'fr',
      themes: ['Marine'],
      countries: ['ke', 'pe', 'eu'],
      room: 'wall',
    })
  })

  test('with the sample, everybody of the sample is there and no two notes lie on each other', async () => {
    const wall = await makeWall(server.url, { sample: true })
    const { token } = await join(server.url, wall.id, { key: wall.keys.viewer })
    const { notes, people } = await wallAsSeen(wall.id, token)
    const plain = (note: { kind: string; text: string; name: string; country: string; lang: string }) =>
      [note.kind, note.text, note.name, note.country, note.lang].join(' | ')
    expect([...notes.values()].map(plain).sort()).toEqual(SAMPLE_NOTES.map(plain).sort())
    for (const note of notes.values()) expect(people.get(note.author)).toMatchObject({ name: note.name, country: note.country })
    expect(new Set([...notes.values()].map(({ at }) => at.join())).size).toBe(notes.size)
    expect(people.size).toBe(new Set(SAMPLE_NOTES.map(({ name }) => name)).size)
  })

  test.each<[string, unknown, number, string, RegExp]>([
    ['no title', {}, 400, 'bad_request', /title.*missing/],
    ['an empty title', { title: ' \n ' }, 400, 'bad_request', /title.*empty/],
    ['a title of 121 characters', { title: 'x'.repeat(121) }, 400, 'bad_request', /120/],
    ['a title that is a number', { title: 7 }, 400, 'bad_request', /title/],
    ['a language we do not have', { title: 'x', language: 'de' }, 400, 'bad_request', /language.*en/],
    ['a country that is none', { title: 'x', countries: ['ke', 'zz'] }, 400, 'bad_request', /countries\.1.*ke/],
    ['a list', [], 400, 'bad_request', /object/],
    ['null', null, 400, 'bad_request', /object/],
    ['no JSON', '{"title":', 400, 'bad_request', /JSON/],
    ['more than 16 KB', { title: 'x', themes: Array(30).fill('y'.repeat(1000)) }, 413, 'too_large', /16384/],
  ])('D6 %s is refused, with a word about it', async (_what, body, status, code, message) => {
    expect(await post(server.url, '/api/walls', body)).toEqual(refusal(status, code, expect.stringMatching(message)))
  })

  test('D6 another type of body, another method and another address are refused', async () => {
    const plain = await post(server.url, '/api/walls', '{"title":"x"}', { 'content-type': 'text/plain' })
    expect(plain).toEqual(refusal(415, 'bad_request', expect.stringContaining('application/json')))
    const get = await fetch(new URL('/api/walls', server.url))
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST'])
    expect(await post(server.url, '/api/nothing', {})).toEqual(refusal(404, 'not_found', expect.any(String)))
    expect(await post(server.url, '/relay/x', {})).toEqual(refusal(404, 'not_found', expect.any(String)))
  })

  test('D6 a Host that is none does not get into a link', async () => {
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(server.url)
      const headers = { host: 'evil.example/x?', 'content-type': 'application/json' }
      const sent = request({ hostname, port, path: '/api/walls', method: 'POST', headers }, (response) => {
        resolve(response.resume().statusCode)
      })
      sent.on('error', reject)
      sent.end('{"title":"x"}')
    })
    expect(answer).toBe(400)
  })

  test('D7 one address cannot make walls without end', async () => {
    const small = await startTestServer({ wallsPerHour: 2 })
    await makeWall(small.url)
    await makeWall(small.url)
    expect(await post(small.url, '/api/walls', { title: 'One too many' })).toEqual(refusal(429, 'too_many', expect.any(String)))
    await small.close()
  })
})

describe('joining', () => {
  test('a link shows what it opens before anybody joins', async () => {
    const wall = await makeWall(server.url, { title: 'Look', language: 'ar', countries: ['eg'] })
    for (const role of ['facilitator', 'participant', 'viewer'] as const) {
      const answer = await post(server.url, `/api/walls/${wall.id}/look`, { key: wall.keys[role] })
      expect(answer).toEqual({ status: 200, body: { title: 'Look', language: 'ar', role, countries: ['eg'] } })
    }
  })

  test('D8 the secret brings the same person back, with the role of the link, and the name they have now', async () => {
    const wall = await makeWall(server.url)
    const first = await join(server.url, wall.id, { key: wall.keys.participant, institution: 'NEMA' })
    const { participant, secret } = first
    expect(first).toMatchObject({ role: 'participant', name: 'Amina', country: 'ke', institution: 'NEMA' })
    const again = await post(server.url, `/api/walls/${wall.id}/join`, { key: wall.keys.participant, participant, secret })
    expect(again).toMatchObject({ status: 200, body: { participant, secret, name: 'Amina', institution: 'NEMA' } })
    const promoted = await join(server.url, wall.id, { key: wall.keys.facilitator, participant, secret, name: 'Amina O.' })
    expect(promoted).toMatchObject({ participant, role: 'facilitator', name: 'Amina O.' })
    const other = await join(server.url, wall.id, { key: wall.keys.participant })
    expect(other.participant).not.toBe(participant)
  })

  test('D8 without the secret nobody is somebody else, on this wall or another', async () => {
    const wall = await makeWall(server.url)
    const elsewhere = await makeWall(server.url)
    const { participant, secret } = await join(server.url, wall.id, { key: wall.keys.participant })
    const tryAs = (id: WallId, key: string, body: object) =>
      post(server.url, `/api/walls/${id}/join`, { key, name: 'Eve', country: 'fj', ...body })
    const refused = refusal(403, 'not_allowed', expect.any(String))
    expect(await tryAs(wall.id, wall.keys.participant, { participant })).toEqual(refused)
    expect(await tryAs(wall.id, wall.keys.participant, { participant, secret: `${secret}x` })).toEqual(refused)
    expect(await tryAs(elsewhere.id, elsewhere.keys.participant, { participant, secret })).toEqual(refusal(403, 'unknown_person', expect.any(String)))
  })

  test('a viewer gives no name and is nobody', async () => {
    const wall = await makeWall(server.url)
    const answer = await post(server.url, `/api/walls/${wall.id}/join`, { key: wall.keys.viewer })
    expect(answer).toEqual({ status: 200, body: { role: 'viewer', token: expect.any(String) as string } })
  })

  test.each<[string, object, RegExp]>([
    ['no name', { name: undefined }, /name/],
    ['a blank name', { name: '  ' }, /name.*empty/],
    ['no country', { country: undefined }, /country/],
    ['a country in words', { country: 'Kenya' }, /ISO/],
    ['a country that is none', { country: 'zz' }, /ISO/],
    ['a country that no page has a name for', { country: 'xk' }, /ISO/],
    ['no key', { key: undefined }, /key/],
  ])('D6 %s is refused, with a word about it', async (_what, change, message) => {
    const wall = await makeWall(server.url)
    const body = { key: wall.keys.participant, name: 'Amina', country: 'ke', ...change }
    const answer = await post(server.url, `/api/walls/${wall.id}/join`, body)
    expect(answer).toEqual(refusal(400, 'bad_request', expect.stringMatching(message)))
  })

  test("D1 a wrong key, another wall's key and a wall that is not there each get their own word", async () => {
    const wall = await makeWall(server.url)
    const other = await makeWall(server.url)
    const lookAt = (id: string, key: string) => post(server.url, `/api/walls/${id}/look`, { key })
    const wrong = refusal(401, 'link_invalid', expect.stringContaining('wrong'))
    expect(await lookAt(wall.id, wall.keys.viewer.slice(0, -1))).toEqual(wrong)
    expect(await lookAt(wall.id, other.keys.viewer)).toEqual(wrong)
    expect(await lookAt('nowhere', wall.keys.viewer)).toEqual(refusal(404, 'not_found', expect.any(String)))
    expect(await lookAt('a~b', wall.keys.viewer)).toEqual(refusal(404, 'not_found', expect.any(String)))
  })

  test('D3 a revoked link says that it was revoked; the new one opens, and only a facilitator can do this', async () => {
    const wall = await makeWall(server.url)
    const revoke = (key: string) => post(server.url, `/api/walls/${wall.id}/revoke`, { key, role: 'participant' })
    expect(await revoke(wall.keys.participant)).toEqual(refusal(403, 'not_allowed', expect.any(String)))
    const renewed = await revoke(wall.keys.facilitator)
    const { link } = renewed.body as LinkRenewed // typed in shared/protocol
    expect(await post(server.url, `/api/walls/${wall.id}/look`, { key: wall.keys.participant })).toEqual(
      refusal(401, 'link_invalid', expect.stringContaining('revoked')),
    )
    expect(await join(server.url, wall.id, { key: link.split('#k=')[1] ?? '' })).toMatchObject({ role: 'participant' })
    expect(await join(server.url, wall.id, { key: wall.keys.viewer })).toMatchObject({ role: 'viewer' })
  })
})

describe('contacts', () => {
  test('D9 a contact goes to the two sides of an accepted pair, and to nobody else at no other time', async () => {
    const wall = await makeWall(server.url)
    const joinAs = (name: string, country: string) =>
      join(server.url, wall.id, { key: wall.keys.participant, name, country, contact: `${name}@example.org` })
    const [amina, luis, chen] = [await joinAs('amina', 'ke'), await joinAs('luis', 'pe'), await joinAs('chen', 'cn')]
    const facilitator = await join(server.url, wall.id, { key: wall.keys.facilitator, name: 'Fatou', country: 'sn' })
    const viewer = await join(server.url, wall.id, { key: wall.keys.viewer })
    const lines = new Map([amina, luis].map(({ participant, token }) => [participant, stockProvider(server.url, wall.id, token)]))
    await Promise.all([...lines.values()].map(whenSynced))
    const [need, offer] = ['need-1' as NoteId, 'offer-1' as NoteId]
    const pair = pairIdOf(need, offer)
    const asked = (token: string, { person = luis.participant, about = pair }: { person?: string; about?: string } = {}) =>
      post(server.url, `/api/walls/${wall.id}/contact`, { token, pair: about, person })
    const given = (contact: string) => ({ status: 200, body: { contact } })
    const withheld = refusal(403, 'not_allowed', expect.any(String))

    /** Makes an edit and waits until the server has it. */
    const edit = async (person: ParticipantId | undefined, edits: Edit[]): Promise<void> => {
      const doc = lines.get(person)?.doc
      if (!person || !doc) throw new Error('They have no line.')
      applyEdits(doc, edits, { participant: person, now: 5, origin: undefined })
      const check = stockProvider(server.url, wall.id, facilitator.token)
      const wanted = Y.getState(doc.store, doc.clientID)
      await whenDoc(check.doc, ({ store }) => Y.getState(store, doc.clientID) === wanted)
      check.destroy()
    }
    const note = { at: [0, 0] as const, text: 'Seagrass', lang: 'en', type: 'placeNote' as const }
    await edit(amina.participant, [{ ...note, id: need, kind: 'need', name: 'amina', country: 'ke' }])
    await edit(luis.participant, [{ ...note, id: offer, kind: 'offer', name: 'luis', country: 'pe' }])
    expect(await asked(amina.token)).toEqual(withheld)
    await edit(amina.participant, [{ type: 'showInterest', pair, side: 'need', line: 'Hello' }])
    expect(await asked(amina.token)).toEqual(withheld)
    expect(await asked(luis.token, { person: amina.participant })).toEqual(withheld)
    await edit(luis.participant, [{ type: 'answerInterest', pair, side: 'offer', to: 5, accepted: true, line: '' }])

    expect(await asked(amina.token)).toEqual(given('luis@example.org'))
    expect(await asked(luis.token, { person: amina.participant })).toEqual(given('amina@example.org'))
    expect(await asked(luis.token, { person: chen.participant })).toEqual(withheld)
    expect(await asked(chen.token)).toEqual(withheld)
    expect(await asked(facilitator.token)).toEqual(withheld)
    expect(await asked(viewer.token)).toEqual(withheld)
    expect(await asked(amina.token, { about: '__proto__' })).toEqual(withheld)
    expect(await asked(amina.token, { person: '__proto__' })).toEqual(withheld)
    expect(await asked(`${amina.token}x`)).toEqual(refusal(401, 'link_invalid', expect.any(String)))
    await edit(luis.participant, [{ type: 'closePair', pair, state: 'dropped', line: '' }])
    expect(await asked(amina.token)).toEqual(withheld)
    for (const line of lines.values()) {
      expect(JSON.stringify(line.doc.toJSON())).not.toContain('example.org')
      line.destroy()
    }
  })
})
