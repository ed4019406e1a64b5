import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { changesHeldBack } from '../../client/session/changesHeldBack.ts'
import { isOwnPlace } from '../../client/session/isOwnPlace.ts'
import { judgedRoom, noteId, placing } from '../support/judgedRoom.ts'

const ME = 'amina' as ParticipantId

/** What Amina does: some of it on notes of her own, some on Bo's, which the room refuses. */
const own = noteId('mine')
const theirs = noteId('theirs')
const splice = (id: typeof own): fc.Arbitrary<Edit> =>
  fc.record({ type: fc.constant('spliceText' as const), id: fc.constant(id), offset: fc.nat(8), remove: fc.nat(4), insert: fc.constantFrom('', 'soil ', 'мох', '土🌱') }, { noNullPrototype: true })
const honest: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: splice(own) },
  fc.tuple(fc.nat(900), fc.nat(900)).map(([x, y]): Edit => ({ type: 'moveNote', id: own, to: [x, y] })),
  fc.constantFrom<Edit>({ type: 'binNote', id: own }, { type: 'unbinNote', id: own }, placing('later'), { type: 'setKind', id: own, kind: 'offer' }, { type: 'setKind', id: own, kind: 'need' }, { type: 'setPlaces', id: own, places: 3 }, { type: 'setPlaces', id: own, places: undefined }),
  fc.constantFrom<Edit>({ type: 'showInterest', pair: pairIdOf(own, theirs), side: 'need', line: 'May we visit?' }, { type: 'dismissPair', pair: pairIdOf(own, theirs) }, { type: 'recallPair', pair: pairIdOf(own, theirs) }),
)
const refused: fc.Arbitrary<Edit> = fc.oneof(splice(theirs), fc.constant<Edit>({ type: 'moveNote', id: theirs, to: [7, 7] }), fc.constant<Edit>({ type: 'binNote', id: theirs }))
const lists = (edit: fc.Arbitrary<Edit>) => fc.array(edit, { maxLength: 8 })

function startedRoom() {
  const room = judgedRoom()
  room.join('bo').edit(placing('theirs', { kind: 'offer', country: 'fj' }))
  const amina = room.join('amina')
  amina.edit(placing('mine', { text: 'Soil carbon maps' }))
  return { room, amina }
}
/** As a session does: the document anew from the server, and what the server has not judged brought along. */
function carry(mine: Y.Doc, servers: Y.Doc, already?: Uint8Array): Uint8Array | undefined {
  return changesHeldBack(mine, servers, (place) => isOwnPlace(servers, 'participant', ME, place), already)
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const ownPart = ({ notes, pairs }: Wall) => ({
  notes: [...notes.values()].filter(({ author }) => author === ME),
  facts: [...pairs.values()].map(({ facts: { interest, dismissed } }) => ({ interest, dismissed })),
})

test.prop([lists(fc.oneof(honest, refused)), lists(honest), lists(fc.oneof(honest, refused)), lists(honest)], { numRuns: 150 })(
  'D37 what was not judged yet, behind a lock or without a line, goes on waiting when something before it is refused, and arrives whole',
  (sent, held, judged, meanwhile) => {
    const { room, amina } = startedRoom()
    amina.edit(...sent)
    amina.edit(...judged)
    // Held: her own copy has it, and the room hears nothing of it. Nothing that stands on something refused, which could not arrive.
    const mine = copyOf(room.doc)
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(amina.own))
    const before = ownPart(readWall(mine))
    fc.pre(JSON.stringify(before) === JSON.stringify(ownPart(readWall(room.doc))))
    const writer = { participant: ME, now: 1_800_000_000_000, origin: null }
    for (const edit of [...held, ...meanwhile]) applyEdits(mine, [edit], writer)
    room.claim(mine.clientID, 'amina')

    const fresh = copyOf(room.doc)
    const update = carry(mine, fresh)
    if (update) {
      const verdict = room.take(update, 'amina')
      expect([...verdict.refusals]).toEqual([])
      expect(verdict.isIncomplete).toBe(false)
    }
    expect(ownPart(readWall(room.doc))).toEqual(ownPart(readWall(mine)))
    expect(readWall(room.doc).notes.get(theirs)).toEqual(readWall(fresh).notes.get(theirs))
    expect(carry(mine, copyOf(room.doc))).toBeUndefined()
  },
)

it('D37 what the room did not take although it was brought along is not brought along again', () => {
  const { room, amina } = startedRoom()
  const mine = copyOf(room.doc)
  applyEdits(mine, [{ type: 'spliceText', id: own, offset: 0, remove: 0, insert: 'Good ' }], { participant: ME, now: 1, origin: null })
  room.claim(mine.clientID, 'bo') // somebody else holds it: nothing under it is taken of Amina
  const update = carry(mine, copyOf(room.doc))
  if (!update) throw new Error('Nothing is brought along.')
  expect(room.take(update, amina.name).refusals.size).toBe(1)
  expect(carry(mine, copyOf(room.doc), update)).toBeUndefined()
})
