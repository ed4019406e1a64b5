import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isId } from '#shared/wall/ids.ts'
import { eachStamp, writeStamp } from './stamp.ts'

type Found = [us: number, sender: number, sequence: number]

function stampsIn(bytes: Uint8Array, start = 0, end = bytes.length): Found[] {
  const found: Found[] = []
  eachStamp(Buffer.from(bytes), start, end, (...stamp) => found.push(stamp))
  return found
}

describe('a stamp', () => {
  test('is found in bytes, wherever it stands', () => {
    const bytes = Buffer.from(`é${writeStamp(2 ** 41, 199, 7)}, then _-_ alone, then ${writeStamp(1, 0, 65_535)}`)
    expect(stampsIn(bytes)).toEqual([[2 ** 41, 199, 7], [1, 0, 65_535]])
  })

  test('is not read beyond the end of the message', () => {
    const bytes = Buffer.from(writeStamp(5, 6, 7) + writeStamp(8, 9, 10))
    expect(stampsIn(bytes, 0, bytes.length - 1)).toEqual([[5, 6, 7]])
    expect(stampsIn(bytes, 1)).toEqual([[8, 9, 10]])
  })

  test('outlives the merging of updates', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const sequence of [1, 2, 3]) doc.getText('t').insert(0, writeStamp(1000 + sequence, 4, sequence))
    expect(stampsIn(Y.mergeUpdates(updates)).map(([, , sequence]) => sequence).sort()).toEqual([1, 2, 3])
  })

  test('may stand where presence names a note', () => {
    expect(isId(writeStamp(2 ** 41, 199, 7))).toBe(true)
  })
})
