import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Clocks } from './clocks.ts'

const clocksOf = (stateVector: Uint8Array): Map<number, number> => Y.decodeStateVector(stateVector)

test('clocks that follow a document tell what the document would tell', () => {
  const doc = new Y.Doc()
  doc.getText('a').insert(0, 'known before')
  const clocks = new Clocks(doc)
  doc.on('update', (update: Uint8Array) => clocks.add(update))
  const other = new Y.Doc()
  other.getText('a').insert(0, 'of somebody else')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  doc.getText('a').delete(0, 3)
  doc.getText('a').insert(0, 'more')
  expect(clocksOf(clocks.encode())).toEqual(clocksOf(Y.encodeStateVector(doc)))
})

test('clocks do not go back when something is heard twice', () => {
  const doc = new Y.Doc()
  doc.getText('a').insert(0, 'first')
  const first = Y.encodeStateAsUpdate(doc)
  doc.getText('a').insert(5, ' and second')
  const clocks = new Clocks(doc)
  clocks.add(first)
  expect(clocksOf(clocks.encode())).toEqual(clocksOf(Y.encodeStateVector(doc)))
})
