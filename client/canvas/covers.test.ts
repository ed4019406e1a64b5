import { expect, test } from 'vitest'
import { createCovers, insetsOf } from './covers.ts'

const LEAST = { top: 32, right: 32, bottom: 32, left: 32 }
const LAPTOP = { width: 1000, height: 700 }
const PHONE = { width: 360, height: 560 }
const TOOLS = { x: 12, y: 12, width: 150, height: 40 }
const PADS = { x: 380, y: 604, width: 240, height: 72 }

test.each([
  ['nothing', LAPTOP, [], LEAST],
  ['tools above and pads below', LAPTOP, [TOOLS, PADS], { ...LEAST, top: 64, bottom: 108 }],
  ['the zoom, lying in a corner', LAPTOP, [{ x: 760, y: 644, width: 224, height: 40 }], { ...LEAST, bottom: 68 }],
  ['the zoom, standing in a corner', PHONE, [{ x: 308, y: 280, width: 44, height: 260 }], { ...LEAST, right: 64 }],
])('A30 what covers an edge is kept free of notes: %s', (_, size, covers, insets) => expect(insetsOf(size, covers, LEAST)).toEqual(insets))

test('A30 on the smallest screens there is room for notes still', () => {
  const { top, bottom } = insetsOf({ width: 320, height: 160 }, [{ x: 12, y: 12, width: 180, height: 48 }, { x: 60, y: 80, width: 160, height: 60 }], LEAST)
  expect(top + bottom).toBeCloseTo(96)
})

test('whoever listens is told what is new, and only that', () => {
  const covers = createCovers()
  let told = 0
  covers.onChange(() => told++)
  covers.lay([TOOLS], [])
  const edges = covers.edges()
  covers.lay([{ ...TOOLS }], [])
  expect(told).toBe(1)
  covers.hang(PADS)
  covers.hang({ ...PADS })
  expect(told).toBe(2)
  expect(covers.edges()).toBe(edges)
  expect(covers.all()).toEqual([TOOLS, PADS])
  covers.hang(undefined)
  expect(covers.all()).toEqual([TOOLS])
})
