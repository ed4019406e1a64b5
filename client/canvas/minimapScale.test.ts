import { expect, test } from 'vitest'
import { mapOf, onMap, throughMap } from './minimapScale.ts'

const CONTENT = { x: 100, y: 0, width: 1000, height: 200 }
const map = mapOf(CONTENT, { width: 120, height: 100 })

test('W35 the map shows the wall whole, in its middle', () => {
  expect(onMap(map, CONTENT)).toEqual({ x: 10, y: 40, width: 100, height: 20 })
})

test('W35 a press on the map finds the place on the wall', () => {
  expect(throughMap(map, [60, 50])).toEqual([600, 100])
})

test('W35 what is seen beyond the map ends at its edge, and never vanishes', () => {
  expect(onMap(map, { x: -900, y: -900, width: 9000, height: 9000 })).toEqual({ x: 0, y: 0, width: 120, height: 100 })
  expect(onMap(map, { x: 9000, y: 50, width: 500, height: 100 })).toEqual({ x: 114, y: 45, width: 6, height: 10 })
})
