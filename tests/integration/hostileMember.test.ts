import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Joined } from '#shared/protocol/api.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId } from '#shared/wall/ids.ts'
import { ROOT } from '#shared/wall/schema.ts'
import { docOf, isAnswer, isUpdate, shows } from '../support/heard.ts'
import { idOf, itemByHand, noteIn, placing, textIn, updateByHand } from '../support/judgedRoom.ts'
import { textsOf } from '../support/notes.ts'
import { rawClient, type Heard, type RawClient } from '../support/rawClient.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { whenDoc } from '../support/stockProvider.ts'
import { join, makeWall, type MadeWall } from '../support/wallApi.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ timing: { goodbyeMs: 0 } })
})
afterAll(() => server.close())
const clients: RawClient[] = []
afterEach(() => clients.splice(0).forEach((client) => client.terminate()))

/** Somebody with a copy of the wall, of which every change goes out as it is, whatever it is. */
interface Someone extends Joined {
  readonly client: RawClient
  readonly own: Y.Doc
  edit(...edits: Edit[]): void
}

async function comeIn(wall: MadeWall, role: keyof MadeWall['keys'], name: string, country: string): Promise<Someone> {
  const joined = await join(server.url, wall.id, role === 'viewer' ? { key: wall.keys.viewer } : { key: wall.keys[role], name, country })
  const client = await rawClient(server.url, wall.id, joined.token)
  clients.push(client)
  const own = new Y.Doc()
  void client.next((message) => {
    if (message.type === 'ask') client.answer(Y.encodeStateAsUpdate(own, message.content))
    if (isAnswer(message) || isUpdate(message)) Y.applyUpdate(own, message.content, 'room')
    return false // to the end
  })
  client.ask()
  await client.next(isAnswer)
  own.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'room') client.update(update)
  })
  // A viewer has no id, and what they write all the same is in somebody's name.
  const participant = joined.participant ?? ('viewer' as NonNullable<Joined['participant']>)
  return { ...joined, client, own, edit: (...edits) => applyEdits(own, edits, { participant, now: 1_700_000_000_000, origin: 'own' }) }
}

/** All that has arrived so far, and been dealt with: a question is answered after it. */
async function whenHeardOut({ client }: Someone): Promise<void> {
  const before = client.heard.filter(isAnswer).length
  client.ask()
  let answers = 0
  await client.next((message) => isAnswer(message) && ++answers > before)
}

const id = (name: string): NoteId => name as NoteId
const PAIR = pairIdOf(id('hers'), id('his'))
const confirmForHer = (doc: Y.Doc, by: unknown): unknown => doc.getMap('pairs').set(`${PAIR}/confirm/need`, { by, at: 1, card: { what: 'wickedness' } })

type Deed = (mallory: Someone, amina: Someone) => void

