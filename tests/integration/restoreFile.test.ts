import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { DocumentRead, WallRestored } from '#shared/protocol/api.ts'
import { packVocabulary } from '#shared/matching/packVocabulary.ts'
import { WIRE } from '#shared/protocol/limits.ts'
import { buildRecord, type RecordWords } from '#shared/record/buildRecord.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { buildWallFile, type WallFile } from '#shared/wallFile/buildWallFile.ts'
import { createInstance } from 'i18next'
import { recordWords } from '../../client/export/recordWords.ts'
import en from '../../client/i18n/locales/en.json'
import { hostileDoc } from '../support/hostileDoc.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { makeWall, post } from '../support/wallApi.ts'

let server: TestServer
let words: RecordWords
beforeAll(async () => {
  server = await startTestServer()
  const i18n = createInstance()
  await i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } })
  words = recordWords(i18n.t, 'en')
})
afterAll(() => server.close())

async function documentOf(id: string, link: string): Promise<Y.Doc> {
  const { body } = await post(server.url, `/api/walls/${id}/document`, { key: link.split('#k=')[1] })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from((body as DocumentRead).state, 'base64'))
  return doc
}

/** What is read of the record, but for the sign that a note was brought in. */
const recordOf = (doc: Y.Doc): unknown => {
  const record = buildRecord(readWall(doc), { words, createdAt: 0 })
  return { ...record, notes: record.notes.map((note) => ({ ...note, writtenBy: undefined })) }
}

/** A wall as its bytes would give it: half a pair of surrogates becomes a sign of its own on the wire. */
const asStored = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const fileOf = (doc: Y.Doc): WallFile => JSON.parse(JSON.stringify(buildWallFile(doc, Date.UTC(2026, 10, 23), { isFull: true }))) as WallFile

/** Beside a file: what makes the whole too large to be read in passing. */
const large = { padding: 'x'.repeat(300_000) }

