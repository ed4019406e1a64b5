import { expect, test } from 'vitest'
import type { Box } from '#shared/layout/box.ts'
import { toScreen } from './camera.ts'
import { createCameraMan } from './cameraMan.ts'
import { createCovers } from './covers.ts'
import { createSights } from './sights.ts'

const LEAST = { top: 32, right: 32, bottom: 32, left: 32 }
const NOTES = [{ x: 0, y: 0, width: 200, height: 160 }, { x: 900, y: 600, width: 200, height: 160 }]
const SECTION = { x: -40, y: -40, width: 500, height: 400 }
const FIND_BAR = { x: 300, y: 60, width: 400, height: 50 }

function sightsOf(sections: readonly Box[]) {
  const man = createCameraMan()
  const covers = createCovers()
  man.resize({ width: 1000, height: 700 })
  const index = { all: () => NOTES, get: () => undefined }
  const sights = createSights({ man, index: index as never, sections: () => sections, insets: LEAST, covers, isScreen: false, hasBegun: false })
  covers.onChange(sights.stayWhole)
  return { man, covers, sights, topOf: ({ x, y }: Box) => toScreen(man.camera(), [x, y])[1] }
}

test('A30 sections are part of the whole wall, and there is room for their titles', () => {
  const { sights, topOf } = sightsOf([SECTION])
  sights.showAll(false)
  expect(topOf(SECTION)).toBeGreaterThanOrEqual(32 + 40)
})

test('A30 whoever sees all notes goes on seeing them when more of the edges is covered', () => {
  const { sights, covers, topOf } = sightsOf([])
  sights.showAll(false)
  expect(topOf(NOTES[0] as Box)).toBeLessThan(110)
  covers.lay([FIND_BAR], [])
  expect(topOf(NOTES[0] as Box)).toBeGreaterThan(110)
})

test('A30 whoever sees all notes goes on seeing them when the device is turned, and its tools move', () => {
  const { sights, covers, man, topOf } = sightsOf([])
  sights.showAll(false)
  man.resize({ width: 400, height: 800 })
  expect(sights.refit()).toBe(true)
  const [left, right] = NOTES.map(({ x, width }) => [toScreen(man.camera(), [x, 0])[0], toScreen(man.camera(), [x + width, 0])[0]])
  expect([Math.round(left?.[0] ?? NaN), Math.round(right?.[1] ?? NaN)]).toEqual([32, 368])
  const before = topOf(NOTES[0] as Box)
  covers.lay([{ x: 0, y: 0, width: 400, height: 350 }], [])
  expect(topOf(NOTES[0] as Box)).toBeGreaterThan(before)
})

test('A30 who looks at something else is not taken away from it', () => {
  const { sights, covers, man } = sightsOf([])
  sights.showAll(false)
  expect(sights.isWhole()).toBe(true)
  const there = { x: 10, y: 20, zoom: 2 }
  man.cut(there)
  expect(sights.isWhole()).toBe(false)
  covers.lay([FIND_BAR], [])
  man.resize({ width: 400, height: 800 })
  expect(sights.refit()).toBe(false)
  expect(man.camera()).toBe(there)
})
