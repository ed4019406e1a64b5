import type { WallPoint } from '#shared/wall/schema.ts'
import { areCloser, boxAt, type Box, type Size } from './box.ts'

/** Between two notes that the wall itself put side by side. */
export const NOTE_GAP = 20

/** Distance between two places that are tried: notes side by side (200 + 20) and below each other (160 + 20) fall on it. */
const STEP = 20
/** For what is larger than this, notes that hang far apart and stay together, the distance grows with its size. */
const LARGE = 2000
/** Farther out than this the wall is given up on; no wall of 10,000 notes is as wide. */
const MOST_RINGS = 2000

/** The places of a wall that are free: for many notes that look for theirs one after the other. */
export interface FreePlaces {
  /**
   * The free place nearest to where something should go: there itself, else on ever wider rings around it. On one ring
   * the nearest wins, then the upper one, then the left one.
   * @param near where its top left corner should be
   * @param gap least distance to everything taken, in wall units
   * @returns its top left corner; `near` itself if the wall is full for 40,000 units around
   */
  find(size: Size, near: WallPoint, gap?: number): WallPoint
  /** Something hangs there from now on. */
  take(box: Box): void
}

/** @param taken what already hangs on the wall */
export function freePlaces(taken: Iterable<Box>): FreePlaces {
  const { take, inTheWay } = indexOf(taken)
  return {
    take,
    find(size, near, gap = NOTE_GAP) {
      const blocker: Blocker = (box, along) => inTheWay(box, gap, along)
      if (!blocker(boxAt(near, size), 'x')) return near
      const unit = STEP * Math.ceil(Math.max(size.width, size.height) / LARGE)
      for (let ring = 1; ring <= MOST_RINGS; ring++) {
        const free = nearestOnRing(ring, unit, size, near, gap, blocker)
        if (free) return free
      }
      return near
    },
  }
}

/** The same for a single one. */
export const findFreePlace = (size: Size, near: WallPoint, taken: Iterable<Box>, gap?: number): WallPoint => freePlaces(taken).find(size, near, gap)

/** What stands in the way of this box, if anything does. @param along the direction in which one would go around it */
type Blocker = (box: Box, along: 'x' | 'y') => Box | undefined

function nearestOnRing(ring: number, unit: number, size: Size, near: WallPoint, gap: number, blocker: Blocker): WallPoint | undefined {
  let best: { place: WallPoint; distance: number } | undefined
  for (const { from, along } of SIDES) {
    for (let step = -ring; step <= ring; step++) {
      const column = along === 'x' ? step : from * ring
      const row = along === 'x' ? from * ring : step
      const place: WallPoint = [near[0] + column * unit, near[1] + row * unit]
      const blocked = blocker(boxAt(place, size), along)
      if (blocked) {
        // No place beside this one is free before the end of what is in the way.
        const end = along === 'x' ? blocked.x + blocked.width - place[0] : blocked.y + blocked.height - place[1]
        step += Math.max(0, Math.ceil((end + gap) / unit) - 1)
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

const SQUARE = 256

/** Boxes by the squares of the wall that they lie in, so that a place is compared with its neighbours only. */
function indexOf(taken: Iterable<Box>) {
  const boxes: Box[] = []
  const squares = new Map<number, Box[]>()
  const spanOf = ({ x, y, width, height }: Box, margin: number) => ({
    left: Math.floor((x - margin) / SQUARE),
    right: Math.floor((x + width + margin) / SQUARE),
    top: Math.floor((y - margin) / SQUARE),
    bottom: Math.floor((y + height + margin) / SQUARE),
  })
  const keyOf = (column: number, row: number): number => column * 2 ** 24 + row
  const take = (box: Box): void => {
    boxes.push(box)
    const { left, right, top, bottom } = spanOf(box, 0)
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const square = squares.get(keyOf(column, row))
        if (square) square.push(box)
        else squares.set(keyOf(column, row), [box])
      }
    }
  }
  const inTheWay = (box: Box, gap: number, along: 'x' | 'y'): Box | undefined => {
    const { left, right, top, bottom } = spanOf(box, gap)
    // As large as many notes: all of them are looked through faster, and the one that reaches farthest spares most steps.
    if ((right - left + 1) * (bottom - top + 1) > boxes.length) return farthest(boxes, box, gap, along)
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const found = squares.get(keyOf(column, row))?.find((other) => areCloser(box, other, gap))
        if (found) return found
      }
    }
    return undefined
  }
  for (const box of taken) take(box)
  return { take, inTheWay }
}

function farthest(boxes: readonly Box[], box: Box, gap: number, along: 'x' | 'y'): Box | undefined {
  let found: Box | undefined
  let end = -Infinity
  for (const other of boxes) {
    const otherEnd = along === 'x' ? other.x + other.width : other.y + other.height
    if (otherEnd <= end || !areCloser(box, other, gap)) continue
    found = other
    end = otherEnd
  }
  return found
}
