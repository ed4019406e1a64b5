import type { Size } from '#shared/layout/box.ts'
import { between, panned, type Camera, type ScreenPoint } from './camera.ts'

const FLIGHT_MS = 320
/** How many leaps can be gone back. */
const MOST_LEAPS = 30
/** A glide loses two thirds of its pace in this time, and ends when it is slower than `LEAST`, in CSS pixels a millisecond. */
const GLIDE = { fadesMs: 325, least: 0.02 } as const

export interface CameraMan {
  readonly camera: () => Camera
  /** Size of the canvas in CSS pixels. */
  readonly size: () => Size
  resize(size: Size): void
  /** Shows this at once. */
  cut(camera: Camera): void
  /** Goes there smoothly, or at once for those who asked their device for less motion. */
  fly(camera: Camera): void
  /** Flies to somewhere else; from there `back` leads to where one was. */
  leap(camera: Camera): void
  /** Flies to where one was before the last leap. @returns `false` if there was none */
  back(): boolean
  readonly canGoBack: () => boolean
  /** Ends a flight or a glide where it is. */
  halt(): void
  /** Slides on at so many CSS pixels a millisecond, ever slower; not for those who asked for less motion. */
  glide(velocity: ScreenPoint): void
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
  let gliding: { velocity: ScreenPoint; atMs: number | undefined } | undefined
  const left: Camera[] = []
  const listeners = new Set<(camera: Camera) => void>()
  const show = (next: Camera): void => {
    camera = next
    for (const listener of listeners) listener(camera)
  }
  function slide(timeMs: number): boolean {
    if (!gliding) return false
    const elapsed = Math.min(50, timeMs - (gliding.atMs ?? timeMs))
    const { velocity: [x, y] } = gliding
    const fade = Math.exp(-elapsed / GLIDE.fadesMs)
    gliding = Math.hypot(x, y) * fade < GLIDE.least ? undefined : { velocity: [x * fade, y * fade], atMs: timeMs }
    show(panned(camera, x * elapsed, y * elapsed))
    return gliding !== undefined
  }
  const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
  const fly = (to: Camera): void => {
    gliding = undefined
    flight = isStill() ? undefined : { from: camera, to, startMs: undefined }
    show(flight ? camera : to)
  }
  return {
    camera: () => camera,
    size: () => size,
    resize(next) {
      size = next
    },
    cut(to) {
      flight = undefined
      gliding = undefined
      show(to)
    },
    fly,
    leap(to) {
      // On the way somewhere already: the place that counts is the one that was left.
      if (!flight && isElsewhere(camera, to)) left.push(camera)
      if (left.length > MOST_LEAPS) left.shift()
      fly(to)
    },
    back() {
      const to = left.pop()
      if (to) fly(to)
      return to !== undefined
    },
    canGoBack: () => left.length > 0,
    halt() {
      if (!flight && !gliding) return
      flight = undefined
      gliding = undefined
      show(camera)
    },
    glide(velocity) {
      if (isStill()) return
      gliding = { velocity, atMs: undefined }
      show(camera) // asks for the next frame
    },
    step(timeMs) {
      if (gliding) return slide(timeMs)
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

/** Farther than a hand would notice. */
function isElsewhere(a: Camera, b: Camera): boolean {
  const moved = Math.hypot(a.x - b.x, a.y - b.y) * Math.max(a.zoom, b.zoom)
  return moved > 40 || Math.abs(Math.log(a.zoom / b.zoom)) > 0.05
}
