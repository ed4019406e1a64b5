import { expect, test } from 'vitest'
import { edgePull } from './edgePull.ts'
import type { ScreenPoint } from './camera.ts'

const SIZE = { width: 800, height: 600 }
const MIDDLE: ScreenPoint = [400, 300]

test.each<[name: string, at: ScreenPoint, start: ScreenPoint, pull: ScreenPoint]>([
  ['nothing pulls in the middle', [400, 300], MIDDLE, [0, 0]],
  ['at the right edge the wall comes from the right', [800, 300], MIDDLE, [0.9, 0]],
  ['beyond the edge no faster than at it', [900, -50], MIDDLE, [0.9, -0.9]],
  ['half way into the margin, a quarter', [22, 300], MIDDLE, [-0.225, 0]],
  ['what was taken up near the edge stays', [20, 300], [20, 300], [0, 0]],
  ['and pulls when it goes nearer', [0, 300], [20, 300], [-0.9, 0]],
])('W23 %s', (_, at, start, pull) => expect(edgePull(at, SIZE, start)).toEqual(pull))
