import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { areCloser, boxAt, type Box } from './box.ts'
import { findFreePlace } from './findFreePlace.ts'

const SIZE = { width: 200, height: 160 }
const note = (x: number, y: number, height = 160): Box => ({ x, y, width: 200, height })

describe('findFreePlace', () => {
  test('takes the very place when nothing is there', () => {
    expect(findFreePlace(SIZE, [13.5, -7], [note(300, 0)])).toEqual([13.5, -7])
  })

  test('goes beside what is in the way, one gap apart, the shorter way', () => {
    expect(findFreePlace(SIZE, [10, 0], [note(0, 0)])).toEqual([10, -180])
    expect(findFreePlace(SIZE, [0, 60], [note(0, 0)])).toEqual([0, 180])
    expect(findFreePlace(SIZE, [160, 40], [note(0, 0)])).toEqual([220, 40])
  })

  test('finds the hole in a full wall', () => {
    const wall = [-2, -1, 0, 1, 2].flatMap((column) => [-2, -1, 0, 1, 2].map((row) => note(column * 220, row * 180)))
    const withHole = wall.filter(({ x, y }) => x !== 220 || y !== -180)
    expect(findFreePlace(SIZE, [0, 0], withHole)).toEqual([220, -180])
  })

  test('leaves a wall of ten thousand notes from its middle', () => {
    const wall = Array.from({ length: 10_000 }, (_, i) => note((i % 100) * 220 - 11_000, Math.floor(i / 100) * 180 - 9000))
    const [, y] = findFreePlace(SIZE, [0, 0], wall)
    expect(Math.abs(y)).toBeGreaterThanOrEqual(9000)
  })

  test('W6 notes that hang at the ends of the world find a place together, and at once', () => {
    const block = { width: 600_000, height: 400_000 }
    const wall = Array.from({ length: 400 }, (_, i) => note((i % 20) * 30_000, Math.floor(i / 20) * 20_000))
    const place = findFreePlace(block, [300_000, 0], wall)
    for (const other of wall) expect(areCloser(boxAt(place, block), other, 20)).toBe(false)
  })

  const box = fc.record(
    { x: fc.integer({ min: -800, max: 800 }), y: fc.integer({ min: -800, max: 800 }), width: fc.constant(200), height: fc.integer({ min: 160, max: 700 }) },
    { noNullPrototype: true },
  )
  property.prop([fc.array(box, { maxLength: 40 }), box, fc.constantFrom(0, 8, 20)])(
    'W6 a note that finds its place overlaps nothing, wherever the others hang',
    (taken, { x, y, ...size }, gap) => {
      const place = findFreePlace(size, [x, y], taken, gap)
      for (const other of taken) expect(areCloser(boxAt(place, size), other, gap)).toBe(false)
    },
  )
})
