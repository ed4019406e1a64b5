import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createSaveTracker } from './saveTracker.ts'

function person() {
  const doc = new Y.Doc()
  const clock = { now: 0 }
  const tracker = createSaveTracker(() => clock.now)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => {
    tracker.sent(update)
    updates.push(update)
  })
  const text = doc.getText('text')
  const last = (): Uint8Array => updates[updates.length - 1] ?? new Uint8Array([0, 0])
  return { doc, clock, tracker, text, updates, last }
}

describe('S8 what is saved is said truly', () => {
  it('an edit waits until the server has sent it back', () => {
    const { tracker, text, last } = person()
    text.insert(0, 'soil')
    expect(tracker.waiting).toBe(1)
    tracker.serverSent(last())
    expect(tracker.waiting).toBe(0)
  })

  it('a deletion alone waits for its own echo, not for the clock', () => {
    const { doc, tracker, text, last } = person()
    text.insert(0, 'soil carbon')
    tracker.serverSent(last())
    text.delete(4, 7)
    tracker.serverHas(Y.encodeStateVector(doc))
    expect(tracker.waiting).toBe(1)
    tracker.serverSent(last())
    expect(tracker.waiting).toBe(0)
  })

  it('a deletion may come back in pieces, merged with other edits', () => {
    const { tracker, text, updates } = person()
    text.insert(0, 'abcdef')
    text.delete(0, 3)
    text.delete(0, 3)
    expect(tracker.waiting).toBe(3)
    tracker.serverSent(Y.mergeUpdates(updates))
    expect(tracker.waiting).toBe(0)
  })

  it('an echo of the first edit says nothing of the second', () => {
    const { tracker, text, updates } = person()
    text.insert(0, 'a')
    text.insert(1, 'b')
    tracker.serverSent(updates[0] ?? new Uint8Array())
    expect(tracker.waiting).toBe(1)
  })

  it('after a lost line the server shows by its state vector and step 2 what it already had', () => {
    const { doc, tracker, text } = person()
    text.insert(0, 'abc')
    text.delete(0, 1)
    tracker.serverHas(Y.encodeStateVector(doc))
    tracker.serverSent(Y.encodeStateAsUpdate(doc))
    expect(tracker.waiting).toBe(0)
  })

  it('edits of an earlier visit do not wait when the server has shown before that it has them', () => {
    const { doc, text } = person()
    text.insert(0, 'offline')
    const later = createSaveTracker(() => 0)
    later.serverHas(Y.encodeStateVector(doc))
    later.resumed(doc, 2)
    expect(later.waiting).toBe(0)
  })

  it('edits of an earlier visit wait until the server has all that this device holds', () => {
    const { doc, text } = person()
    text.insert(0, 'offline')
    text.delete(0, 3)
    const later = createSaveTracker(() => 0)
    later.resumed(doc, 2)
    later.serverHas(Y.encodeStateVector(new Y.Doc()))
    expect(later.waiting).toBe(2)
    later.serverSent(Y.encodeStateAsUpdate(doc))
    expect(later.waiting).toBe(0)
  })

  it('a server that speaks long after an edit and has not stored it is stuck; one that says nothing may only be out of reach', () => {
    const { clock, tracker, text, last } = person()
    text.insert(0, 'soil')
    clock.now = 60_000
    expect(tracker.isStuck).toBe(false)
    tracker.heard()
    expect(tracker.isStuck).toBe(true)
    text.insert(4, ' maps')
    expect(tracker.isStuck).toBe(true)
    tracker.serverSent(last())
    expect([tracker.waiting, tracker.isStuck]).toEqual([0, false])
  })

  it('what was written while the server could not take it is not late', () => {
    const { clock, tracker, text } = person()
    text.insert(0, 'soil')
    clock.now = 60_000
    tracker.startsTaking()
    tracker.heard()
    expect(tracker.isStuck).toBe(false)
    clock.now = 120_000
    tracker.heard()
    expect(tracker.isStuck).toBe(true)
  })
})
