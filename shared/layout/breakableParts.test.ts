import fc from 'fast-check'
import LineBreaker from 'linebreak'
import { expect, it } from 'vitest'
import { breakableParts } from './breakableParts.ts'

/** What the tables of UAX 14 say. */
function byTheTables(text: string): readonly string[] {
  const breaker = new LineBreaker(text)
  const parts: string[] = []
  let start = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (next.position > start) parts.push(text.slice(start, next.position))
    start = next.position
  }
  return parts
}

it('cuts plain text, for which the tables are not asked, as the tables would', () => {
  const plain = fc.array(fc.constantFrom('a', 'Z', '7', 'é', 'ñ', 'ß', ',', '.', ' ', ' '), { maxLength: 14 }).map((letters) => letters.join(''))
  fc.assert(fc.property(plain, (text) => {
    expect(breakableParts(text, 'en')).toEqual(byTheTables(text))
  }), { numRuns: 2000 })
})

it.each(['well-known: a/b (or c), 5 %', 'к нам 3.5 га', 'no 1,000 plots. And 2'])('cuts %s by the tables', (text) => {
  expect(breakableParts(text, 'en').join('')).toBe(text)
})

it('ends no line after a hyphen of an address: it could be part of it or not', () => {
  const address = 'https://wall.example/w/a-b-c#k=d-e'
  expect(breakableParts(`See ${address} on-line`, 'en').join('|')).toBe('See |https://|wall.example/|w/|a-b-c#k=d-e |on-|line')
})
