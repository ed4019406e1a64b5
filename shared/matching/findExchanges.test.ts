import { describe, expect, it } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import { findExchanges, otherHalf } from './findExchanges.ts'

/** A note's country is the beginning of its id. */
const countryOf = (note: NoteId): string | undefined => (note === 'gone' ? undefined : note.slice(0, 2))
const pair = (need: string, offer: string, score: number) =>
  ({ need: need as NoteId, offer: offer as NoteId, score, likelihood: score >= 400 ? ('likely' as const) : ('possible' as const) })

describe('two-way pairs', () => {
  it('M20 a need and an offer of each of two countries are an exchange, by its best halves', () => {
    const pairs = [pair('ke-n', 'br-o', 500), pair('ke-m', 'br-o', 600), pair('br-n', 'ke-o', 300), pair('ke-n', 'fj-o', 900)]
    const exchanges = findExchanges(pairs, countryOf)
    expect(exchanges).toEqual([{ countries: ['br', 'ke'], halves: ['br-n~ke-o', 'ke-m~br-o'] }])
    expect(otherHalf(exchanges, 'ke-m~br-o' as never)).toBe('br-n~ke-o')
    expect(otherHalf(exchanges, 'ke-n~br-o' as never)).toBeUndefined()
    expect(findExchanges(pairs.toReversed(), countryOf)).toEqual(exchanges)
  })

  it('M20 two halves that are only possible are no exchange, nor is a note that is gone', () => {
    expect(findExchanges([pair('ke-n', 'br-o', 300), pair('br-n', 'ke-o', 300)], countryOf)).toEqual([])
    expect(findExchanges([pair('ke-n', 'gone', 500), pair('gone', 'ke-o', 500)], countryOf)).toEqual([])
  })

  it('M20 the exchange whose weaker half is better comes first', () => {
    const pairs = [pair('ke-n', 'br-o', 900), pair('br-n', 'ke-o', 300), pair('ke-n', 'fj-o', 500), pair('fj-n', 'ke-o', 450)]
    expect(findExchanges(pairs, countryOf).map(({ countries }) => countries.join())).toEqual(['fj,ke', 'br,ke'])
  })
})
