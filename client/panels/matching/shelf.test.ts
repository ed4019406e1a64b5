import { describe, expect, it } from 'vitest'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { openShelf, receive, takeIn, type Shelf } from './shelf.ts'

const REASONS: Candidate['reasons'] = {
  topics: [],
  helpKinds: [],
  facets: [],
  words: [],
  spansNeed: [],
  spansOffer: [],
  languages: { need: 'en', offer: 'en', differ: false },
}
const candidate = (id: string, score: number): Candidate => ({
  id: id as NoteId,
  score,
  likelihood: score >= 330 ? 'likely' : score >= 200 ? 'possible' : 'faint',
  reasons: REASONS,
})
const ids = (list: readonly Candidate[]): string => list.map(({ id }) => id).join(' ')
const view = ({ first, waiting, more }: Shelf) => ({ first: ids(first), waiting: ids(waiting), more: ids(more) })

const a = candidate('a', 800)
const b = candidate('b', 400)
const c = candidate('c', 250)
const faint = candidate('faint', 100)

describe('a shelf of candidates', () => {
  it('shows likely and possible ones, the rest is one press away', () => {
    expect(view(openShelf('text', [a, b, c, faint]))).toEqual({ first: 'a b c', waiting: '', more: 'faint' })
    const many = Array.from({ length: 7 }, (_, index) => candidate(`n${index}`, 700 - index))
    expect(view(openShelf('text', many))).toEqual({ first: 'n0 n1 n2 n3 n4', waiting: '', more: 'n5 n6' })
  })

  it('M12 a better match that arrives waits; what is read keeps its place', () => {
    const shelf = receive(openShelf('text', [b, c]), 'text', [a, b, c])
    expect(view(shelf)).toEqual({ first: 'b c', waiting: 'a', more: '' })
    const taken = takeIn(shelf, 'text', [a, b, c])
    expect(view(taken)).toEqual({ first: 'a b c', waiting: '', more: '' })
    expect([...taken.isNew]).toEqual(['a'])
  })

  it('M12 keeps order and standing of what is read when scores change', () => {
    const before = openShelf('text', [a, b, c])
    const after = receive(before, 'text', [candidate('c', 900), candidate('b', 350), candidate('a', 210)])
    expect(view(after)).toEqual({ first: 'a b c', waiting: '', more: '' })
    expect(after.first.map(({ likelihood }) => likelihood)).toEqual(['likely', 'likely', 'possible'])
  })

  it('M12 faint newcomers come last, without a call', () => {
    const other = candidate('other', 150)
    expect(view(receive(openShelf('text', [a, faint]), 'text', [a, other, faint]))).toEqual({ first: 'a', waiting: '', more: 'faint other' })
  })

  it('a faint one that has become likely waits to be shown above', () => {
    const risen = candidate('faint', 700)
    expect(view(receive(openShelf('text', [a, faint]), 'text', [a, risen]))).toEqual({ first: 'a faint', waiting: '', more: '' })
    const full = openShelf('text', [...Array.from({ length: 5 }, (_, index) => candidate(`n${index}`, 600 - index)), faint])
    expect(view(receive(full, 'text', [risen, ...full.first]))).toEqual({ first: 'n0 n1 n2 n3 n4', waiting: 'faint', more: '' })
  })

  it('what has gone leaves, and the next best takes the free place at the end', () => {
    const many = Array.from({ length: 6 }, (_, index) => candidate(`n${index}`, 700 - index))
    expect(view(receive(openShelf('text', many), 'text', many.slice(1)))).toEqual({ first: 'n1 n2 n3 n4 n5', waiting: '', more: '' })
  })

  it('M12 what the reader has decided about stays where it is, and the next best joins at the end', () => {
    const many = Array.from({ length: 7 }, (_, index) => candidate(`n${index}`, 700 - index))
    const decided = ({ id }: Candidate): boolean => id === 'n1' || id === 'n6'
    const shelf = receive(openShelf('text', many), 'text', many, decided)
    expect(view(shelf)).toEqual({ first: 'n0 n1 n2 n3 n4 n5', waiting: '', more: 'n6' })
    expect(view(receive(undefined, 'text', many, decided))).toEqual({ first: 'n0 n2 n3 n4 n5', waiting: '', more: '' })
  })

  it('starts afresh where there was nothing, and when the note itself was rewritten', () => {
    const empty = openShelf('text', [faint])
    const filled = receive(empty, 'text', [a, faint])
    expect(view(filled)).toEqual({ first: 'a', waiting: '', more: 'faint' })
    expect([...filled.isNew]).toEqual(['a'])
    expect(view(receive(openShelf('old', [b, c]), 'new', [a]))).toEqual({ first: 'a', waiting: '', more: '' })
  })
})
