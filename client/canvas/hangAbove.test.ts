import { expect, test } from 'vitest'
import { barPlace } from './hangAbove.ts'

const BAR = { width: 200, height: 70 }
const PHONE = { width: 360, height: 620 }
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })
const TOOLS = box(12, 12, 180, 48)
const PADS = box(64, 532, 232, 64)
const ZOOM = box(308, 340, 44, 260)

test.each<[name: string, notes: ReturnType<typeof box>, place: readonly [number, number]]>([
  ['above the notes', box(30, 200, 200, 100), [30, 120]],
  ['below them where there is no room above', box(30, 40, 200, 100), [30, 150]],
  ['under the tools where the notes fill the canvas', box(-500, -400, 1600, 1200), [150, 64]],
  ['over the pads where the notes lie behind these', box(30, 605, 200, 100), [30, 458]],
  ['beside the zoom', box(250, 450, 100, 60), [104, 370]],
  ['inside of the canvas', box(300, 200, 200, 100), [150, 120]],
])('W21 the bar of the selection hangs %s', (_, notes, place) => expect(barPlace(BAR, notes, PHONE, [TOOLS, PADS, ZOOM])).toEqual(place))
