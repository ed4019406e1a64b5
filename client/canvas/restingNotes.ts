import { areCloser, type Box } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Section } from '#shared/wall/schema.ts'
import type { Camera } from './camera.ts'
import { detailAtRest, detailPlainly, type Detail } from './levelOfDetail.ts'
import type { HungNote, NoteIndex } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'
import type { NoteLook } from './noteSift.ts'
import { SHADOW_ROOM } from './paintNote.ts'
import { paintMark } from './paintMark.ts'
import { paintNotes } from './paintNotes.ts'
import { paintSections } from './paintSections.ts'
import { paintWall } from './paintWall.ts'
import { createTiledPicture } from './tiledPicture.ts'
import type { Region } from './tileSheet.ts'

/** Milliseconds of painting tiles in one frame. */
const BUDGET_MS = 6
/** The same for the first picture: what is painted plainly until its tile is there is painted in vain. */
const FIRST_MS = 120
/** So long after its last change the zoom is taken to rest. */
const REST_MS = 120

export interface RestingNotes {
  /**
   * Paints the wall and all notes on it but those in hand.
   * @param ratio device pixels a CSS pixel
   * @param begunAt when this frame's work began, by the page's clock
   * @param gliding where notes are that are on their way to where they hang
   * @returns whether there is more to paint in the next frame
   */
  draw(context: CanvasRenderingContext2D, camera: Camera, ratio: number, begunAt: number | undefined, gliding?: (hung: HungNote) => HungNote): boolean
  /** Paints a little of what lies just out of sight. @param isCalm nothing has moved for a while @returns whether there was something to paint */
  paintAhead(isCalm: boolean): boolean
  /** Something looks different in these boxes of the wall. */
  damage(boxes: Iterable<Box>): void
  /** Everything looks different. */
  drop(ink: NoteInk): void
}

interface RestingOptions {
  readonly lookOf: (id: NoteId) => NoteLook | 'inHand'
  /** It is pointed out as a need that nobody has answered. */
  readonly isMarked: (id: NoteId) => boolean
  readonly sections: () => Iterable<Section>
}

/** All notes that nobody here has in hand, as one picture of tiles. */
export function createRestingNotes(index: NoteIndex, firstInk: NoteInk, { lookOf, isMarked, sections }: RestingOptions): RestingNotes {
  let ink = firstInk
  let ratio = 1
  let lastScale = 0
  let zoomedAt = -Infinity

  const paintRegion = (context: CanvasRenderingContext2D, region: Region, scale: number, detailOf: (seen: readonly HungNote[]) => Detail, gliding?: (hung: HungNote) => HungNote): void => {
    const { left, top, width, height, originX, originY } = region
    paintWall(context, ink, [left, top, width, height], [originX, originY], scale)
    paintSections(context, sections(), ink, [originX, originY], scale)
    const room = SHADOW_ROOM
    const box = { x: (left - originX) / scale - room, y: (top - originY) / scale - room, width: width / scale + 2 * room, height: height / scale + 2 * room }
    const seen = gliding ? index.all().map(gliding).filter((hung) => areCloser(hung, box, 0)) : index.within(box)
    const looks = seen.map(({ note }) => lookOf(note.id))
    const at = [originX, originY] as const
    const detail = detailOf(seen)
    // Those that are looked for hang in front, so that none of them is covered by what was set aside.
    paintNotes(context, seen.filter((_, i) => looks[i] === 'dim'), ink, at, scale, detail, 'dim')
    const plain = seen.filter((_, i) => looks[i] === 'plain')
    paintNotes(context, plain, ink, at, scale, detail)
    for (const hung of plain) if (isMarked(hung.note.id)) paintMark(context, hung, ink, at, scale)
  }
  const picture = createTiledPicture({
    paint: (context, region, scale) => paintRegion(context, region, scale, () => detailAtRest(scale / ratio)),
    paintPlainly: (context, region, scale) => paintRegion(context, region, scale, ({ length }) => detailPlainly(scale / ratio, length)),
    isOpaque: true,
    budgetMs: BUDGET_MS,
    firstMs: FIRST_MS,
  })

  return {
    draw(context, camera, nextRatio, begunAt, gliding) {
      ratio = nextRatio
      const scale = camera.zoom * ratio
      context.setTransform(1, 0, 0, 1, 0, 0)
      const now = performance.now()
      if (scale !== lastScale) {
        // The very first picture is no change.
        if (lastScale !== 0) zoomedAt = now
        lastScale = scale
      }
      const origin = { originX: -Math.round(camera.x * scale), originY: -Math.round(camera.y * scale) }
      if (gliding) {
        const { width, height } = context.canvas
        paintRegion(context, { left: 0, top: 0, width, height, ...origin }, scale, ({ length }) => detailPlainly(camera.zoom, length), gliding)
        return true
      }
      const isZooming = now - zoomedAt < REST_MS
      const isSharp = picture.draw(context, { ...origin, scale }, isZooming, begunAt)
      return isZooming || !isSharp
    },
    paintAhead: (isCalm) => picture.paintAhead(isCalm),
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
