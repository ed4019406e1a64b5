import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { changesNotTaken } from './changesNotTaken.ts'

const [amina, bo] = ['amina', 'bo'] as [ParticipantId, ParticipantId]
const [need, offer, added] = ['need', 'offer', 'added'] as [NoteId, NoteId, NoteId]
const pair = pairIdOf(need, offer)
const place = (id: NoteId, kind: 'need' | 'offer', name: string, country: string): Edit => ({ type: 'placeNote', id, kind, at: [0, 0], text: id, lang: 'en', name, country })

/** What the server has: a need of Amina's and an offer of Bo's. */
function walls() {
  const [mine, servers] = [new Y.Doc(), new Y.Doc()]
  const edit = (doc: Y.Doc, participant: ParticipantId, ...edits: Edit[]): void => applyEdits(doc, edits, { participant, now: 1, origin: null })
  edit(servers, amina, place(need, 'need', 'Amina', 'ke'))
  edit(servers, bo, place(offer, 'offer', 'Bo', 'fj'))
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(servers))
  return {
    mine: (...edits: Edit[]) => edit(mine, amina, ...edits),
    theirs: (...edits: Edit[]) => edit(servers, bo, ...edits),
    notTaken: () => changesNotTaken(readWall(mine), readWall(servers), amina),
  }
}

it('D28 where nothing is missing nothing is lost, whatever others have added and taken away', () => {
  const { theirs, notTaken } = walls()
  expect(notTaken()).toEqual([])
  theirs(place(added, 'need', 'Bo', 'fj'), { type: 'binNote', id: offer })
  expect(notTaken()).toEqual([])
})

it('D28 every text that the server does not have is named: of notes, cards and lines', () => {
  const { mine, notTaken } = walls()
  mine(
    place(added, 'offer', 'Amina', 'ke'),
    { type: 'spliceText', id: offer, offset: 0, remove: 5, insert: 'not hers to change' },
    { type: 'setKind', id: need, kind: 'offer' },
    { type: 'showInterest', pair, side: 'need', line: 'Shall we talk?' },
    { type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: 'A visit' },
  )
  expect(notTaken()).toEqual([
    { what: 'newNote', text: 'added' },
    { what: 'noteLook', name: 'Amina' },
    { what: 'noteText', name: 'Bo', text: 'not hers to change' },
    { what: 'card', text: 'A visit' },
    { what: 'line', text: 'Shall we talk?' },
  ])
})
