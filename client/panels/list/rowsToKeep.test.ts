import { expect, it } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import { rowsToKeep } from './rowsToKeep.ts'

const ids = Array.from({ length: 100 }, (_, at) => `n${at}` as NoteId)
const id = (at: number): NoteId => `n${at}` as NoteId

it('A11 keeps where the focus is, where a key takes it, and what is written in', () => {
  expect(rowsToKeep(ids, id(50), id(7))).toEqual([0, 7, 40, 49, 50, 51, 60, 99])
  expect(rowsToKeep(ids, id(0), undefined)).toEqual([0, 1, 10, 99])
  expect(rowsToKeep(ids, undefined, undefined)).toEqual([0, 1, 10, 99])
  expect(rowsToKeep(ids, 'gone' as NoteId, id(98))).toEqual([0, 88, 97, 98, 99])
})

it('A11 a short list is kept within itself', () => {
  expect(rowsToKeep([id(3)], id(3), id(3))).toEqual([0])
  expect(rowsToKeep([], id(3), undefined)).toEqual([])
})
