import type { WallPoint } from '#shared/wall/schema.ts'
import { areCloser, boxAt, type Box, type Size } from './box.ts'

/** Between two notes that the wall itself put side by side. */
export const NOTE_GAP = 20

/** Distance between two places that are tried: notes side by side (200 + 20) and below each other (160 + 20) fall on it. */
const STEP = 20
/** Farther out than this the wall is given up on; no wall of 10,000 notes is as wide. */
const MOST_RINGS = 2000

/**
 * The free place nearest to where something should go: there itself, else on ever wider rings around it. On one ring
 * the nearest wins, then the upper one, then the left one.
 * @param near where its top left corner should be
 * @param taken what already hangs on the wall
 * @param gap least distance to everything taken, in wall units
 * @returns its top left corner; `near` itself if the wall is full for 40,000 units around
 */
export function findFreePlace(size: Size, near: WallPoint, taken: Iterable<Box>, gap: number = NOTE_GAP): WallPoint {
  const blocker = indexOf(taken, gap)
  if (!blocker(boxAt(near, size))) return near
  for (let ring = 1; ring <= MOST_RINGS; ring++) {
    const free = nearestOnRing(ring, size, near, gap, blocker)
    if (free) return free
  }
  return near
}

type Blocker = (box: Box) => Box | undefined

function nearestOnRing(ring: number, size: Size, near: WallPoint, gap: number, blocker: Blocker): WallPoint | undefined {
  let best: { place: WallPoint; distance: number } | undefined
  for (const { from, along } of SIDES) {
    for (let step = -ring; step <= ring; step++) {
      const column = along === 'x' ? step : from * ring
      const row = along === 'x' ? from * ring : step
      const place: WallPoint = [near[0] + column * STEP, near[1] + row * STEP]
      const blocked = blocker(boxAt(place, size))
      if (blocked) {
        // No place beside this one is free before the end of what is in the way.
        const end = along === 'x' ? blocked.x + blocked.width - place[0] : blocked.y + blocked.height - place[1]
        step += Math.max(0, Math.ceil((end + gap) / STEP) - 1)
        continue
      }
      const distance = column * column + row * row
      if (!best || distance < best.distance) best = { place, distance }
    }
  }
  return best?.place
}

/** Top, left, right, bottom: the order decides between equally near places. */
const SIDES = [
  { along: 'x', from: -1 },
  { along: 'y', from: -1 },
  { along: 'y', from: 1 },
  { along: 'x', from: 1 },
] as const

/** Boxes by the squares of the wall that they lie in, so that a place is compared with its neighbours only. */
function indexOf(boxes: Iterable<Box>, gap: number): Blocker {
  const SQUARE = 256
  const squares = new Map<string, Box[]>()
  const eachSquare = ({ x, y, width, height }: Box, margin: number, visit: (key: string) => Box | undefined) => {
    const right = Math.floor((x + width + margin) / SQUARE)
    const bottom = Math.floor((y + height + margin) / SQUARE)
    for (let column = Math.floor((x - margin) / SQUARE); column <= right; column++) {
      for (let row = Math.floor((y - margin) / SQUARE); row <= bottom; row++) {
        const found = visit(`${column},${row}`)
        if (found) return found
      }
    }
    return undefined
  }
  for (const box of boxes) {
    eachSquare(box, 0, (key) => {
      const square = squares.get(key)
      if (square) square.push(box)
      else squares.set(key, [box])
      return undefined
    })
  }
  return (box) => eachSquare(box, gap, (key) => squares.get(key)?.find((other) => areCloser(box, other, gap)))
}
