import type { Presence } from '../session/presence.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { toScreen, type Camera, type ScreenPoint } from './camera.ts'
import { cursorColour } from './cursorColour.ts'
import { paintName } from './paintName.ts'

/** Share of the way to its new place that a cursor goes in 16 ms: they arrive only a few times a second. */
const PACE = 0.22
const ARRIVED = 0.5

export interface Cursors {
  /** Moves the cursors on their way. @returns whether one of them is still moving */
  step(others: ReadonlyMap<number, Presence>, elapsedMs: number): boolean
  /** @param context in CSS pixels */
  paint(context: CanvasRenderingContext2D, camera: Camera, nameOf: (participant: Presence['participant']) => string | undefined): void
}

/** The others' pointers, gliding from one place that was sent to the next. */
export function createCursors(): Cursors {
  const shown = new Map<number, { presence: Presence; at: WallPoint }>()
  return {
    step(others, elapsedMs) {
      let isMoving = false
      const share = 1 - (1 - PACE) ** (Math.min(elapsedMs, 100) / 16)
      for (const client of shown.keys()) if (!others.get(client)?.cursor) shown.delete(client)
      for (const [client, presence] of others) {
        const goal = presence.cursor
        if (!goal) continue
        const from = shown.get(client)?.at ?? goal
        const [dx, dy] = [goal[0] - from[0], goal[1] - from[1]]
        const hasArrived = Math.hypot(dx, dy) < ARRIVED
        shown.set(client, { presence, at: hasArrived ? goal : [from[0] + dx * share, from[1] + dy * share] })
        isMoving ||= !hasArrived
      }
      return isMoving
    },
    paint(context, camera, nameOf) {
      for (const { presence, at } of shown.values()) {
        const place = toScreen(camera, at)
        const colour = cursorColour(presence.participant)
        paintPointer(context, place, colour)
        const name = nameOf(presence.participant)
        if (name) paintName(context, name, [place[0] + 14, place[1] + 16], colour)
      }
    },
  }
}

function paintPointer(context: CanvasRenderingContext2D, [x, y]: ScreenPoint, colour: string): void {
  const pointer = new Path2D()
  pointer.moveTo(x, y)
  pointer.lineTo(x + 5, y + 16)
  pointer.lineTo(x + 8.5, y + 9.5)
  pointer.lineTo(x + 15.5, y + 7)
  pointer.closePath()
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = '#ffffff'
  context.stroke(pointer)
  context.fillStyle = colour
  context.fill(pointer)
}
