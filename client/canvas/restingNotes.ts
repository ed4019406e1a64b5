import type { Box } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Camera } from './camera.ts'
import { detailAtRest, detailInMotion, type Detail } from './levelOfDetail.ts'
import type { NoteIndex } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'
import { SHADOW_ROOM } from './paintNote.ts'
import { paintNotes } from './paintNotes.ts'
import { paintWall } from './paintWall.ts'
import { createTiles, type PaintRegion, type Region } from './tiles.ts'

/** Milliseconds of painting tiles in one frame. */
const BUDGET_MS = 6
/** So long after its last change the zoom is taken to rest. */
const REST_MS = 120
/** When more than this changes at once (a tidied wall), new tiles cost less than patches. */
const MOST_PATCHES = 200

export interface RestingNotes {
  /**
   * Paints the wall and all notes on it but those in hand.
   * @param ratio device pixels a CSS pixel
   * @returns whether there is more to paint in the next frame
   */
  draw(context: CanvasRenderingContext2D, camera: Camera, ratio: number): boolean
  /** Something looks different in these boxes of the wall. */
  damage(boxes: Iterable<Box>): void
  /** Everything looks different. */
  drop(ink: NoteInk): void
}

/** All notes that nobody here has in hand, as one picture of tiles; while the zoom changes, painted plainly each frame. */
export function createRestingNotes(index: NoteIndex, firstInk: NoteInk, isInHand: (id: NoteId) => boolean): RestingNotes {
  let ink = firstInk
  let tileScale = 0
  let lastScale = 0
  let lastZoom = 0
  let zoomedAt = -Infinity
  const damaged: Box[] = []

  const tiles = createTiles((context, region) => {
    paintRegion(context, region, tileScale, detailAtRest(lastZoom))
  }, BUDGET_MS)

  function paintRegion(context: CanvasRenderingContext2D, region: Region, scale: number, detail: Detail): void {
    const { left, top, width, height, originX, originY } = region
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.beginPath()
    context.rect(left, top, width, height)
    context.clip()
    paintWall(context, ink, [left, top, width, height], [originX, originY], scale)
    const room = SHADOW_ROOM
    const seen = index.within({
      x: (left - originX) / scale - room,
      y: (top - originY) / scale - room,
      width: width / scale + 2 * room,
      height: height / scale + 2 * room,
    })
    paintNotes(context, seen.filter(({ note }) => !isInHand(note.id)), ink, [originX, originY], scale, detail)
    context.restore()
  }

  return {
    draw(context, camera, ratio) {
      const scale = camera.zoom * ratio
      context.setTransform(1, 0, 0, 1, 0, 0)
      const now = performance.now()
      if (scale !== lastScale) {
        // The very first picture is no change.
        if (lastScale !== 0) zoomedAt = now
        lastScale = scale
      }
      const originX = -Math.round(camera.x * scale)
      const originY = -Math.round(camera.y * scale)
      const { width, height } = context.canvas
      if (now - zoomedAt < REST_MS) {
        const region = { left: 0, top: 0, width, height, originX, originY }
        const count = index.within({ x: camera.x, y: camera.y, width: width / scale, height: height / scale }).length
        const most = detailInMotion(count)
        paintRegion(context, region, scale, plainer(most, detailAtRest(camera.zoom)))
        return true
      }
      if (tileScale !== scale) {
        tiles.drop()
        tileScale = scale
        lastZoom = camera.zoom
        damaged.length = 0
      }
      for (const box of damaged.splice(0)) {
        const room = SHADOW_ROOM
        tiles.patch({
          x: (box.x - room) * scale,
          y: (box.y - room) * scale,
          width: (box.width + 2 * room) * scale,
          height: (box.height + 2 * room) * scale,
        })
      }
      const plainly: PaintRegion = (into, region) => paintRegion(into, region, scale, 'paper')
      return !tiles.draw(context, originX, originY, plainly)
    },
    damage(boxes) {
      for (const box of boxes) damaged.push(box)
      if (damaged.length <= MOST_PATCHES) return
      damaged.length = 0
      tiles.drop()
    },
    drop(nextInk) {
      ink = nextInk
      damaged.length = 0
      tiles.drop()
    },
  }
}

const PLAINEST_FIRST: readonly Detail[] = ['paper', 'bars', 'text']
const plainer = (a: Detail, b: Detail): Detail =>
  PLAINEST_FIRST[Math.min(PLAINEST_FIRST.indexOf(a), PLAINEST_FIRST.indexOf(b))] ?? 'paper'
