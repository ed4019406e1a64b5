import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { placeAfter, rebaseSplice, spliceBetween, type Splice } from './textSplice.ts'

const run = (text: string, splice: Splice | undefined): string =>
  splice ? text.slice(0, splice.offset) + splice.insert + text.slice(splice.offset + splice.remove) : text

describe('spliceBetween', () => {
  it.each([
    ['', 'a', { offset: 0, remove: 0, insert: 'a' }],
    ['mangrove', 'mangroves', { offset: 8, remove: 0, insert: 's' }],
    ['soil map', 'soil carbon map', { offset: 5, remove: 0, insert: 'carbon ' }],
    ['abc', '', { offset: 0, remove: 3, insert: '' }],
    ['a🌱b', 'a🌲b', { offset: 1, remove: 2, insert: '🌲' }],
    ['🌱', '🌱🌱', { offset: 2, remove: 0, insert: '🌱' }],
  ])('%j -> %j', (before, after, splice) => expect(spliceBetween(before, after)).toEqual(splice))

  it('says nothing about a text that stayed the same', () => expect(spliceBetween('same', 'same')).toBeUndefined())

  it('puts a repeated letter where the caret is', () => {
    expect(spliceBetween('hello', 'helllo', 3)).toEqual({ offset: 2, remove: 0, insert: 'l' })
    expect(spliceBetween('hello', 'helllo', 5)).toEqual({ offset: 4, remove: 0, insert: 'l' })
    expect(spliceBetween('aaa', 'aa', 0)).toEqual({ offset: 0, remove: 1, insert: '' })
  })

  const text = fc.string({ unit: fc.constantFrom('a', 'b', '🌱', '🌲', 'م', '𝒳'), maxLength: 12 })
  property.prop([text, text, fc.option(fc.nat(24), { nil: undefined })])(
    'P6 a splice leads from any text to any other, and keeps every emoji whole',
    (before, after, caret) => {
      const splice = spliceBetween(before, after, caret === undefined ? undefined : Math.min(caret, after.length))
      expect(run(before, splice)).toBe(after)
      if (!splice) return
      expect(splice.insert.isWellFormed()).toBe(true)
      expect(before.slice(0, splice.offset).isWellFormed()).toBe(true)
      expect(before.slice(splice.offset + splice.remove).isWellFormed()).toBe(true)
    },
  )
})

describe('placeAfter', () => {
  it('keeps the caret at the same letters when text arrives or leaves around it', () => {
    expect(placeAfter(3, { offset: 5, remove: 0, insert: 'far' })).toBe(3)
    expect(placeAfter(3, { offset: 3, remove: 0, insert: 'here' })).toBe(3)
    expect(placeAfter(3, { offset: 0, remove: 0, insert: 'ab' })).toBe(5)
    expect(placeAfter(9, { offset: 2, remove: 4, insert: 'x' })).toBe(6)
    expect(placeAfter(4, { offset: 2, remove: 4, insert: 'x' })).toBe(3)
  })
})

describe('rebaseSplice', () => {
  it('lands at the same letters when other text came in meanwhile', () => {
    const other = { offset: 0, remove: 0, insert: 'We ' }
    const mine = { offset: 4, remove: 2, insert: '!' }
    expect(run(run('plant 🌱', other), rebaseSplice({ offset: 5, remove: 0, insert: 's' }, other))).toBe('We plants 🌱')
    expect(rebaseSplice(mine, other)).toEqual({ offset: 7, remove: 2, insert: '!' })
  })
  it('never removes what the other already removed', () => {
    const other = { offset: 2, remove: 4, insert: '' }
    expect(rebaseSplice({ offset: 3, remove: 2, insert: 'x' }, other)).toEqual({ offset: 2, remove: 0, insert: 'x' })
  })
})
