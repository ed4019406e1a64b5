import { expect, test } from 'vitest'
import { contentBox } from './contentBox.ts'

const note = (x: number, y: number) => ({ x, y, width: 200, height: 160 })
const wall = Array.from({ length: 60 }, (_, i) => note((i % 10) * 220, Math.floor(i / 10) * 180))

test('a wall is shown whole', () => {
  expect(contentBox(wall)).toEqual({ x: 0, y: 0, width: 2180, height: 1060 })
  expect(contentBox([note(0, 0), note(9e5, 0)])).toMatchObject({ width: 900200 })
  expect(contentBox([])).toBeUndefined()
})

test('W11 one note at the end of the world does not turn all others into dots', () => {
  expect(contentBox([...wall, note(-9e5, 9e5)])).toEqual({ x: 0, y: 0, width: 2180, height: 1060 })
  expect(contentBox([...wall, note(5000, 0)])).toMatchObject({ width: 5200 })
})
