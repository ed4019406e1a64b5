import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { salvageUpdate } from './salvageUpdate.ts'

/** Two clients, and every kind of content that a document can have. */
function motley(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  const note = doc.getMap<Y.Map<unknown>>('notes').set('n', new Y.Map())
  note.set('at', [1, 2.5])
  note.set('picture', new Uint8Array([1, 2]))
  const text = new Y.Text('Суша — 水')
  note.set('text', text)
  text.format(0, 2, { bold: true })
  text.insertEmbed(1, { emblem: true })
  text.delete(3, 2)
  doc.getXmlFragment('page').insert(0, [new Y.XmlElement('p'), new Y.XmlText('x')])
  doc.getArray('list').push([1, null, 'a', { deep: [true] }])
  const other = new Y.Doc()
  other.clientID = 2
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getText('title').insert(0, 'Wall')
  other.getMap('notes').set('m', new Y.Map())
  other.getMap('notes').delete('n')
  return Y.encodeStateAsUpdate(other)
}

const structsOf = (update: Uint8Array | undefined): string[] =>
  update ? Y.decodeUpdate(update).structs.map(({ id, length }) => `${id.client} from ${id.clock} to ${id.clock + length}`) : []

test('gives back the document of a whole update', () => {
  const update = motley()
  const [doc, again] = [new Y.Doc(), new Y.Doc()]
  Y.applyUpdate(doc, update)
  Y.applyUpdate(again, salvageUpdate(update) ?? new Uint8Array())
  expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(doc))
})

test('wherever an update breaks off, gives back the structs that are whole, and no half one', () => {
  const update = motley()
  const structs = structsOf(update)
  const counts = Array.from({ length: update.length + 1 }, (_, length) => {
    const kept = structsOf(salvageUpdate(update.subarray(0, length)))
    expect(kept).toEqual(structs.slice(0, kept.length))
    return kept.length
  })
  expect(counts).toEqual([...counts].sort((one, other) => one - other))
  expect(new Set(counts)).toEqual(new Set(Array.from({ length: structs.length + 1 }, (_, count) => count)))
})

test.each([[new Uint8Array()], [new Uint8Array([0, 0])], [new Uint8Array([255, 255, 255])], [new Uint8Array([1, 1, 1, 0, 31])]])('makes nothing of %j', (bytes) => {
  expect(salvageUpdate(bytes)).toBeUndefined()
})
