import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Edit } from '#shared/wall/edit.ts'
import { gistOf, type Gist } from '#shared/wall/gistOf.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { nextStep } from '../../client/session/createUndo.ts'
import { Network, type NetworkStep } from '../support/network.ts'

/** Each peer types its own letter, so that a text tells who wrote what; only the first peer also takes letters away. */
const LETTERS = ['a', 'b', 'c']
const NOTES = ['n0', 'n1', 'n2'] as NoteId[]

const count = (network: Network, letter: string): number =>
  [...readWall(network.peer(0).doc).notes.values()].reduce((sum, { text }) => sum + text.split(letter).length - 1, 0)

const typing = fc
  .record({ peer: fc.nat(2), note: fc.constantFrom(...NOTES), offset: fc.nat(10), letters: fc.integer({ min: 1, max: 3 }), remove: fc.nat(3) })
  .map(({ peer, note, offset, letters, remove }): NetworkStep => {
    const insert = LETTERS[peer]?.repeat(letters) ?? ''
    return { do: 'edit', peer, now: 2000, edits: [{ type: 'spliceText', id: note, offset, remove: peer === 0 ? remove : 0, insert }] }
  })
const delivery = fc.record({ peer: fc.nat(2), index: fc.nat(9) }).map((step): NetworkStep => ({ do: 'deliver', keep: false, ...step }))
const moving = fc
  .record({ peer: fc.nat(2), note: fc.constantFrom(...NOTES), x: fc.nat(99) })
  .map(({ peer, note, x }): NetworkStep => ({ do: 'edit', peer, now: 2000, edits: [{ type: 'moveNote', id: note, to: [x, 0] }] }))

function sharedNotes(): Network {
  const network = new Network(3)
  NOTES.forEach((id, peer) =>
    network.run({ do: 'edit', peer, now: 1000 + peer, edits: [{ type: 'placeNote', id, kind: 'need', at: [0, 0], text: '', lang: 'en', name: 'A', country: 'ke' }] }),
  )
  network.settle()
  for (const { undo, inbox } of network.peers) {
    undo.clear()
    inbox.length = 0
  }
  return network
}

test.prop([fc.array(fc.oneof(typing, moving, delivery), { maxLength: 40, size: 'max' })], { numRuns: 100 })(
  'W13 undoing everything takes back all that is mine and nothing that is of others',
  (steps) => {
    const network = sharedNotes()
    const typed = [0, 0, 0]
    for (const step of steps) {
      network.run(step)
      const [edit] = step.do === 'edit' ? step.edits : []
      if (edit?.type === 'spliceText') typed[step.peer] = (typed[step.peer] ?? 0) + edit.insert.length
    }
    network.settle()
    const me = network.peer(0)
    while (me.undo.canUndo()) me.undo.undo()
    expect(count(network, 'a')).toBe(0)
    expect([count(network, 'b'), count(network, 'c')]).toEqual([typed[1], typed[2]])
    expect(readWall(me.doc).notes.size).toBe(NOTES.length)
  },
)

test('W13 undo does not take back a move that somebody else made after mine', () => {
  const network = sharedNotes()
  const move = (peer: number, x: number): NetworkStep => ({ do: 'edit', peer, now: 1, edits: [{ type: 'moveNote', id: 'n0' as NoteId, to: [x, x] }] })
  network.run(move(0, 10))
  network.settle()
  network.run(move(1, 20))
  network.settle()
  network.run({ do: 'undo', peer: 0 })
  network.settle()
  expect(readWall(network.peer(2).doc).notes.get('n0' as NoteId)?.at).toEqual([20, 20])
})

test('W13 a note put in the bin comes back by undo with what others wrote in it meanwhile', () => {
  const network = sharedNotes()
  const id = 'n0' as NoteId
  network.run({ do: 'edit', peer: 0, now: 1, edits: [{ type: 'binNote', id }] })
  network.run({ do: 'edit', peer: 1, now: 1, edits: [{ type: 'spliceText', id, offset: 0, remove: 0, insert: 'bb' }] })
  network.settle()
  expect(readWall(network.peer(1).doc).notes.has(id)).toBe(false)
  network.run({ do: 'undo', peer: 0 })
  network.settle()
  expect(readWall(network.peer(1).doc).notes.get(id)?.text).toBe('bb')
})

const mine = fc.array(fc.oneof(typing, moving).map((step) => ({ ...step, peer: 0 })), { minLength: 1, maxLength: 20 })
test.prop([mine], { numRuns: 50 })('W20 undo says beforehand what it takes back, and redo what it does again', (steps) => {
  const network = sharedNotes()
  const { undo } = network.peer(0)
  const done: (Gist | undefined)[] = []
  for (const step of steps) {
    const before = undo.undoStack.length
    network.run(step)
    if (step.do === 'edit' && undo.undoStack.length > before) done.push(gistOf(step.edits))
  }
  const undone: (Gist | undefined)[] = []
  while (undo.canUndo()) {
    const said = nextStep(undo, 'undo')
    if (undo.undo() !== null) undone.push(said)
  }
  const redone: (Gist | undefined)[] = []
  while (undo.canRedo()) {
    const said = nextStep(undo, 'redo')
    if (undo.redo() !== null) redone.push(said)
  }
  expect(redone).toEqual(undone.toReversed())
  expect(undone).toEqual(done.toReversed())
})

test('W20 what takes a step back is called as the step was', () => {
  const network = sharedNotes()
  const { undo } = network.peer(0)
  const run = (...edits: Edit[]): void => network.run({ do: 'edit', peer: 0, now: 1, edits })
  run({ type: 'moveNote', id: 'n0' as NoteId, to: [5, 5] }, { type: 'moveNote', id: 'n1' as NoteId, to: [6, 6] })
  run({ type: 'binNote', id: 'n2' as NoteId })
  expect(nextStep(undo, 'undo')).toEqual({ what: 'bin', count: 1 })
  undo.undo()
  expect([nextStep(undo, 'undo'), nextStep(undo, 'redo')]).toEqual([{ what: 'move', count: 2 }, { what: 'bin', count: 1 }])
  undo.redo()
  expect([nextStep(undo, 'undo'), nextStep(undo, 'redo')]).toEqual([{ what: 'bin', count: 1 }, undefined])
})
