import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId, ParticipantId, WallId } from '#shared/wall/ids.ts'
import { ROOT } from '#shared/wall/schema.ts'
import type { ClientOwner, Store } from '../storage/store.ts'
import { Intake } from './intake.ts'
import { ClientIds } from './judge/clientIds.ts'
import type { Member } from './member.ts'

/** Gives every client id to whoever claims it. */
const claims = {
  loadClaims: () => Promise.resolve(new Map()),
  claimClients: (_wall: WallId, wanted: ReadonlyMap<number, ClientOwner>) => Promise.resolve(wanted),
} as unknown as Store

test('J5 when applying one change fails, those behind it stay and are judged by the document that was read anew', async () => {
  const intake = new Intake(await ClientIds.load(claims, 'wall' as WallId))
  intake.edit(() => {
    throw new Error('It cannot be applied.')
  })
  intake.edit((doc) => void doc.getMap('settings').set('title', 'A wall'))
  const member = { pass: { participant: 'amina', role: 'participant' } } as unknown as Member
  intake.receive(member, Y.encodeStateAsUpdate(new Y.Doc()), false)
  const broken = new Y.Doc()
  await intake.claim(broken)
  expect(() => {
    for (const { apply } of intake.accepted(broken, false)) apply(broken)
  }).toThrow('It cannot be applied.')
  expect([intake.isWaiting, intake.isHolding(member)]).toEqual([true, true])
  const anew = new Y.Doc()
  for (const { apply } of intake.accepted(anew, false)) apply(anew)
  expect([anew.getMap('settings').get('title'), intake.isWaiting, intake.isHolding(member)]).toEqual(['A wall', false, false])
})

test('J1 what arrives while storage writes down whose a client id is waits for the next turn, and nobody is blamed for it', async () => {
  const stored: (() => void)[] = []
  const slow = { ...claims, claimClients: (_wall: WallId, wanted: ReadonlyMap<number, ClientOwner>) => new Promise((resolve) => stored.push(() => resolve(wanted))) } as unknown as Store
  const intake = new Intake(await ClientIds.load(slow, 'wall' as WallId))
  const doc = new Y.Doc()
  const arrive = (name: string): void => {
    const page = new Y.Doc()
    const note = { id: name as NoteId, kind: 'need', at: [0, 0], text: 'Reefs', lang: 'en', name, country: 'ke' } as const
    applyEdits(page, [{ type: 'placeNote', ...note }], { participant: name as ParticipantId, now: 0, origin: undefined })
    intake.receive({ pass: { participant: name, role: 'participant' }, refuse: () => expect.fail() } as unknown as Member, Y.encodeStateAsUpdate(page), false)
  }
  const takeTurn = async (meanwhile: () => void): Promise<string[]> => {
    const claiming = intake.claim(doc)
    await expect.poll(() => stored.length).toBe(1)
    meanwhile()
    stored.pop()?.()
    await claiming
    for (const { apply } of intake.accepted(doc, false)) apply(doc)
    return [...doc.getMap(ROOT.notes).keys()].sort()
  }
  arrive('amina')
  expect(await takeTurn(() => arrive('luis'))).toEqual(['amina'])
  expect(intake.isUnread).toBe(true)
  expect(await takeTurn(() => undefined)).toEqual(['amina', 'luis'])
})

