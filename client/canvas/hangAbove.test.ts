import { expect, test } from 'vitest'
import { barPlace } from './hangAbove.ts'

const BAR = { width: 300, height: 70 }
const PHONE = { width: 360, height: 620 }
const notes = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })

test.each<[name: string, box: ReturnType<typeof notes>, place: readonly [number, number]]>([
  ['above the notes', notes(30, 200, 300, 100), [30, 120]],
  ['below them where there is no room above', notes(30, 40, 300, 100), [30, 150]],
  ['at the upper edge where they fill the canvas', notes(-500, -400, 1600, 900), [50, 10]],
  ['above the pads where they lie behind these', notes(30, 600, 300, 100), [30, 430]],
  ['inside of the canvas', notes(300, 200, 200, 100), [50, 120]],
])('W21 the bar of the selection hangs %s', (_, box, place) => expect(barPlace(BAR, box, PHONE)).toEqual(place))
