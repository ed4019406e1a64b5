import type { NoteKind } from '#shared/wall/schema.ts'
import type { WallMap } from './minimapScale.ts'
import type { HungNote } from './noteIndex.ts'
import type { NoteLook } from './noteSift.ts'

/** A note is at least as large as this on the map, in CSS pixels, or it could not be seen. */
const LEAST_PX = 2
/** How strong the specks are of notes that are dimmed on the wall. */
const DIM = 0.22

interface Specks {
  readonly map: WallMap
  readonly lookOf: (hung: HungNote) => NoteLook
  readonly paper: Readonly<Record<NoteKind, string>>
  /** Device pixels a CSS pixel. */
  readonly ratio: number
}

/**
 * Paints notes as specks over the whole of a small picture. They are written into its pixels: as rectangles of the canvas twenty
 * thousand of them take ten times as long, in one frame.
 */
export function paintSpecks(context: CanvasRenderingContext2D, notes: Iterable<HungNote>, { map, lookOf, paper, ratio }: Specks): void {
  const { width, height } = context.canvas
  const colours = {
    plain: { need: pixelOf(context, paper.need, 1), offer: pixelOf(context, paper.offer, 1) },
    dim: { need: pixelOf(context, paper.need, DIM), offer: pixelOf(context, paper.offer, DIM) },
  }
  const picture = context.createImageData(width, height)
  const pixels = new Uint32Array(picture.data.buffer)
  const scale = map.scale * ratio
  const left = map.left * ratio - map.content.x * scale
  const top = map.top * ratio - map.content.y * scale
  const least = Math.round(LEAST_PX * ratio)
  for (const hung of notes) {
    const look = lookOf(hung)
    if (look === 'hidden') continue
    // What hangs far off is a speck at the edge.
    const x = Math.max(0, Math.min(width - least, Math.round(left + hung.x * scale)))
    const y = Math.max(0, Math.min(height - least, Math.round(top + hung.y * scale)))
    const right = Math.min(width, x + Math.max(least, Math.round(hung.width * scale)))
    const bottom = Math.min(height, y + Math.max(least, Math.round(hung.height * scale)))
    const colour = colours[look][hung.note.kind]
    for (let row = y; row < bottom; row++) pixels.fill(colour, row * width + x, row * width + right)
  }
  context.putImageData(picture, 0, 0)
}

/** A colour of the theme as it lies in the memory of a picture. */
function pixelOf(context: CanvasRenderingContext2D, colour: string, alpha: number): number {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, 1, 1)
  context.globalAlpha = alpha
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  context.globalAlpha = 1
  return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0
}
