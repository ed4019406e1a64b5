import type { Box } from '#shared/layout/box.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { Camera } from './camera.ts'
import type { Hand } from './hand.ts'
import { detailAtRest, detailPlainly, type Detail } from './levelOfDetail.ts'
import type { HungNote, NoteIndex } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'
import { SHADOW_ROOM } from './paintNote.ts'
import { paintNotes } from './paintNotes.ts'
import { createTiledPicture } from './tiledPicture.ts'
import type { Region } from './tileSheet.ts'

/** Milliseconds of painting tiles in one frame. */
const BUDGET_MS = 4

export interface LiftedNotes {
  /** @returns whether there is more to paint in the next frame */
  draw(context: CanvasRenderingContext2D, camera: Camera, ratio: number): boolean
  /** Other notes were lifted, or the same ones moved. */
  hold(lifted: Hand['lifted']): void
  damage(boxes: Iterable<Box>): void
  drop(ink: NoteInk): void
}

/** Notes lifted off the wall: painted once, then moved as a picture, be it one or five hundred of them. */
export function createLiftedNotes(index: NoteIndex, firstInk: NoteInk): LiftedNotes {
  let ink = firstInk
  let ratio = 1
  let lifted: Hand['lifted']
  let lastScale = 0

  const paintRegion = (context: CanvasRenderingContext2D, { left, top, width, height, originX, originY }: Region, scale: number, detailOf: (seen: readonly HungNote[]) => Detail): void => {
    const room = SHADOW_ROOM
    const seen = index.within({
      x: (left - originX) / scale - room,
      y: (top - originY) / scale - room,
      width: width / scale + 2 * room,
      height: height / scale + 2 * room,
    })
    const mine = seen.filter(({ note }) => lifted?.ids.has(note.id))
    paintNotes(context, mine, ink, [originX, originY], scale, detailOf(mine), 'lifted')
  }
  const picture = createTiledPicture({
    paint: (context, region, scale) => paintRegion(context, region, scale, () => detailAtRest(scale / ratio)),
    paintPlainly: (context, region, scale) => paintRegion(context, region, scale, ({ length }) => detailPlainly(scale / ratio, length)),
    isOpaque: false,
    budgetMs: BUDGET_MS,
    firstMs: BUDGET_MS,
  })
  const originOf = (camera: Camera, [dx, dy]: WallPoint, scale: number): readonly [number, number] => [
    Math.round(dx * scale) - Math.round(camera.x * scale),
    Math.round(dy * scale) - Math.round(camera.y * scale),
  ]

  return {
    draw(context, camera, nextRatio) {
      if (!lifted) return false
      ratio = nextRatio
      const scale = camera.zoom * ratio
      const isZooming = scale !== lastScale && lastScale !== 0
      lastScale = scale
      const [originX, originY] = originOf(camera, lifted.by, scale)
      context.setTransform(1, 0, 0, 1, 0, 0)
      return !picture.draw(context, { originX, originY, scale }, isZooming)
    },
    hold(next) {
      const isSame = next !== undefined && lifted !== undefined && (next.ids === lifted.ids || (next.ids.size === lifted.ids.size && [...next.ids].every((id) => lifted?.ids.has(id))))
      lifted = next
      if (isSame) return
      lastScale = 0
      picture.clear()
    },
    damage(boxes) {
      const room = SHADOW_ROOM
      for (const { x, y, width, height } of boxes) picture.damage({ x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room })
    },
    drop(nextInk) {
      ink = nextInk
      picture.damageAll()
    },
  }
}
