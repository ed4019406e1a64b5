import type { Size } from '#shared/layout/box.ts'
import { fitted, type Insets } from './camera.ts'
import { contentBox } from './contentBox.ts'
import { detailAtRest } from './levelOfDetail.ts'
import type { HungNote } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'
import { paintRing } from './paintAbove.ts'
import { paintNotes } from './paintNotes.ts'
import { paintWall } from './paintWall.ts'

const INSETS: Insets = { top: 16, right: 16, bottom: 16, left: 16 }

/**
 * Paints a whole wall into a small picture, which does not move.
 * @param ringed notes to point out
 * @param size of the picture, in CSS pixels
 * @param ratio device pixels a CSS pixel
 */
export function paintMiniature(context: CanvasRenderingContext2D, notes: readonly HungNote[], ringed: readonly HungNote[], ink: NoteInk, size: Size, ratio: number): void {
  const camera = fitted(contentBox(notes) ?? { x: 0, y: 0, ...size }, size, INSETS)
  const scale = camera.zoom * ratio
  const origin = [-Math.round(camera.x * scale), -Math.round(camera.y * scale)] as const
  context.setTransform(1, 0, 0, 1, 0, 0)
  paintWall(context, ink, [0, 0, context.canvas.width, context.canvas.height], origin, scale)
  paintNotes(context, notes, ink, origin, scale, detailAtRest(camera.zoom))
  context.setTransform(scale, 0, 0, scale, ...origin)
  for (const hung of ringed) paintRing(context, hung, ink.focus, ink.surface, 3 / camera.zoom)
}
