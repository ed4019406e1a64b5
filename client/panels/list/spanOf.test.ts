import { expect, it } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import { spanOf } from './spanOf.ts'

const ids = ['a', 'b', 'c', 'd'] as readonly string[] as readonly NoteId[]
const span = (from: string | undefined, to: string): string => spanOf(ids, from as NoteId | undefined, to as NoteId).join('')

it('A14 a selection goes from where it began to where one is, up or down', () => {
  expect(span('b', 'd')).toBe('bcd')
  expect(span('c', 'a')).toBe('abc')
  expect(span('b', 'b')).toBe('b')
  expect(span('gone', 'c')).toBe('c')
  expect(span(undefined, 'c')).toBe('c')
})
