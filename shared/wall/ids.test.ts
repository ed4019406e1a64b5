import { expect, it } from 'vitest'
import { isId, newId, notesOfPair, pairIdOf, type NoteId, type PairId } from './ids.ts'

const [need, offer] = ['n1' as NoteId, 'o_2-x' as NoteId]

it('a pair is named after its two notes, and names them again', () => {
  expect(notesOfPair(pairIdOf(need, offer))).toEqual({ need, offer })
})

it.each(['', 'n1', 'n1~', '~o1', 'n1~o1~x', 'n/1~o1', 'n1~o 1', `${'x'.repeat(65)}~o1`])('W5 "%s" names no pair', (id) => {
  expect(notesOfPair(id as PairId)).toBeUndefined()
})

it('a new id has 22 characters, each from six bits of its own', () => {
  const id = newId<NoteId>((count) => Uint8Array.from({ length: count }, (_, index) => index * 12))
  expect(id).toBe('0COamy8KWiu4GSeq0COamy')
  expect(isId(id)).toBe(true)
  expect(isId(newId((count) => new Uint8Array(count).fill(255)))).toBe(true)
})
