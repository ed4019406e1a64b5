import { expect, test } from 'vitest'
import { NOTE } from '../layout/noteShape.ts'
import { choosePaper } from './choosePaper.ts'

const A4 = [595, 842]
const sides = (width: number, height: number) => {
  const paper = choosePaper(width, height)
  return [paper.width, paper.height].map(Math.round)
}

test('R7 the wall goes on the smallest paper on which its smallest type has six points', () => {
  expect(sides(1000, 600)).toEqual([842, 595])
  expect(sides(600, 1000)).toEqual(A4)
  expect(sides(3000, 2000)).toEqual([1684, 1191])
  for (const [width, height] of [[400, 300], [1600, 900], [5000, 3000], [6000, 300], [300, 6000], [20_000, 900]] as const) {
    const paper = choosePaper(width, height)
    expect(paper.scale * NOTE.cornerFontPx).toBeGreaterThanOrEqual(5.999)
    expect(width * paper.scale).toBeLessThanOrEqual(paper.width - 2 * paper.margin + 0.01)
    expect(height * paper.scale).toBeLessThanOrEqual(paper.height - 2 * paper.margin - paper.headHeight + 0.01)
  }
})

test('R7 a wall too large for any paper still has a page that readers open', () => {
  const paper = choosePaper(1e6, 1e6)
  expect(Math.max(paper.width, paper.height)).toBeLessThanOrEqual(14_400)
  expect(paper.scale).toBeGreaterThan(0)
})

test('few notes are not blown up', () => {
  expect(choosePaper(NOTE.width, NOTE.minHeight).scale).toBe(1)
})
