import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { areCloser, boxAround, boxAt, type Box } from './box.ts'
import { lineUp, type Line } from './lineUp.ts'
import { spreadOut } from './spreadOut.ts'
import { stackUp } from './stackUp.ts'

const box = (x: number, y: number, height = 160): Box => ({ x, y, width: 200, height })
const boxes = fc.array(fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }), height: fc.integer({ min: 160, max: 400 }) }), { minLength: 1, maxLength: 25 })
  .map((list) => list.map(({ x, y, height }) => box(x, y, height)))
const LINES: readonly Line[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom']

const covered = (placed: readonly Box[], others: readonly Box[]): boolean =>
  placed.some((a, i) => placed.slice(i + 1).some((b) => areCloser(a, b, 0)) || others.some((b) => areCloser(a, b, 0)))
const placedAt = (list: readonly Box[], points: ReturnType<typeof lineUp>): readonly Box[] =>
  list.map((each, i) => boxAt(points[i] ?? [NaN, NaN], each))

describe('notes in order', () => {
  test.prop([boxes, boxes, fc.constantFrom(...LINES)], { numRuns: 100 })('W24 lined up, notes share a line and cover nothing', (list, others, line) => {
    const placed = placedAt(list, lineUp(list, line, others))
    expect(covered(placed, others)).toBe(false)
    const around = boxAround(list)
    if (!around) throw new Error('no boxes')
    for (const { x, y, width, height } of placed) {
      if (line === 'left') expect(x).toBe(around.x)
      if (line === 'right') expect(x + width).toBe(around.x + around.width)
      if (line === 'top') expect(y).toBe(around.y)
      if (line === 'bottom') expect(y + height).toBe(around.y + around.height)
    }
  })

  test.prop([boxes, boxes, fc.constantFrom('across' as const, 'down' as const)], { numRuns: 100 })('W24 spread out, notes cover nothing', (list, others, way) => {
    expect(covered(placedAt(list, spreadOut(list, way, others)), others)).toBe(false)
  })

  test.prop([boxes, boxes], { numRuns: 100 })('W24 stacked, notes cover nothing and stand in straight rows', (list, others) => {
    const placed = placedAt(list, stackUp(list, others))
    expect(covered(placed, others)).toBe(false)
    const columns = new Set(placed.map(({ x }) => x)).size
    expect(new Set(placed.map(({ y }) => y)).size).toBe(Math.ceil(list.length / columns))
  })

  test('W24 what is in line already stays', () => {
    const column = [box(0, 0), box(0, 200), box(0, 500)]
    expect(lineUp(column, 'left')).toEqual([[0, 0], [0, 200], [0, 500]])
  })

  test('W24 on a line a note goes past what does not move', () => {
    expect(lineUp([box(0, 0), box(300, 40)], 'left', [box(0, 180)])).toEqual([[0, 0], [0, 360]])
  })

  test('W24 between notes that are spread out lies the same room', () => {
    expect(spreadOut([box(0, 0), box(900, 10), box(250, 20)], 'across')).toEqual([[0, 0], [900, 10], [450, 20]])
    expect(spreadOut([box(0, 0), box(50, 300)], 'across')).toEqual([[0, 0], [220, 300]])
  })

  test('W24 a heap becomes a block, read from above and from the left', () => {
    expect(stackUp([box(10, 10), box(50, 20), box(0, 300), box(120, 310)])).toEqual([[0, 10], [220, 10], [0, 190], [220, 190]])
  })
})
