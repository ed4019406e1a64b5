import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { watchWall } from '#shared/wall/watchWall.ts'
import type { Session } from '../../session/openSession.ts'
import { createMatches } from './createMatches.ts'
import type { MatcherClient } from './matcherClient.ts'

const AMINA = 'amina' as ParticipantId
const BRUNO = 'bruno' as ParticipantId
const NEED = 'need' as NoteId
const REASONS: Candidate['reasons'] = {
  topics: [],
  helpKinds: [],
  facets: [],
  words: [],
  spansNeed: [],
  spansOffer: [],
  languages: { need: 'en', offer: 'en', differ: false },
}

/** A wall without a server, and a matcher that thinks every offer likely, the youngest first. */
function setUp() {
  const doc = new Y.Doc()
  const listeners = new Set<(ids: ReadonlySet<NoteId>) => void>()
  const following = watchWall(doc, ({ wall, notes }) => {
    store.setState({ wall })
    if (notes.size > 0) for (const listener of listeners) listener(notes)
  })
  const store = createStore(() => ({ wall: following.wall }))
  const act = (participant: ParticipantId, ...edits: Edit[]): void => applyEdits(doc, edits, { participant, now: Date.now(), origin: null })
  // Of a session, following matches uses these parts alone.
  const session = {
    me: { id: AMINA },
    store,
    onNotes: (listener: (ids: ReadonlySet<NoteId>) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as Session

  const offers: NoteId[] = []
  const updates: NoteId[][] = []
  const taught: string[][] = []
  const likened: number[] = []
  const surveys = { count: 0 }
  const matcher: MatcherClient = {
    update(ids, notes) {
      updates.push([...ids])
      for (const id of ids) if (notes.get(id)?.kind === 'offer' && !offers.includes(id)) offers.unshift(id)
    },
    rank: (ids) => {
      const candidates = offers.map((offer): Candidate => ({ id: offer, score: 500, likelihood: 'likely', reasons: REASONS }))
      return Promise.resolve(new Map(ids.map((id) => [id, { candidates, standing: undefined }])))
    },
    survey: () => {
      surveys.count++
      return Promise.resolve({ remaining: 0, pairs: offers.map((offer) => ({ need: NEED, offer, score: 500, likelihood: 'likely' as const, topics: [] })), regional: [] })
    },
    learn: (lessons) => void taught.push(lessons.map(({ word }) => word)),
    liken: (found) => void likened.push(found.length),
    unexplained: () => Promise.resolve([]),
    topicsOf: (ids) => Promise.resolve(new Map(ids.map((id) => [id, offers.includes(id) ? ['soils'] : []]))),
    planMeetings: () => Promise.resolve({ rounds: [], leftOut: offers.length }),
    close: () => undefined,
  }
  const note = (id: string, kind: 'need' | 'offer', by: ParticipantId, country: string): void =>
    act(by, { type: 'placeNote', id: id as NoteId, kind, at: [0, 0], text: `Soil carbon ${id}`, lang: 'en', name: by, country })
  note(NEED, 'need', AMINA, 'ke')
  note('first', 'offer', BRUNO, 'br')
  const matches = createMatches(session, () => matcher)
  matches.start()
  matches.look([NEED])
  const shown = () => {
    const shelf = matches.store.getState().shelves.get(NEED)
    return { first: shelf?.first.map(({ id }) => id).join(' '), waiting: shelf?.waiting.length }
  }
  const settle = () => vi.runAllTimersAsync()
  return { act, note, matches, shown, settle, updates, surveys, taught, likened }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('matches that follow the wall', () => {
  it('M12 a new offer waits until it is asked for', async () => {
    const { note, matches, shown, settle } = setUp()
    await settle()
    expect(shown()).toEqual({ first: 'first', waiting: 0 })
    note('second', 'offer', BRUNO, 'br')
    await settle()
    expect(shown()).toEqual({ first: 'first', waiting: 1 })
    matches.takeIn()
    expect(shown()).toEqual({ first: 'second first', waiting: 0 })
  })

  it('M13 what I called no match is gone for me when the panel opens again, and comes back when I recall it', async () => {
    const wall = setUp()
    wall.note('second', 'offer', BRUNO, 'br')
    await wall.settle()
    const pair = pairIdOf(NEED, 'second' as NoteId)
    wall.act(AMINA, { type: 'dismissPair', pair })
    expect(wall.shown().first).toBe('second first')
    wall.matches.takeIn()
    expect(wall.shown().first).toBe('first')
    wall.act(AMINA, { type: 'recallPair', pair })
    wall.matches.takeIn()
    expect(wall.shown().first).toBe('second first')
  })

  it('M13 what I called no match comes back when one of the two is rewritten, and not for a corrected slip', async () => {
    const wall = setUp()
    await wall.settle()
    wall.act(AMINA, { type: 'dismissPair', pair: pairIdOf(NEED, 'first' as NoteId) })
    const rewrite = async (remove: number, insert: string): Promise<string | undefined> => {
      wall.act(BRUNO, { type: 'spliceText', id: 'first' as NoteId, offset: 0, remove, insert })
      await wall.settle()
      wall.matches.takeIn()
      return wall.shown().first
    }
    expect(await rewrite(4, 'Soils')).toBe('')
    expect(await rewrite(40, 'Wetland restoration with communities')).toBe('first')
  })

  it('M13 what somebody else called no match stays for me', async () => {
    const wall = setUp()
    await wall.settle()
    wall.act(BRUNO, { type: 'dismissPair', pair: pairIdOf(NEED, 'first' as NoteId) })
    wall.matches.takeIn()
    expect(wall.shown().first).toBe('first')
  })

  it('M14 counts what is likely or possible, shown or waiting, and nobody has decided about', async () => {
    const wall = setUp()
    await wall.settle()
    for (const id of ['second', 'third']) wall.note(id, 'offer', BRUNO, 'br')
    await wall.settle()
    const open = () => wall.matches.store.getState().open.get(NEED)?.map(({ id }) => id)
    expect(open()).toEqual(['first', 'third', 'second'])
    wall.act(AMINA, { type: 'dismissPair', pair: pairIdOf(NEED, 'first' as NoteId) }, { type: 'showInterest', pair: pairIdOf(NEED, 'third' as NoteId), side: 'need', line: '' })
    expect(open()).toEqual(['second'])
  })

  it('M18 follows the whole wall only while somebody looks at it', async () => {
    const { note, matches, settle, surveys } = setUp()
    await settle()
    expect(surveys.count).toBe(0)
    const stop = matches.lookAtWall()
    const stopToo = matches.lookAtWall()
    await settle()
    note('second', 'offer', BRUNO, 'br')
    await settle()
    expect(matches.store.getState().survey?.pairs.map(({ offer }) => offer)).toEqual(['second', 'first'])
    stop()
    expect(matches.store.getState().survey).toBeDefined()
    stopToo()
    note('third', 'offer', BRUNO, 'br')
    await settle()
    expect(matches.store.getState().survey).toBeUndefined()
  })

  it('M22 an offer whose places are all agreed comes after free ones', async () => {
    const wall = setUp()
    wall.note('second', 'offer', BRUNO, 'br')
    await wall.settle()
    expect(wall.shown().first).toBe('second first')
    wall.note('elsewhere', 'need', AMINA, 'ke')
    const pair = pairIdOf('elsewhere' as NoteId, 'second' as NoteId)
    wall.act(BRUNO, { type: 'setPlaces', id: 'second' as NoteId, places: 1 })
    for (const [by, side] of [[AMINA, 'need'], [BRUNO, 'offer']] as const) wall.act(by, { type: 'showInterest', pair, side, line: '' })
    wall.matches.takeIn()
    expect(wall.shown().first).toBe('second first')
    for (const [by, side] of [[AMINA, 'need'], [BRUNO, 'offer']] as const) wall.act(by, { type: 'confirmCard', pair, side })
    wall.matches.takeIn()
    expect(wall.shown().first).toBe('first second')
  })

  it('tells the matcher once of many changes, and never of a note that was only moved', async () => {
    const { act, note, settle, updates } = setUp()
    await settle()
    updates.length = 0
    act(BRUNO, { type: 'moveNote', id: 'first' as NoteId, to: [500, 500] })
    await settle()
    expect(updates).toEqual([])
    note('a', 'offer', BRUNO, 'br')
    note('b', 'offer', BRUNO, 'br')
    await settle()
    expect(updates).toEqual([['a', 'b']])
  })

  it('M30 what a facilitator teaches or has forgotten reaches the matcher at once, and the lists follow', async () => {
    const { act, matches, settle, taught } = setUp()
    await settle()
    const word = { language: 'en', word: 'longline hooks' } as const
    let asked = 0
    matches.store.subscribe(() => asked++)
    act(BRUNO, { type: 'teachWord', ...word, topics: ['fisheries'] })
    await settle()
    expect(asked).toBeGreaterThan(0)
    act(BRUNO, { type: 'forgetWord', ...word })
    expect(taught).toEqual([['longline hooks'], []])
  })
})

it('G2 what is asked of the whole wall is asked of the wall as it is, with what was written a moment ago', async () => {
  const { note, matches, settle } = setUp()
  await settle()
  note('second', 'offer', BRUNO, 'br')
  expect(await matches.topics()).toEqual(new Map([[NEED, []], ['first', ['soils']], ['second', ['soils']]]))
  note('third', 'offer', BRUNO, 'br')
  expect((await matches.planMeetings({ notes: [], begun: [], refused: [], rounds: 1, tables: 1 })).leftOut).toBe(3)
})
