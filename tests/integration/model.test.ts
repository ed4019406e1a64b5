import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import type { Doc } from 'yjs'
import type { Joined } from '#shared/protocol/api.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { signOfTexts } from '#shared/wall/likenesses.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { NoteKind } from '#shared/wall/schema.ts'
import { openEmbedder } from '../../server/model/openEmbedder.ts'
import { spawnServer, type ServerProcess } from '../support/spawnServer.ts'
import { startCluster } from '../support/startCluster.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { makeTinyModel, type Flaw } from '../support/tinyModel.ts'
import { join, makeWall, type MadeWall } from '../support/wallApi.ts'

/** Words that no vocabulary has. */
const MEANINGS = [['glorvax', 'zimmelor'], ['quandle', 'brispo']]

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function tinyModel(flaw?: Flaw): Promise<string> {
  const { folder, remove } = await makeTinyModel(MEANINGS, flaw)
  cleanups.push(remove)
  return folder
}
async function serverWith(env: Record<string, string>): Promise<ServerProcess> {
  const folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  const server = await spawnServer({ DATA_DIR: folder, ...env })
  cleanups.push(async () => {
    server.kill('SIGKILL')
    await server.ended
  })
  return server
}

interface Writer {
  readonly doc: Doc
  readonly act: (...edits: readonly Edit[]) => void
  readonly write: (id: string, kind: NoteKind, text: string) => void
}
async function writer({ url }: { url: string }, wall: MadeWall, name: string, country: string): Promise<Writer> {
  const joined: Joined = await join(url, wall.id, { key: wall.keys.participant, name, country })
  const provider: WebsocketProvider = stockProvider(url, wall.id, joined.token)
  cleanups.push(() => provider.destroy())
  await whenSynced(provider)
  const { doc } = provider
  const { participant } = joined
  if (participant === undefined) throw new Error('A viewer writes nothing.')
  const act: Writer['act'] = (...edits) => applyEdits(doc, edits, { participant, now: Date.now(), origin: null })
  const write: Writer['write'] = (id, kind, text) => act({ type: 'placeNote', id: id as NoteId, kind, at: [0, 0], text, lang: 'en', name, country })
  return { doc, act, write }
}
const alike = (doc: Doc): readonly string[] => readWall(doc).likenesses.map(({ need, offer }) => `${need} ${offer}`)

test('M42 what means alike is found by the model, told to everybody, and goes with a text that changes or a note that is deleted', async () => {
  const server = await serverWith({ MODEL_DIR: await tinyModel() })
  const wall = await makeWall(server.url)
  const amina = await writer(server, wall, 'Amina', 'ke')
  const luis = await writer(server, wall, 'Luis', 'pe')
  amina.write('need1', 'need', 'Glorvax for us')
  amina.write('need2', 'need', 'a quandle')
  luis.write('offer1', 'offer', 'our zimmelor')
  luis.write('offer2', 'offer', 'words of no meaning')
  await Promise.all([amina, luis].map(({ doc }) => whenDoc(doc, () => alike(doc).join() === 'need1 offer1')))
  expect(readWall(amina.doc).likenesses[0]?.sign).toBe(signOfTexts('Glorvax for us', 'our zimmelor'))
  // M43: another text means something else.
  luis.act({ type: 'spliceText', id: 'offer1' as NoteId, offset: 0, remove: 12, insert: 'our brispo' })
  await whenDoc(amina.doc, () => alike(amina.doc).join() === 'need2 offer1')
  luis.act({ type: 'binNote', id: 'offer1' as NoteId })
  await whenDoc(amina.doc, () => alike(amina.doc).length === 0)
  luis.act({ type: 'unbinNote', id: 'offer1' as NoteId })
  await whenDoc(amina.doc, () => alike(amina.doc).join() === 'need2 offer1')
})

test('M44 only the server says what is alike', async () => {
  const server = await serverWith({ MODEL_DIR: await tinyModel() })
  const wall = await makeWall(server.url)
  const amina = await writer(server, wall, 'Amina', 'ke')
  const luis = await writer(server, wall, 'Luis', 'pe')
  luis.doc.getMap('likenesses').set('need1~offer2', [1000, 1])
  amina.write('need1', 'need', 'Glorvax for us')
  luis.write('offer1', 'offer', 'our zimmelor')
  await whenDoc(amina.doc, () => alike(amina.doc).join() === 'need1 offer1')
})

const FLAWS: readonly (readonly [Flaw, RegExp])[] = [
  ['noTokenizer', /tokenizer\.json cannot be read: ENOENT/],
  ['brokenTokenizer', /tokenizer\.json cannot be read: .*JSON/],
  ['noModel', /there is no model in it; looked for onnx\/model_quantized\.onnx/],
  ['brokenModel', /model\.onnx cannot be opened/],
  ['flat', /does not answer: its output has the shape \[1, \d+\]|shape/],
]
test.each(FLAWS)('M45 a model with a flaw (%s) says what is wrong', async (flaw, message) => {
  await expect(openEmbedder(await tinyModel(flaw))).rejects.toThrow(message)
})

test('M45 numbers that are none are told, and are nobody’s meaning', async () => {
  const embed = await openEmbedder(await tinyModel('nan'))
  await expect(embed('glorvax')).rejects.toThrow('NaN')
  expect(await embed('unheard of')).toBeUndefined()
})

test('M45 a folder that is not there is told in the log and to whoever asks whether all is well; the wall goes on', async () => {
  const server = await serverWith({ MODEL_DIR: '/nowhere/at/all', LOG_LEVEL: 'error' })
  const wall = await makeWall(server.url)
  const amina = await writer(server, wall, 'Amina', 'ke')
  const luis = await writer(server, wall, 'Luis', 'pe')
  amina.write('need1', 'need', 'Glorvax for us')
  await whenDoc(luis.doc, (doc) => doc.getMap('notes').has('need1'))
  const told = await server.says(/the sentence model cannot be used/)
  expect(told).toContain('/nowhere/at/all/tokenizer.json')
  expect(await (await fetch(new URL('/readyz', server.url))).json()).toMatchObject({ status: 'ok', model: 'broken' })
})

test('M46 of several servers one compares the notes of a wall; when it is gone, another does', async () => {
  const cluster = await startCluster()
  cleanups.push(() => cluster.close())
  const env = { DATABASE_URL: cluster.databaseUrl, REDIS_URL: cluster.redis.url, MODEL_DIR: await tinyModel() }
  const [here, there] = [await serverWith(env), await serverWith(env)]
  const wall = await makeWall(here.url)
  const amina = await writer(here, wall, 'Amina', 'ke')
  const luis = await writer(there, wall, 'Luis', 'pe')
  amina.write('need1', 'need', 'Glorvax for us')
  luis.write('offer1', 'offer', 'our zimmelor')
  await Promise.all([amina, luis].map(({ doc }) => whenDoc(doc, () => alike(doc).join() === 'need1 offer1')))
})
