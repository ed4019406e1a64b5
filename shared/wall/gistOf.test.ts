import { expect, test } from 'vitest'
import type { Edit } from './edit.ts'
import { gistOf } from './gistOf.ts'
import type { NoteId } from './ids.ts'

const [a, b] = ['a', 'b'] as [NoteId, NoteId]
const move = (id: NoteId): Edit => ({ type: 'moveNote', id, to: [0, 0] })

test.each<[name: string, edits: Edit[], gist: ReturnType<typeof gistOf>]>([
  ['one note', [move(a)], { what: 'move', count: 1 }],
  ['two notes', [move(a), move(b)], { what: 'move', count: 2 }],
  ['one note, twice', [move(a), move(a)], { what: 'move', count: 1 }],
  ['letters', [{ type: 'spliceText', id: a, offset: 0, remove: 0, insert: 'x' }], { what: 'write', count: 1 }],
  ['different things', [move(a), { type: 'binNote', id: b }], { what: 'change', count: 2 }],
  ['what is not about notes', [{ type: 'lockWall' }], { what: 'change', count: 1 }],
])('W20 a step of undo knows what it did: %s', (_, edits, gist) => expect(gistOf(edits)).toEqual(gist))
