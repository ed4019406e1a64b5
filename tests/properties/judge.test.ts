import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import type { Verdict } from '../../server/rooms/judge/draft.ts'
import { rootsOf } from '../../server/rooms/judge/locate.ts'
import { idOf, itemByHand, judgedRoom, noteId, noteIn, placing, textIn, updateByHand, type JudgedRoom } from '../support/judgedRoom.ts'

/** A client id of Bo's under which no Yjs writes. */
const HAND = 4
const any = (value: unknown): Y.ContentAny => new Y.ContentAny([value])

/** Amina has a note `n`, Bo has `own`, and can write by hand from the clock that is given. */
function wallOfTwo() {
  const room = judgedRoom()
  const amina = room.join('amina')
  const bo = room.join('bo')
  room.claim(HAND, 'bo')
  amina.edit(placing('n'), placing('theirs', { kind: 'offer' }))
  bo.edit(placing('own', { kind: 'offer', country: 'fj' }))
  const write = (structs: readonly (Y.Item | Y.GC)[], deletions: readonly { clock: number; len: number }[] = []): Verdict =>
    room.take(updateByHand(structs, new Map(deletions.length > 0 ? [[HAND, deletions]] : [])), 'bo')
  return { room, amina, bo, write }
}

function expectNoTrace(room: JudgedRoom): void {
  const { doc, log, witness } = room
  const bytes = Buffer.concat(log).toString('latin1')
  expect(bytes).not.toContain('evil')
  expect(doc.store.pendingStructs ?? doc.store.pendingDs).toBeNull()
  expect(witness.toJSON()).toEqual(doc.toJSON())
  expect(room.reload().toJSON()).toEqual(doc.toJSON())
}

describe('by hand', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('J20 a root named %s is no root of the board', (root) => {
    const { room, write } = wallOfTwo()
    const verdict = write([itemByHand({ at: [HAND, 0], content: any('evil'), parent: root, sub: 'key' })])
    expect(verdict.refusals).toEqual(new Set(['badPlace']))
    expectNoTrace(room)
  })

  test('J20 what stands in something that was refused is not kept either', () => {
    const { room, bo } = wallOfTwo()
    bo.own.getMap('junk').set('x', new Y.Map<unknown>([['evil', new Y.Text('evil evil')]]))
    expect(room.witness.share.has('junk')).toBe(false)
    expectNoTrace(room)
  })

  test('J21 nothing waits in the document, whatever else is wrong with it', () => {
    const { room, write } = wallOfTwo()
    write([new Y.GC(Y.createID(HAND, 0), 1)])
    const missing = Y.createID(room.witness.clientID, 7)
    const verdict = write([itemByHand({ at: [HAND, 1], content: new Y.ContentString('evil'), origin: Y.createID(HAND, 0), rightOrigin: missing })])
    expect(verdict).toMatchObject({ update: undefined, isIncomplete: true })
    expectNoTrace(room)
  })

  test('J22 structs that overlap what is known go where their beginning went', () => {
    const { room, write } = wallOfTwo()
    const end = textIn(room.doc, 'own')._start?.lastId
    write([itemByHand({ at: [HAND, 0], content: new Y.ContentString('!'), ...(end && { origin: end }) })])
    expect(textIn(room.doc, 'own').toJSON()).toBe('own!')
    // It says that its first letter, which the room has, was one of Amina's note.
    write([itemByHand({ at: [HAND, 0], content: new Y.ContentString('! and more'), parent: idOf(textIn(room.doc, 'n')) })])
    expect([textIn(room.doc, 'n').toJSON(), textIn(room.doc, 'own').toJSON()]).toEqual(['n', 'own! and more'])
    expectNoTrace(room)
  })

  test('J22 structs that overlap what is nothing now are nothing too', () => {
    const { room, write } = wallOfTwo()
    write([new Y.GC(Y.createID(HAND, 0), 2)])
    write([itemByHand({ at: [HAND, 1], content: new Y.ContentString('xevil'), parent: idOf(textIn(room.doc, 'own')) })])
    expect(textIn(room.doc, 'own').toJSON()).toBe('own')
    expect(Y.getState(room.doc.store, HAND)).toBe(6)
    expectNoTrace(room)
  })

  test('J23 what is set once is not unset by setting it again and deleting that', () => {
    const { room, write } = wallOfTwo()
    const name = noteIn(room.doc, 'own')._map.get('name')
    const again = itemByHand({ at: [HAND, 0], content: any('A name'), ...(name && { origin: name.lastId }) })
    expect(write([again], [{ clock: 0, len: 1 }]).refusals).toEqual(new Set())
    expect(noteIn(room.doc, 'own').get('name')).toBe('A name')
    expectNoTrace(room)
  })

  test('J23 nor by setting it again where it comes before what is there', () => {
    const { room } = wallOfTwo()
    const name = noteIn(room.doc, 'own')._map.get('name')
    if (!name) throw new Error('A note has a name.')
    const before = itemByHand({ at: [HAND, 0], content: any('A name'), parent: idOf(noteIn(room.doc, 'own')), sub: 'name' })
    room.take(updateByHand([before], new Map([[name.id.client, [{ clock: name.id.clock, len: 1 }]]])), 'bo')
    expect(noteIn(room.doc, 'own').get('name')).toBe('A name')
    expectNoTrace(room)
  })

  test('J24 nobody takes the place of a note that its author removed, and with it what was said about it', () => {
    const { room, amina, bo } = wallOfTwo()
    amina.own.getMap('notes').delete('n')
    bo.edit(placing('n', { text: 'evil' }))
    expect(room.doc.getMap('notes').has('n')).toBe(false)
    expectNoTrace(room)
    amina.edit(placing('n'))
    expect(noteIn(room.doc, 'n').get('author')).toBe('amina')
  })

  test('J25 a value inside is plain whatever it is called', () => {
    const { room, write } = wallOfTwo()
    const value = {}
    Object.defineProperty(value, '__proto__', { value: 'evil', enumerable: true })
    const verdict = write([itemByHand({ at: [HAND, 0], content: any(value), parent: idOf(noteIn(room.doc, 'own')), sub: 'extra' })])
    expect(verdict.refusals).toEqual(new Set(['badValue']))
    expectNoTrace(room)
  })

  test('J25 nothing travels behind an update', () => {
    const { room } = wallOfTwo()
    const honest = Y.encodeStateAsUpdate(new Y.Doc())
    expect(() => room.take(Uint8Array.from([...honest, ...new TextEncoder().encode('evil')]), 'bo')).toThrow(RangeError)
  })
})