/** What Mallory does, who has the offer `his` and with it half of a pair; Amina has the need `hers`. */
const DEEDS: readonly (readonly [what: string, refusal: Refusal | undefined, deed: Deed])[] = [
  ['forging an author', 'notYou', ({ own }, amina) =>
    own.getMap('notes').set('forged', new Y.Map<unknown>([['author', amina.participant], ['kind', 'need'], ['text', new Y.Text('wickedness')]]))],
  ['forging a client id', 'notYou', ({ client, own, participant }, amina) => {
    const forger = new Y.Doc()
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(own))
    forger.clientID = amina.own.clientID
    forger.on('update', (update: Uint8Array) => client.update(update))
    if (participant) applyEdits(forger, [placing('forged', { text: 'wickedness' })], { participant, now: 1, origin: null })
  }],
  ['editing somebody’s note', 'notYours', ({ own }) => textIn(own, 'hers').insert(0, 'wickedness')],
  ['moving somebody’s note', 'notYours', ({ own }) => noteIn(own, 'hers').set('at', [666, 666])],
  ['deleting somebody’s note', 'notYours', ({ own }) => own.getMap('notes').delete('hers')],
  ['deleting somebody’s words', 'notYours', ({ own }) => textIn(own, 'hers').delete(0, 2)],
  ['replacing somebody’s note', 'notYours', ({ own, participant }) =>
    own.getMap('notes').set('hers', new Y.Map<unknown>([['author', participant], ['text', new Y.Text('wickedness')]]))],
  ['removing somebody’s presence', undefined, ({ client }, amina) => client.presence(amina.own.clientID, 99, 'null')],
  ['forging somebody’s presence', undefined, ({ client }, amina) => client.presence(amina.own.clientID, 99, '{"is":"wickedness"}')],
  ['writing in a junk root', 'badPlace', ({ own }) => own.getMap('wickedness').set('wickedness', new Y.Text('wickedness'))],
  ['embedding a document', 'badValue', ({ own }) => noteIn(own, 'his').set('extra', new Y.Doc({ guid: 'wickedness' }))],
  ['a text without end', 'tooLong', ({ own }) => textIn(own, 'his').insert(0, 'wickedness'.repeat(1040))],
  ['a prototype’s name for a note', 'badPlace', ({ own }) => own.getMap('notes').set('__proto__', new Y.Map([['text', new Y.Text('wickedness')]]))],
  ['a prototype’s name for a field', 'badPlace', ({ own }) => noteIn(own, 'his').set('constructor', 'wickedness')],
  ['a prototype’s name for a root', 'badPlace', ({ own }) => own.getMap('__proto__').set('wickedness', 'wickedness')],
  ['locking the wall', 'facilitatorOnly', ({ own }) => own.getMap('settings').set('locked', 'wickedness')],
  ['publishing a round of meetings', 'facilitatorOnly', ({ own, participant }) =>
    own.getMap('settings').set('meetings', { by: participant, at: 1, startsAt: 1, minutes: 10, rounds: [['wickedness~his']] })],
  ['choosing what the room sees', 'facilitatorOnly', ({ own }) => own.getMap('settings').set('room', 'wickedness')],
  ['places for a whole world', 'badValue', ({ own }) => noteIn(own, 'his').set('places', 'wickedness')],
  ['teaching a word', 'facilitatorOnly', ({ own, participant }) => own.getMap('words').set('en/wickedness', { by: participant, at: 1, topics: ['wickedness'] })],
  ['teaching what is no word', 'badPlace', ({ own, participant }) => own.getMap('words').set('wickedness', { by: participant, at: 1, topics: ['wickedness'] })],
  ['confirming for the other side', 'notYours', ({ own, participant }) => confirmForHer(own, participant)],
  ['confirming in the other’s name', 'notYours', ({ own }, amina) => confirmForHer(own, amina.participant)],
]

/** All that is on a wall, and under which names its roots stand. */
const wallIn = (doc: Y.Doc): object => ({
  ...Object.fromEntries(Object.values(ROOT).map((root) => [root, doc.getMap(root).toJSON()])),
  roots: [...doc.share.keys()].sort(),
})

/**
 * Nothing of what was refused is in what somebody heard, nor on the disk: there is what they see and no more.
 * The word looked for is too long to stand in somebody's random id by chance.
 */
async function expectNoTrace(wall: MadeWall, witness: Someone): Promise<void> {
  await whenHeardOut(witness)
  expect(Buffer.concat(witness.client.heard.map(({ content }) => content)).toString('latin1')).not.toContain('wickedness')
  expect(witness.client.heard.some(shows('null'))).toBe(false)
  const { snapshot, updates } = await server.storage.load(wall.id)
  const pieces = [...(snapshot ? [snapshot] : []), ...updates]
  expect(Buffer.concat(pieces).toString('latin1')).not.toContain('wickedness')
  const stored = docOf(...pieces.map((content): Heard => ({ type: 'update', content })))
  expect([stored.store.pendingStructs, stored.store.pendingDs]).toEqual([null, null])
  expect(wallIn(stored)).toEqual(wallIn(witness.own))
}

async function expectSameAfterRestart(wall: MadeWall, witness: Someone): Promise<void> {
  await server.restart()
  const late = await comeIn(wall, 'viewer', '', '')
  expect(wallIn(late.own)).toEqual(wallIn(witness.own))
}

