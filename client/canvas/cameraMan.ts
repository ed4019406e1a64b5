import type { Size } from '#shared/layout/box.ts'
import { between, type Camera } from './camera.ts'

const FLIGHT_MS = 320

export interface CameraMan {
  readonly camera: () => Camera
  /** Size of the canvas in CSS pixels. */
  readonly size: () => Size
  resize(size: Size): void
  /** Shows this at once. */
  cut(camera: Camera): void
  /** Goes there smoothly, or at once for those who asked their device for less motion. */
  fly(camera: Camera): void
  /** @returns whether the flight goes on */
  step(timeMs: number): boolean
  /** @returns how to stop listening */
  readonly onMove: (listener: (camera: Camera) => void) => () => void
}

/** Holds the camera: jumps, flights, and who wants to know. */
export function createCameraMan(start: Camera = { x: 0, y: 0, zoom: 1 }): CameraMan {
  let camera = start
  let size: Size = { width: 1, height: 1 }
  let flight: { from: Camera; to: Camera; startMs: number | undefined } | undefined
  const listeners = new Set<(camera: Camera) => void>()
  const show = (next: Camera): void => {
    camera = next
    for (const listener of listeners) listener(camera)
  }
  return {
    camera: () => camera,
    size: () => size,
    resize(next) {
      size = next
    },
    cut(to) {
      flight = undefined
      show(to)
    },
    fly(to) {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
      flight = isStill ? undefined : { from: camera, to, startMs: undefined }
      show(isStill ? to : camera)
    },
    step(timeMs) {
      if (!flight) return false
      flight.startMs ??= timeMs
      const progress = Math.min(1, (timeMs - flight.startMs) / FLIGHT_MS)
      const { from, to } = flight
      if (progress === 1) flight = undefined
      show(progress === 1 ? to : between(from, to, size, 1 - (1 - progress) ** 3))
      return progress < 1
    },
    onMove(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
