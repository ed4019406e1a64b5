import { expect, test } from 'vitest'
import { pairCurve } from './pairCurve.ts'

const note = (x: number, y: number) => ({ x, y, width: 200, height: 160 })

test.each([
  ['to the right', note(0, 0), note(400, 40), [200, 80], [400, 120]],
  ['to the left', note(400, 40), note(0, 0), [400, 120], [200, 80]],
  ['below', note(0, 0), note(30, 400), [100, 160], [130, 400]],
  ['above', note(30, 400), note(0, 0), [130, 400], [100, 160]],
])('a pair is joined from edge to facing edge: %s', (_, a, b, start, end) => {
  const curve = pairCurve(a, b)
  expect(curve).toMatchObject({ start, end })
  expect(curve.middle).toEqual([(start[0] ?? 0) / 2 + (end[0] ?? 0) / 2, (start[1] ?? 0) / 2 + (end[1] ?? 0) / 2])
})
