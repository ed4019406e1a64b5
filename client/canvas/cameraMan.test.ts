import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCameraMan } from './cameraMan.ts'

let isStill = false
beforeEach(() => {
  isStill = false
  vi.stubGlobal('matchMedia', () => ({ matches: isStill }))
})
afterEach(() => vi.unstubAllGlobals())

const HERE = { x: 0, y: 0, zoom: 1 }
const THERE = { x: 900, y: 0, zoom: 1 }

/** Frames of 16 ms, until nothing moves any more. @returns how many there were */
function run(man: ReturnType<typeof createCameraMan>, from = 1000): number {
  let frames = 0
  while (man.step(from + 16 * frames)) frames++
  return frames
}

test('W22 a pushed wall slides on, ever slower, and comes to rest', () => {
  const man = createCameraMan(HERE)
  man.glide([1, 0])
  const places: number[] = []
  for (let ms = 0; man.step(ms); ms += 16) places.push(man.camera().x)
  const steps = places.slice(1).map((x, i) => (places[i] ?? 0) - x)
  expect(steps.every((step, i) => step > 0 && step <= (steps[i - 1] ?? Infinity))).toBe(true)
  expect(Math.round(-man.camera().x)).toBeGreaterThan(250)
  expect(Math.round(-man.camera().x)).toBeLessThan(350)
})

test('W22 a wall that slides is stopped by a touch, and does not slide for those who want less motion', () => {
  const man = createCameraMan(HERE)
  man.glide([1, 0])
  man.halt()
  expect(run(man)).toBe(0)
  isStill = true
  man.glide([1, 0])
  expect(run(man)).toBe(0)
  expect(man.camera()).toEqual(HERE)
})

test('W27 back leads to where one was before each leap, and no farther', () => {
  const man = createCameraMan(HERE)
  man.leap(THERE)
  run(man)
  man.cut({ ...THERE, x: 1500 })
  man.leap(HERE)
  run(man)
  expect(man.canGoBack()).toBe(true)
  man.back()
  run(man)
  expect(man.camera().x).toBe(1500)
  man.back()
  run(man)
  expect(man.camera()).toEqual(HERE)
  expect(man.back()).toBe(false)
})

test('W27 a leap on the way somewhere leads back to where the way began; one that goes nowhere leads nowhere', () => {
  const man = createCameraMan(HERE)
  man.leap(THERE)
  man.step(0)
  man.step(100)
  man.leap({ ...THERE, x: 2000 })
  run(man, 200)
  man.back()
  run(man, 5000)
  expect(man.camera()).toEqual(HERE)
  man.leap(HERE)
  expect(man.canGoBack()).toBe(false)
})
