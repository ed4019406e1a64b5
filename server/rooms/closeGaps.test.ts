import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeGaps } from './closeGaps.ts'

/** The updates of a document, one for each transaction. */
function updatesOf(...transactions: ((doc: Y.Doc) => void)[]): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const transaction of transactions) doc.transact(() => transaction(doc))
  return updates
}
function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
const set = (key: string) => (doc: Y.Doc) => doc.getMap('notes').set(key, key)

test('nothing waits: there is no gap', () => {
  expect(closeGaps(docOf(updatesOf(set('a'), set('b'))))).toBeUndefined()
})

test('what came after a lost update is there again', () => {
  const updates = updatesOf(set('a'), set('lost'), set('b'), set('also lost'), set('c'))
  const doc = docOf(updates.filter((_, index) => index !== 1 && index !== 3))
  expect(doc.getMap('notes').toJSON()).toEqual({ a: 'a' })
  Y.applyUpdate(doc, closeGaps(doc) ?? new Uint8Array())
  expect(doc.getMap('notes').toJSON()).toEqual({ a: 'a', b: 'b', c: 'c' })
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
})

test('what stood within something lost is given up with it, and holds nothing else back', () => {
  const first = updatesOf((doc) => doc.getMap('notes').set('n', new Y.Map()))
  const other = docOf(first)
  const second: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => second.push(update))
  const note = other.getMap<Y.Map<unknown>>('notes').get('n')
  note?.set('text', 'within')
  set('m')(other)
  const doc = docOf(second)
  expect(doc.getMap('notes').toJSON()).toEqual({})
  Y.applyUpdate(doc, closeGaps(doc) ?? new Uint8Array())
  expect(doc.getMap('notes').toJSON()).toEqual({ m: 'm' })
  expect(doc.store.pendingStructs).toBeNull()
})