describe('restoring a wall from its file', () => {
  test('R22 gives a new wall with the same record to the letter, under new ids, every note marked as brought in', async () => {
    const doc = asStored(hostileDoc(300))
    const file = fileOf(doc)
    const { status, body } = await post(server.url, '/api/walls/restore', { file })
    const made = body as WallRestored
    expect([status, made.title, made.notes, made.skipped]).toEqual([201, 'NBSAP workshop, Nairobi', readWall(doc).notes.size, 0])
    const restored = await documentOf(made.id, made.links.viewer)
    expect(recordOf(restored)).toEqual(recordOf(doc))
    const [before, after] = [readWall(doc), readWall(restored)]
    const ids = new Set<string>([...before.notes.keys(), ...before.people.keys(), ...Array.from(before.notes.values(), ({ author }) => author)])
    for (const note of after.notes.values()) {
      expect([ids.has(note.id), ids.has(note.author), note.imported]).toEqual([false, false, 'NBSAP workshop, Nairobi'])
    }
    const texts = [...doc.getMap<Y.Map<unknown>>('notes').keys(), ...before.people.keys()].filter((id) => id.length > 6)
    const bytes = Buffer.from(Y.encodeStateAsUpdate(restored)).toString('latin1')
    expect(texts.filter((id) => bytes.includes(`${id}~`) || bytes.includes(`~${id}`))).toEqual([])
  })

  test('R22 what is restored can be taken out and restored once more, and says where it first came from', async () => {
    const first = await post(server.url, '/api/walls/restore', { file: fileOf(asStored(hostileDoc(30))), title: 'Second round' })
    const made = first.body as WallRestored
    const file = fileOf(await documentOf(made.id, made.links.viewer))
    const schema = JSON.parse(await readFile(new URL('../../docs/wall-file.schema.json', import.meta.url), 'utf8')) as object
    expect(new Ajv2020({ strict: true, validateFormats: false }).validate(schema, file)).toBe(true)
    const second = (await post(server.url, '/api/walls/restore', { file })).body as WallRestored
    expect(second.title).toBe('Second round')
    const wall = readWall(await documentOf(second.id, second.links.viewer))
    expect(new Set(Array.from(wall.notes.values(), ({ imported }) => imported))).toEqual(new Set(['NBSAP workshop, Nairobi']))
  })

  test.each([
    ['what is no wall', 'notAWall', { hello: 'world' }],
    ['nothing', 'notAWall', null],
    ['a wall of a later version', 'laterVersion', { format: 'pollinate-wall', version: 99 }],
    ['a list where notes are', 'notAWall', { format: 'pollinate-wall', version: 1, notes: [] }],
    ['a text that no wall takes', 'tooLong', { format: 'pollinate-wall', version: 1, notes: { a: { text: 'x'.repeat(10_001) } } }],
    ['more than a wall holds', 'tooMuch', { format: 'pollinate-wall', version: 1, notes: Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`n${i}`, {}])) }],
    ['more in one note than all of a wall', 'tooMuch', { format: 'pollinate-wall', version: 1, notes: { n: Object.fromEntries(Array.from({ length: 350_001 }, (_, i) => [i.toString(36), 1])) } }],
    ['more pairs than a wall holds', 'tooMuch', { format: 'pollinate-wall', version: 1, pairs: Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`n${i}~o${i}/interest/need`, { by: 'a', at: 1 }])) }],
  ])('R23 %s is refused with a word about it, and no wall is made', async (_what, problem, file) => {
    const answer = await post(server.url, '/api/walls/restore', { file })
    expect(answer).toEqual({ status: 422, body: { error: { code: 'bad_file', message: problem } } })
  })

  test('R23 a file over the limit is not read on', async () => {
    const answer = await post(server.url, '/api/walls/restore', { file: 'x'.repeat(WIRE.wallFileBytes) })
    expect(answer.status).toBe(413)
  })

  test('R23 of a file with hostile entries only what a board would show is put up', async () => {
    const deep = 'DEEP'
    const file = {
      format: 'pollinate-wall', version: 1, exportedAt: 'whenever',
      settings: JSON.parse('{"title":"T","language":"xx","themes":[1,"Peat"],"countries":["ke","zz","KE"],"locked":{"by":"a","at":1},"__proto__":{"title":"wickedness"},"wickedness":1}') as unknown,
      notes: {
        good: { kind: 'need', text: 'Peat', author: 'a', name: 'A', country: 'ke', at: [0, 0], lang: 'en', createdAt: 5, wickedness: deep },
        far: { kind: 'need', text: 'wickedness', author: 'a', name: 'A', country: 'ke', at: [1e308, 0] },
        nobody: { kind: 'need', text: 'wickedness', author: 'a', name: ' ', country: 'ke', at: [0, 0] },
        other: 'wickedness',
      },
      people: { a: { name: 'A', country: 'ke', institution: 'x'.repeat(5000), contact: 'wickedness' }, b: deep },
      pairs: { 'good~far/interest/need': { by: 'a', at: 1, line: 'wickedness' }, wickedness: 'wickedness' },
      cards: { 'good~far': { what: 'wickedness', wickedness: deep } }, words: { 'en/peat': { by: 'a', at: 1, topics: ['peatlands'] } }, states: { wickedness: 'wickedness' },
    }
    const { status, body } = await post(server.url, '/api/walls/restore', JSON.stringify({ file }).replaceAll('"DEEP"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`))
    expect(status, JSON.stringify(body)).toBe(201)
    const made = body as WallRestored
    expect([made.notes, made.skipped]).toEqual([1, 2])
    const doc = await documentOf(made.id, made.links.viewer)
    const wall = readWall(doc)
    expect(JSON.stringify(doc.toJSON())).not.toContain('wickedness')
    expect(wall.settings).toMatchObject({ title: 'T', language: 'en', themes: ['Peat'], countries: ['ke'], locked: undefined })
    expect(Array.from(wall.people.values(), ({ institution }) => institution.length)).toEqual([120])
  })

  test('R23 what gives itself for something else is as if it were not there', async () => {
    const note = '"kind":"need","text":"Peat","author":"a","name":"A","country":"ke","at":[0,0]'
    const file = `{"format":"pollinate-wall","version":1,"settings":{"title":"T","room":{"constructor":null}},"people":{"a":{"constructor":7}},
      "notes":{"n":{${note},"lang":{"constructor":{"name":"wickedness"}}},"m":{"constructor":1,${note}},"o":{"__proto__":{${note}},"toString":"wickedness","hasOwnProperty":1}},"pairs":{"hasOwnProperty":{"constructor":0}}}`
    const { status, body } = await post(server.url, '/api/walls/restore', `{"file":${file}}`)
    expect([status, (body as WallRestored).notes, (body as WallRestored).skipped]).toEqual([201, 1, 1])
  })

  test('R22 M37 the vocabulary of another field comes along; one that cannot be read does not', async () => {
    const vocabulary = packVocabulary({ name: 'Water', topics: [{ id: 'wells', labels: { ar: 'w', en: 'wells', es: 'w', fr: 'w', pt: 'w', ru: 'w', zh: 'w' }, synonyms: {}, trigger: {}, abbreviations: [] }] })
    for (const [given, kept] of [[vocabulary, vocabulary], [vocabulary.slice(9), undefined]]) {
      const file = { ...fileOf(hostileDoc(3)), settings: { title: 'T', vocabulary: given } }
      const made = (await post(server.url, '/api/walls/restore', { file })).body as WallRestored
      expect(readWall(await documentOf(made.id, made.links.viewer)).settings.vocabulary).toBe(kept)
    }
  })

  test('D24 D14 a file that comes slowly is in the way of nobody at another address', async () => {
    const proxied = await startTestServer({ config: { proxyHeader: 'x-forwarded-for' } })
    const file = fileOf(hostileDoc(3))
    const from = (address: string) => post(proxied.url, '/api/walls/restore', { file }, { 'x-forwarded-for': address })
    const slow = request(new URL('/api/walls/restore', proxied.url), { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.1', 'content-length': 9999 } })
    slow.on('error', () => undefined) // it is ended below
    slow.flushHeaders()
    slow.write('{"file":')
    await expect.poll(async () => (await from('203.0.113.1')).status).toBe(429)
    expect((await from('203.0.113.2')).status).toBe(201)
    slow.destroy()
    await expect.poll(async () => (await from('203.0.113.1')).status).toBe(201)
    await proxied.close()
  })

  test('R86 a large file is read in a thread: the same wall, and what is wrong with one is told the same', async () => {
    const doc = asStored(hostileDoc(300))
    const { status, body } = await post(server.url, '/api/walls/restore', { ...large, file: fileOf(doc) })
    const made = body as WallRestored
    expect([status, made.title, made.notes, made.skipped]).toEqual([201, 'NBSAP workshop, Nairobi', readWall(doc).notes.size, 0])
    expect(recordOf(await documentOf(made.id, made.links.viewer))).toEqual(recordOf(doc))
    expect(await post(server.url, '/api/walls/restore', { ...large, file: {} })).toEqual({ status: 422, body: { error: { code: 'bad_file', message: 'notAWall' } } })
    expect(await post(server.url, '/api/walls/restore', { ...large, file: {}, key: 7 })).toEqual({ status: 400, body: { error: { code: 'bad_request', message: 'key: The key is not a text.' } } })
  })

  test('R86 nobody waits while it is read, and a server that stops does not either', async () => {
    const busy = await startTestServer({ programs: { restore: new URL('data:text/javascript,setInterval(() => {}, 1000)') } })
    const restoring = post(busy.url, '/api/walls/restore', { ...large, file: fileOf(hostileDoc(3)) })
    await expect.poll(async () => (await post(busy.url, '/api/walls/restore', { file: fileOf(hostileDoc(3)) })).status).toBe(201)
    await busy.close()
    expect((await restoring).status).toBe(500)
  })

  test('R23 D21 where the operator asks for a key, nobody restores a wall without it', async () => {
    const strict = await startTestServer({ config: { makerKey: 'a key of twelve' } })
    const file = fileOf(hostileDoc(3))
    const without = await post(strict.url, '/api/walls/restore', { file })
    const withIt = await post(strict.url, '/api/walls/restore', { file, key: 'a key of twelve' })
    await strict.close()
    expect([without.status, withIt.status]).toEqual([403, 201])
  })

  test('R22 a wall that is made the usual way says nothing of being brought in', async () => {
    const wall = await makeWall(server.url, { sample: true })
    const notes = readWall(await documentOf(wall.id, wall.links.viewer)).notes
    for (const { imported } of notes.values()) expect(imported).toBeUndefined()
  })
})
