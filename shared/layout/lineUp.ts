import type { WallPoint } from '#shared/wall/schema.ts'
import { areCloser, boxAround, type Box } from './box.ts'
import { NOTE_GAP } from './findFreePlace.ts'

/** The edge or middle that boxes come to share. */
export type Line = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** Boxes that are nearer than this are pushed apart; in wall units. */
const LEAST_GAP = 8

/**
 * Puts boxes on one line of the box around them all. Along the line each stays where it is, unless it would lie on
 * another or on something that does not move: then it goes on along the line until there is room.
 * @param others what stays where it is
 * @returns the top left corners, in the order of `boxes`
 */
export function lineUp(boxes: readonly Box[], line: Line, others: readonly Box[] = []): readonly WallPoint[] {
  const around = boxAround(boxes)
  if (!around) return []
  const isColumn = line === 'left' || line === 'centre' || line === 'right'
  const order = boxes.map((_, i) => i).sort((a, b) => compare(boxes[a], boxes[b], isColumn))
  const placed: Box[] = []
  const points: WallPoint[] = []
  for (const i of order) {
    const box = boxes[i]
    if (!box) continue
    let place: Box = { ...box, ...onLine(box, around, line) }
    // Each round goes past one more box that is in the way; the farthest end of what is in the way comes last.
    for (let blocked = inTheWay(place, placed, others); blocked; blocked = inTheWay(place, placed, others)) {
      place = isColumn ? { ...place, y: blocked.y + blocked.height + NOTE_GAP } : { ...place, x: blocked.x + blocked.width + NOTE_GAP }
    }
    placed.push(place)
    points[i] = [Math.round(place.x), Math.round(place.y)]
  }
  return points
}

function onLine(box: Box, around: Box, line: Line): Pick<Box, 'x' | 'y'> {
  const { x, y } = box
  switch (line) {
    case 'left':
      return { x: around.x, y }
    case 'centre':
      return { x: around.x + (around.width - box.width) / 2, y }
    case 'right':
      return { x: around.x + around.width - box.width, y }
    case 'top':
      return { x, y: around.y }
    case 'middle':
      return { x, y: around.y + (around.height - box.height) / 2 }
    case 'bottom':
      return { x, y: around.y + around.height - box.height }
  }
}

const inTheWay = (place: Box, placed: readonly Box[], others: readonly Box[]): Box | undefined =>
  placed.find((other) => areCloser(place, other, LEAST_GAP)) ?? others.find((other) => areCloser(place, other, LEAST_GAP))

function compare(a: Box | undefined, b: Box | undefined, isColumn: boolean): number {
  if (!a || !b) return 0
  return isColumn ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y
}