async function wallOfThree() {
  const wall = await makeWall(server.url)
  const amina = await comeIn(wall, 'participant', 'Amina', 'ke')
  const witness = await comeIn(wall, 'participant', 'Luis', 'pe')
  amina.edit(placing('hers'))
  amina.client.presence(amina.own.clientID, 5, '{"here":"Amina"}')
  await witness.client.next(shows('Amina'))
  return { wall, amina, witness }
}

describe('a hostile client over a socket', () => {
  test.each(DEEDS)('J3 J4 D5 %s: nobody else sees it, nothing of it is stored, and honest edits go on, the offender’s too', async (_what, refusal, deed) => {
    const { wall, amina, witness } = await wallOfThree()
    const mallory = await comeIn(wall, 'participant', 'Mallory', 'fr')
    mallory.edit(placing('his', { kind: 'offer', country: 'fr' }), { type: 'showInterest', pair: PAIR, side: 'offer', line: '' })
    await whenHeardOut(mallory)
    await whenHeardOut(witness)
    const before = wallIn(witness.own)

    deed(mallory, amina)
    await whenHeardOut(mallory)
    const refusals = mallory.client.heard.filter(({ type }) => type === 'refusal').map(({ content }) => new TextDecoder().decode(content))
    expect(new Set(refusals)).toEqual(new Set(refusal ? [refusal] : []))
    await whenHeardOut(witness)
    expect(wallIn(witness.own)).toEqual(before)

    mallory.edit(placing('after', { country: 'fr' }), { type: 'moveNote', id: id('his'), to: [3, 3] })
    mallory.edit({ type: 'spliceText', id: id('his'), offset: textIn(mallory.own, 'his').length, remove: 0, insert: '!' })
    amina.edit({ type: 'spliceText', id: id('hers'), offset: 4, remove: 0, insert: ' too' })
    await whenHeardOut(mallory)
    await whenHeardOut(amina)
    await whenHeardOut(witness)
    expect(textsOf(witness.own)).toEqual({ hers: 'hers too', his: 'his!', after: 'after' })
    expect(noteIn(witness.own, 'his').get('at')).toEqual([3, 3])
    await expectNoTrace(wall, witness)
    await expectSameAfterRestart(wall, witness)
  })

  test('D2 a viewer who writes and shows themselves all the same: nobody else sees it, nothing of it is stored, and honest edits go on', async () => {
    const { wall, amina, witness } = await wallOfThree()
    const viewer = await comeIn(wall, 'viewer', '', '')
    viewer.edit(placing('wickedness', { text: 'wickedness' }))
    textIn(viewer.own, 'hers').insert(0, 'wickedness')
    viewer.own.getMap('notes').delete('hers')
    viewer.client.answer(Y.encodeStateAsUpdate(viewer.own))
    viewer.client.presence(viewer.own.clientID, 1, '{"is":"wickedness"}')
    viewer.client.presence(amina.own.clientID, 99, 'null')
    await whenHeardOut(viewer)
    amina.edit({ type: 'spliceText', id: id('hers'), offset: 4, remove: 0, insert: ' too' })
    await whenHeardOut(amina)
    await expectNoTrace(wall, witness)
    expect(textsOf(witness.own)).toEqual({ hers: 'hers too' })
    await expectSameAfterRestart(wall, witness)
  })

  test('H1 J3 writing while the wall is locked: nobody sees it and nothing of it is stored; when it is opened, what is honest arrives', async () => {
    const { wall, amina, witness } = await wallOfThree()
    const chair = await comeIn(wall, 'facilitator', 'Chair', 'ch')
    const mallory = await comeIn(wall, 'participant', 'Mallory', 'fr')
    chair.edit({ type: 'lockWall' })
    await whenHeardOut(chair)
    mallory.edit(placing('waiting', { country: 'fr' }))
    textIn(mallory.own, 'hers').insert(0, 'wickedness')
    mallory.own.getMap('settings').delete('locked')
    mallory.client.answer(Y.encodeStateAsUpdate(mallory.own))
    amina.edit(placing('hers-too'))
    await whenHeardOut(mallory)
    await whenHeardOut(amina)
    await expectNoTrace(wall, witness)
    expect(textsOf(witness.own)).toEqual({ hers: 'hers' })
    expect(witness.own.getMap('settings').has('locked')).toBe(true)

    chair.edit({ type: 'unlockWall' })
    await whenDoc(witness.own, (doc) => doc.getMap('notes').size === 3)
    await expectNoTrace(wall, witness)
    expect(textsOf(witness.own)).toEqual({ hers: 'hers', 'hers-too': 'hers-too', waiting: 'waiting' })
    await expectSameAfterRestart(wall, witness)
  })
})

