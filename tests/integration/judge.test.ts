import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isAnswer } from '../support/heard.ts'
import { placeNote, textsOf } from '../support/notes.ts'
import { rawClient } from '../support/rawClient.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall } from '../support/wallApi.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** Amina at a stock provider, who has not written yet, and Mallory, who says what a test tells him to. */
async function wallOfTwo() {
  const server = await startTestServer()
  cleanups.push(() => server.close())
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const mallory = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Mallory', country: 'fr' })
  const honest = stockProvider(server.url, wall.id, amina.token)
  cleanups.push(() => honest.destroy())
  await whenSynced(honest)
  const hostile = await rawClient(server.url, wall.id, mallory.token)
  cleanups.push(() => hostile.terminate())
  return { server, wall, amina, mallory, honest, hostile }
}

test('J28 nobody is silenced by somebody quicker to write under the client id that they show', async () => {
  const { server, wall, amina, mallory, honest, hostile } = await wallOfTwo()
  await hostile.next(({ type }) => type === 'presence') // Amina's, with her client id in it
  const forger = new Y.Doc()
  forger.clientID = honest.doc.clientID
  placeNote(forger, 'forged', 'wickedness', mallory)
  hostile.update(Y.encodeStateAsUpdate(forger))
  const refusal = await hostile.next(({ type }) => type === 'refusal')
  expect(new TextDecoder().decode(refusal.content)).toBe('notYou')
  placeNote(honest.doc, 'n', 'Mangroves', amina)
  hostile.ask()
  await hostile.next(isAnswer)
  const late = stockProvider(server.url, wall.id, mallory.token)
  cleanups.push(() => late.destroy())
  await whenDoc(late.doc, (doc) => doc.getMap('notes').has('n'))
  expect(textsOf(late.doc)).toEqual({ n: 'Mangroves' })
})

test('J29 who is refused five times is sent away for good, also when it comes as answers that nobody asked for', async () => {
  const { mallory, honest, hostile } = await wallOfTwo()
  const own = new Y.Doc()
  own.on('update', (update: Uint8Array) => hostile.answer(update))
  for (let count = 0; count < 5; count++) own.getMap('junk').set(`wickedness-${count}`, 'wickedness')
  placeNote(own, 'late', 'wickedness', mallory)
  expect((await hostile.closed).code).toBe(4409)
  expect(honest.doc.share.has('junk')).toBe(false)
})