describe('what would take for ever', () => {
  const many = 20_000

  test('J26 many letters between the same neighbours, from two devices', () => {
    const { room } = wallOfTwo()
    room.claim(HAND + 1, 'bo')
    const parent = idOf(textIn(room.doc, 'own'))
    const from = (client: number): Y.Item[] =>
      Array.from({ length: many }, (_, clock) => itemByHand({ at: [client, clock], content: new Y.ContentDeleted(1), parent }))
    expect(room.take(updateByHand([...from(HAND), ...from(HAND + 1)]), 'bo').refusals).toEqual(new Set(['tooLong']))
    expectNoTrace(room)
  })

  test('J26 many letters far from their neighbours', () => {
    const { room } = wallOfTwo()
    room.claim(HAND + 1, 'bo')
    const parent = idOf(textIn(room.doc, 'own'))
    const run = Array.from({ length: many }, (_, clock) =>
      itemByHand({ at: [HAND, clock], content: new Y.ContentDeleted(1), ...(clock > 0 ? { origin: Y.createID(HAND, clock - 1) } : { parent }) }),
    )
    room.take(updateByHand(run), 'bo')
    // Each says that it stood at the end, when the end was another.
    const late = run.map((_, clock) => itemByHand({ at: [HAND + 1, clock], content: new Y.ContentDeleted(1), origin: Y.createID(HAND, clock) }))
    expect(room.take(updateByHand(late), 'bo').refusals).toEqual(new Set(['tooLong']))
    expectNoTrace(room)
  })

  test('J26 many values of one key, none after the other', () => {
    const { room, write } = wallOfTwo()
    const parent = idOf(noteIn(room.doc, 'own'))
    const values = Array.from({ length: many }, (_, clock) => itemByHand({ at: [HAND, clock], content: any([1, clock]), parent, sub: 'at' }))
    expect(write(values).refusals).toEqual(new Set(['tooLong']))
    expectNoTrace(room)
  })

  test('J26 cutting one long word into pieces', () => {
    const { room, write } = wallOfTwo()
    const parent = idOf(textIn(room.doc, 'own'))
    write([itemByHand({ at: [HAND, 0], content: new Y.ContentString('x'.repeat(9000)), parent })])
    const everySecond = Array.from({ length: 4500 }, (_, index) => ({ clock: 2 * index, len: 1 }))
    expect(write([], everySecond).refusals).toEqual(new Set(['tooLong']))
    expectNoTrace(room)
  })

  test('J27 typing, correcting and moving all day is no such thing, with some of it on another device meanwhile', () => {
    const { room, bo } = wallOfTwo()
    bo.edit({ type: 'spliceText', id: noteId('own'), offset: 3, remove: 0, insert: 'x'.repeat(2000) })
    const offline = new Y.Doc()
    rootsOf(offline)
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(room.doc))
    const start = Y.encodeStateVector(offline)
    room.claim(offline.clientID, 'bo')
    const work = (doc: Y.Doc, rounds: number): void => {
      const text = textIn(doc, 'own')
      for (let round = 0; round < rounds; round++) {
        text.insert((round * 7) % text.length, 'ab')
        if (round % 3 === 0) text.delete((round * 5) % (text.length - 1), 1)
        if (round % 5 === 0) noteIn(doc, 'own').set('at', [round, round])
      }
    }
    work(offline, 800)
    const editor = { participant: 'bo' as ParticipantId, now: 1_700_000_000_000, origin: 'own' }
    for (let note = 0; note < 300; note++) applyEdits(offline, [placing(`offline-${note}`)], editor)
    work(bo.own, 300)
    expect(room.take(Y.encodeStateAsUpdate(offline, start), 'bo').refusals).toEqual(new Set())
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(room.doc))
    expect(room.witness.toJSON()).toEqual(offline.toJSON())
  })
})
