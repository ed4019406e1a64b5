import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { areCloser, boxAt } from '#shared/layout/box.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { watchWall } from '#shared/wall/watchWall.ts'
import type { Presence } from '../session/presence.ts'
import type { Session, SessionState } from '../session/openSession.ts'
import { arrangeHere, useView } from '../state/viewStore.ts'
import { createPrivateSession } from './privateSession.ts'

const SIZE = { width: 200, height: 160 }
const [soil, map, sea, reef] = ['soil', 'map', 'sea', 'reef'] as [NoteId, NoteId, NoteId, NoteId]
const placing = (id: NoteId, at: WallPoint): Edit => ({ type: 'placeNote', id, kind: 'need', at, text: id, lang: 'en', name: 'A', country: 'ke' })

/** A wall as a session keeps it, without a line. */
function sharedWall() {
  const doc = new Y.Doc()
  const listeners = new Set<(ids: ReadonlySet<NoteId>) => void>()
  const others = new Map<number, Presence>([[7, { participant: 'bo' as ParticipantId, cursor: [1, 1], editing: soil, drag: { ids: [soil], by: [5, 5] } }]])
  const following = watchWall(doc, ({ wall, notes }) => {
    store.setState({ wall })
    if (notes.size > 0) for (const listener of listeners) listener(notes)
  })
  const store = createStore(() => ({ wall: following.wall, others }) as unknown as SessionState) // what is looked at here
  const told: object[] = []
  let now = 0
  const session = {
    store,
    commit(edits: readonly Edit[]) {
      applyEdits(doc, edits, { participant: 'amina' as ParticipantId, now: now++, origin: null })
      return true
    },
    onNotes(listener: (ids: ReadonlySet<NoteId>) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setPresence: (presence: object) => void told.push(presence),
  } as unknown as Session
  return { session, told, doc, placesOf: () => Object.fromEntries([...store.getState().wall.notes].map(([id, { at }]) => [id, at])) }
}

describe('a private arrangement', () => {
  let shared: ReturnType<typeof sharedWall>
  let own: Session
  let stop: () => void
  beforeEach(() => {
    shared = sharedWall()
    shared.session.commit([placing(soil, [0, 0]), placing(map, [300, 0])])
    const made = createPrivateSession(shared.session, { sizeOf: () => SIZE, sharedPlaces: (placed) => placed.map((_, i) => [900, 900 + 300 * i]) })
    own = made.session
    stop = made.start()
  })
  afterEach(() => {
    arrangeHere(undefined)
    stop()
  })
  const arrange = (...places: [NoteId, WallPoint][]): void => arrangeHere({ by: 'kind', places: new Map(places), sections: new Map() })
  const placesHere = () => Object.fromEntries([...own.store.getState().wall.notes].map(([id, { at }]) => [id, at]))

  it('W43 shows notes where this person has arranged them, tells which moved, and moves nothing for others', () => {
    const heard: NoteId[][] = []
    own.onNotes((ids) => heard.push([...ids]))
    arrange([soil, [50, 60]], [map, [300, 0]])
    expect(placesHere()).toEqual({ soil: [50, 60], map: [300, 0] })
    expect(heard[0]).toContain(soil)
    own.commit([{ type: 'moveNote', id: map, to: [7, 8] }])
    expect(placesHere()).toEqual({ soil: [50, 60], map: [7, 8] })
    expect(shared.placesOf()).toEqual({ soil: [0, 0], map: [300, 0] })
    arrangeHere(undefined)
    expect(own.store.getState()).toBe(shared.session.store.getState())
    own.commit([{ type: 'moveNote', id: map, to: [1, 2] }])
    expect(shared.placesOf()).toMatchObject({ map: [1, 2] })
  })

  it('W43 what is written in it is on the wall of all, in a free place there, and here where it was written', () => {
    arrange([soil, [50, 60]], [map, [400, 0]])
    own.commit([placing(sea, [-500, -500])])
    expect(placesHere()).toMatchObject({ sea: [-500, -500] })
    expect(shared.placesOf()).toMatchObject({ sea: [900, 900] })
    own.commit([{ type: 'spliceText', id: sea, offset: 0, remove: 3, insert: 'Reefs' }])
    expect([...own.store.getState().wall.notes.values()].map(({ text }) => text)).toContain('Reefs')
  })

  it('W43 what is written in it at once is told one from another on the wall of all', () => {
    arrange([soil, [50, 60]], [map, [400, 0]])
    own.commit([placing(sea, [-500, -500]), placing(reef, [-500, -300])])
    expect(placesHere()).toMatchObject({ sea: [-500, -500], reef: [-500, -300] })
    expect(shared.placesOf()).toMatchObject({ sea: [900, 900], reef: [900, 1200] })
  })

  it('W43 what others write meanwhile comes beside it, on no other note, and stays there', () => {
    arrange([soil, [0, 0]], [map, [0, 500]])
    shared.session.commit([placing(sea, [0, 0]), placing(reef, [0, 0])])
    const boxes = [...own.store.getState().wall.notes.values()].map(({ at }) => boxAt(at, SIZE))
    for (const [i, box] of boxes.entries()) for (const other of boxes.slice(i + 1)) expect(areCloser(box, other, 20)).toBe(false)
    const before = placesHere()
    shared.session.commit([{ type: 'moveNote', id: sea, to: [5000, 5000] }, { type: 'spliceText', id: soil, offset: 0, remove: 0, insert: 'x' }])
    expect(placesHere()).toEqual(before)
  })

  it('W43 a note that nobody touched stays the same object', () => {
    arrange([soil, [50, 60]], [map, [400, 0]])
    const before = own.store.getState().wall.notes.get(map)
    shared.session.commit([{ type: 'spliceText', id: soil, offset: 0, remove: 0, insert: 'x' }])
    expect(own.store.getState().wall.notes.get(map)).toBe(before)
  })

  it('W43 in it nobody’s pointer means anything: neither theirs here, nor this one there', () => {
    arrange([soil, [50, 60]], [map, [400, 0]])
    expect(own.store.getState().others.get(7)).toMatchObject({ cursor: null, drag: undefined, editing: soil })
    own.setPresence({ cursor: [1, 2], editing: map })
    expect(shared.told).toEqual([{ cursor: null, drag: undefined, view: undefined, editing: map }])
    expect(useView.getState().arrangement?.by).toBe('kind')
  })
})
