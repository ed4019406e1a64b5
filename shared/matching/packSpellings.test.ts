import { expect, test } from 'vitest'
import { packSpellings, unpackSpellings } from './packSpellings.ts'

test('the vocabulary packs how words are written under their stems, and nothing is lost', () => {
  const stemOf = new Map([
    ['restoration', 'restor'],
    ['restored', 'restor'],
    ['payer', 'pai'],
    ['леса', 'лес'],
  ])
  const packed = packSpellings(stemOf)
  expect(packed).toEqual(['pai =payer', 'restor ation ed', 'лес а'])
  expect(unpackSpellings(packed)).toEqual(stemOf)
  expect(packSpellings(new Map([['atlas', 'atlas']])), 'what is its own stem needs no line').toEqual([])
})