test('J5 a device that was opened hundreds of times without a line brings everything, in two turns and without a reproach', async () => {
  const intake = new Intake(await ClientIds.load(claims, 'wall' as WallId))
  const amina = 'amina' as ParticipantId
  const reproaches: unknown[] = []
  const member = { pass: { participant: amina, role: 'participant' }, refuse: (refusals: unknown) => reproaches.push(refusals) } as unknown as Member
  const notes = Array.from({ length: 250 }, (_, at) => {
    const page = new Y.Doc()
    const note = { id: `n${at}` as NoteId, kind: 'need', at: [0, 0], text: 'Written on the way', lang: 'en', name: 'Amina', country: 'ke' } as const
    applyEdits(page, [{ type: 'placeNote', ...note }], { participant: amina, now: 0, origin: undefined })
    return Y.encodeStateAsUpdate(page)
  })
  const doc = new Y.Doc()
  const takeTurn = async (): Promise<void> => {
    intake.receive(member, Y.mergeUpdates(notes), true)
    await intake.claim(doc)
    for (const { apply } of intake.accepted(doc, false)) apply(doc)
  }
  await takeTurn()
  expect([doc.getMap(ROOT.notes).size, intake.takeAsks(Infinity)]).toEqual([0, [member]])
  await takeTurn()
  expect([doc.getMap(ROOT.notes).size, reproaches]).toEqual([250, []])
})

test('J30 each note that somebody brings counts as several steps of work: a thousand of them pass at once, again and again for a while', async () => {
  const intake = new Intake(await ClientIds.load(claims, 'wall' as WallId))
  const amina = 'amina' as ParticipantId
  const member = { pass: { participant: amina, role: 'participant' } } as unknown as Member
  const page = new Y.Doc()
  const edits = Array.from({ length: 1000 }, (_, at) => ({ type: 'placeNote', id: `n${at}` as NoteId, kind: 'need', at: [0, 0], text: 'Reefs', lang: 'en', name: 'A name', country: 'ke' }) as const)
  applyEdits(page, edits, { participant: amina, now: 0, origin: undefined })
  const thousand = Y.encodeStateAsUpdate(page)
  let passed = 0
  while (intake.takeAsks(Infinity).length === 0) {
    intake.receive(member, thousand, false)
    passed++
  }
  expect(passed).toBeGreaterThan(5)
  expect(passed).toBeLessThan(15)
})

test('J30 who makes much work stands behind those who make little, and takes a few milliseconds of a tick; the server’s own change comes after all before it', async () => {
  const intake = new Intake(await ClientIds.load(claims, 'wall' as WallId))
  const memberOf = (participant: string): Member => ({ pass: { participant, role: 'participant' }, refuse: () => expect.fail() }) as unknown as Member
  const [busy, amina] = [memberOf('busy'), memberOf('amina')]
  const doc = new Y.Doc()
  const brings = (member: Member, notes: readonly string[]): void => {
    const page = new Y.Doc()
    const edits = notes.map((id) => ({ type: 'placeNote', id: id as NoteId, kind: 'need', at: [0, 0], text: 'Reefs', lang: 'en', name: 'A name', country: 'ke' }) as const)
    applyEdits(page, edits, { participant: member.pass.participant as ParticipantId, now: 0, origin: undefined })
    intake.receive(member, Y.encodeStateAsUpdate(page), false)
  }
  const much = Array.from({ length: 400 }, (_, index) => `much-${index}`)
  const takeIn = async (ms: number): Promise<readonly (Member | undefined)[]> => {
    await intake.claim(doc)
    const taken: (Member | undefined)[] = []
    for (const { from, apply } of intake.accepted(doc, false)) {
      apply(doc)
      for (const until = performance.now() + ms; performance.now() < until;);
      taken.push(from)
    }
    return taken
  }
  for (const part of ['a', 'b', 'c']) brings(busy, much.map((id) => `${id}-${part}`))
  brings(amina, ['one'])
  brings(amina, ['two'])
  expect(await takeIn(6)).toEqual([amina, amina, busy])
  expect([intake.isUnread, intake.isHolding(busy), intake.isHolding(amina)]).toEqual([true, true, false])
  brings(amina, ['three'])
  intake.edit((target) => void target.getMap('settings').set('title', 'After all of it'))
  expect(await takeIn(6)).toEqual([busy, busy, amina, undefined])
  expect([intake.isUnread, doc.getMap(ROOT.notes).size]).toEqual([false, 1203])
})
