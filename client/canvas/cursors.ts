import type { Size } from '#shared/layout/box.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { Presence } from '../session/presence.ts'
import { toScreen, type Camera } from './camera.ts'
import { cursorColour, cursorShape } from './cursorColour.ts'
import { glided } from './glided.ts'
import { paintName } from './paintName.ts'
import { paintLaser, paintPointer } from './paintPointer.ts'

interface Sight {
  readonly camera: Camera
  readonly size: Size
  /** Only the laser is shown: on the room's screen, and where pointers would hide what little room there is. */
  readonly isLaserOnly: boolean
  /** The connection whose pointer is the facilitator's laser. */
  readonly laser: number | undefined
  /** Half its width, in CSS pixels. */
  readonly laserPx: number
  readonly nameOf: (participant: Presence['participant']) => string | undefined
}

export interface Cursors {
  /** Moves the cursors on their way. @returns whether one of them is still moving */
  step(others: ReadonlyMap<number, Presence>, elapsedMs: number): boolean
  /** @param context in CSS pixels */
  paint(context: CanvasRenderingContext2D, sight: Sight): void
}

/** How far outside of the canvas a pointer may be and still reach into it with its name, in CSS pixels. */
const MARGIN = 200

/** The others' pointers, gliding from one place that was sent to the next. */
export function createCursors(): Cursors {
  const shown = new Map<number, { presence: Presence; at: WallPoint }>()
  return {
    step(others, elapsedMs) {
      let isMoving = false
      for (const client of shown.keys()) if (!others.get(client)?.cursor) shown.delete(client)
      for (const [client, presence] of others) {
        const goal = presence.cursor
        if (!goal) continue
        const at = glided(shown.get(client)?.at ?? goal, goal, elapsedMs)
        shown.set(client, { presence, at })
        isMoving ||= at !== goal
      }
      return isMoving
    },
    paint(context, { camera, size, isLaserOnly, laser, laserPx, nameOf }) {
      for (const [client, { presence, at }] of shown) {
        if (isLaserOnly && client !== laser) continue
        const place = toScreen(camera, at)
        if (!isNear(place, size)) continue
        const colour = cursorColour(presence.participant)
        if (client === laser) paintLaser(context, place, laserPx)
        else paintPointer(context, place, cursorShape(presence.participant), colour)
        const name = isLaserOnly ? undefined : nameOf(presence.participant)
        if (name) paintName(context, name, [place[0] + 14, place[1] + 16], colour)
      }
    },
  }
}

const isNear = ([x, y]: readonly [number, number], { width, height }: Size): boolean => x > -MARGIN && y > -MARGIN && x < width + MARGIN && y < height + MARGIN
