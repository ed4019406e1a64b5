import { describe, expect, test } from 'vitest'
import { between, fitted, panned, toScreen, toWall, wheelFactor, ZOOM, zoomedTo, type Camera } from './camera.ts'

const camera: Camera = { x: 100, y: -50, zoom: 0.5 }
const none = { top: 0, right: 0, bottom: 0, left: 0 }

describe('camera', () => {
  test('W10 zooming keeps the wall under the pointer in its place', () => {
    const before = toWall(camera, [300, 200])
    const after = toWall(zoomedTo(camera, 1.7, [300, 200]), [300, 200])
    expect(after[0]).toBeCloseTo(before[0])
    expect(after[1]).toBeCloseTo(before[1])
  })

  test('zoom stays within its limits', () => {
    expect(zoomedTo(camera, 1000, [0, 0]).zoom).toBe(ZOOM.max)
    expect(zoomedTo(camera, 0, [0, 0]).zoom).toBe(ZOOM.min)
  })

  test('screen and wall are each other’s inverse', () => {
    expect(toWall(camera, toScreen(camera, [12, 34]))).toEqual([12, 34])
  })

  test('panning moves the wall with the finger', () => {
    expect(toScreen(panned(camera, 30, -10), toWall(camera, [5, 5]))).toEqual([35, -5])
  })

  test('W50 the wall is not pushed farther away than it reaches', () => {
    let far = camera
    for (let i = 0; i < 5000; i++) far = panned(far, -600, 600)
    expect(far).toEqual({ x: 1_200_000, y: -1_200_000, zoom: 0.5 })
  })

  test('one step of a mouse wheel is no leap', () => {
    expect(wheelFactor(120)).toBeCloseTo(Math.exp(-0.25))
    expect(wheelFactor(-4)).toBeCloseTo(Math.exp(0.02))
  })

  test('fitting shows the whole box in the middle of what is not covered', () => {
    const box = { x: -1000, y: 0, width: 4000, height: 1000 }
    const fit = fitted(box, { width: 1000, height: 800 }, { ...none, bottom: 100 })
    expect(fit.zoom).toBe(0.25)
    expect(toScreen(fit, [-1000, 500])).toEqual([0, 350])
    expect(fitted({ ...box, width: 10, height: 10 }, { width: 1000, height: 800 }, none).zoom).toBe(1)
  })

  test('a flight starts and ends where it should', () => {
    const size = { width: 800, height: 600 }
    const end: Camera = { x: 5000, y: 300, zoom: 2 }
    expect(between(camera, end, size, 0)).toEqual(camera)
    expect(between(camera, end, size, 1)).toEqual(end)
    expect(between(camera, end, size, 0.5).zoom).toBeCloseTo(1)
  })
})
