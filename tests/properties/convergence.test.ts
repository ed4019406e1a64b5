import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { readWall } from '#shared/wall/readWall.ts'
import { watchWall } from '#shared/wall/watchWall.ts'
import { Network } from '../support/network.ts'
import { networkStep } from '../support/networkSteps.ts'

const steps = fc.array(networkStep, { maxLength: 60, size: 'max' })

test.prop([steps], { numRuns: 150 })(
  'W1 peers that have seen the same edits show the same wall, whatever the order of delivery',
  (steps) => {
    const network = new Network(3)
    for (const step of steps) network.run(step)
    network.settle()
    const [first, ...others] = network.peers.map(({ doc }) => readWall(doc))
    for (const other of others) {
      expect(other).toEqual(first)
      // Maps compare equal in any order; what is painted and listed must not differ in that either.
      expect([...other.notes.keys()]).toEqual([...(first?.notes.keys() ?? [])])
      expect([...other.pairs.keys()]).toEqual([...(first?.pairs.keys() ?? [])])
    }
  },
)

test.prop([steps], { numRuns: 150 })('W2 the wall that is followed is the wall that is read, after every step', (steps) => {
  const network = new Network(3)
  const { doc } = network.peer(0)
  const following = watchWall(doc, ({ wall }) => (latest = wall))
  let latest = following.wall
  const check = (): void => {
    const whole = readWall(doc)
    expect(latest).toEqual(whole)
    expect([...latest.notes.keys()]).toEqual([...whole.notes.keys()])
  }
  for (const step of steps) {
    network.run(step)
    check()
  }
  network.settle()
  check()
})

test.prop([steps], { numRuns: 100 })('W3 a note that was not touched stays the same object, and what was touched is told', (steps) => {
  const network = new Network(3)
  const { doc } = network.peer(0)
  const following = watchWall(doc, ({ wall, notes }) => {
    for (const [id, note] of wall.notes) if (!notes.has(id)) expect(before.notes.get(id)).toBe(note)
    for (const id of before.notes.keys()) if (!notes.has(id)) expect(wall.notes.has(id)).toBe(true)
    before = wall
  })
  let before = following.wall
  for (const step of steps) network.run(step)
  network.settle()
})

test.prop([steps], { numRuns: 60 })('S2 a wall that is stored and loaded again is the same wall', (steps) => {
  const network = new Network(3)
  for (const step of steps) network.run(step)
  network.settle()
  const { doc } = network.peer(0)
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  expect(readWall(again)).toEqual(readWall(doc))
})
