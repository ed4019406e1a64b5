import { describe, expect, it } from 'vitest'
import { markSpans, type Stretch } from './markSpans.ts'

const show = (stretches: readonly Stretch[]): string => stretches.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('|')

describe('markSpans', () => {
  it('M6 marks the shared words, and keeps every letter of the text', () => {
    expect(show(markSpans('map of soil carbon', [[0, 3], [7, 18]]))).toBe('[map]| of |[soil carbon]')
    expect(show(markSpans('soil', []))).toBe('soil')
    expect(markSpans('', [])).toEqual([])
  })
  it('leaves out spans of a text that was longer, and those that overlap', () => {
    const stretches = markSpans('soil', [[0, 2], [1, 3], [3, 9]])
    expect(show(stretches)).toBe('[so]|il')
  })
})