describe('work without end', () => {
  const many = 20_000

  test('J30 letters of a few bytes, each far from its neighbours: they are put in place for so long and no longer, and others go on', async () => {
    const { amina, wall, witness } = await wallOfThree()
    const mallory = await comeIn(wall, 'participant', 'Mallory', 'fr')
    mallory.edit(placing('his', { country: 'fr' }))
    const parent = idOf(textIn(mallory.own, 'his'))
    const first = textIn(mallory.own, 'his')._start?.id
    const letter = (client: number, clock: number, rightOrigin?: Y.ID): Y.Item =>
      itemByHand({ at: [client, clock], content: new Y.ContentDeleted(1), parent, ...(rightOrigin && { rightOrigin }) })
    mallory.client.update(updateByHand(Array.from({ length: many }, (_, clock) => letter(4, clock, clock === 0 ? first : Y.createID(4, clock - 1)))))
    for (let clock = 0; clock < 100; clock++) mallory.client.update(updateByHand([letter(5, clock)]))
    amina.edit({ type: 'spliceText', id: id('hers'), offset: 4, remove: 0, insert: ' too' })
    await whenHeardOut(amina)
    await whenHeardOut(mallory)
    await whenHeardOut(witness)
    expect(textsOf(witness.own)).toMatchObject({ hers: 'hers too', his: 'his' })
    expect(Y.getState(witness.own.store, 4)).toBe(many)
    expect(Y.getState(witness.own.store, 5)).toBeGreaterThan(0)
    expect(Y.getState(witness.own.store, 5)).toBeLessThan(50)
  })

  test('J30 thousands of new client ids at once: few of them are stored, and others go on', async () => {
    const { amina, wall, witness } = await wallOfThree()
    const mallory = await comeIn(wall, 'participant', 'Mallory', 'fr')
    for (let update = 0; update < 100; update++) {
      const clients = Array.from({ length: 200 }, (_, index) => 1000 + update * 200 + index)
      mallory.client.update(updateByHand(clients.map((client) => new Y.GC(Y.createID(client, 0), 1))))
    }
    amina.edit({ type: 'spliceText', id: id('hers'), offset: 4, remove: 0, insert: ' too' })
    await whenDoc(witness.own, (doc) => textsOf(doc).hers === 'hers too')
    const claims = await server.storage.loadClaims(wall.id)
    expect(claims.size).toBeGreaterThan(100)
    expect(claims.size).toBeLessThan(2000)
  })

  test('J30 who makes too much work with what is honest waits, and all of it arrives', async () => {
    const { wall, witness } = await wallOfThree()
    const busy = await comeIn(wall, 'participant', 'Bo', 'fj')
    busy.edit(placing('one', { text: 'x'.repeat(9000) }), placing('two', { text: 'x'.repeat(9000) }))
    const everySecond = (note: string, from: number, count: number): void =>
      busy.own.transact(() => {
        for (let done = 0; done < count; done++) textIn(busy.own, note).delete(from + done, 1)
      })
    everySecond('one', 0, 1900)
    everySecond('one', 1900, 1900)
    everySecond('two', 0, 900)
    busy.edit(placing('late'))
    await whenHeardOut(busy)
    const asked = (): number => busy.client.heard.filter(({ type }) => type === 'ask').length
    expect(asked()).toBe(1) // when they came in
    await whenDoc(witness.own, (doc) => doc.getMap('notes').has('late'))
    expect(asked()).toBe(2)
    expect(textsOf(witness.own)).toEqual({ hers: 'hers', one: 'x'.repeat(5200), two: 'x'.repeat(8100), late: 'late' })
    expect(busy.client.heard.some(({ type }) => type === 'refusal')).toBe(false)
  })
})
