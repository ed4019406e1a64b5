import { areCloser, boxAround, boxAt, type Box } from '#shared/layout/box.ts'
import type { Pair, PairState, WallPoint } from '#shared/wall/schema.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { CandidateLine } from '../state/viewStore.ts'
import type { NoteInk } from './noteInk.ts'
import { textDirection } from '#shared/layout/textDirection.ts'
import { fontOf } from './inkMeasure.ts'
import { pairCurve, type Curve } from '#shared/layout/pairCurve.ts'

/** How a pair is drawn, so that its state can be told without colour; a pair that came to nothing is not. */
const LOOK: Readonly<Record<PairState, { dash: readonly number[]; width: number; isDouble: boolean; isChecked: boolean } | undefined>> = {
  suggested: { dash: [0.1, 10], width: 3.5, isDouble: false, isChecked: false },
  interested: { dash: [3, 7], width: 2.5, isDouble: false, isChecked: false },
  contacted: { dash: [], width: 2.5, isDouble: false, isChecked: false },
  agreed: { dash: [], width: 7, isDouble: true, isChecked: true },
  done: { dash: [], width: 4, isDouble: false, isChecked: true },
  declined: undefined,
  dropped: undefined,
}

const FAINT = 0.4
/** Around a line for what is drawn on it, in CSS pixels. */
const ROOM_PX = 120

/**
 * Draws the pairs that stand in a state as lines between their notes.
 * @param context in wall units
 * @param isNear whether a note is one that the person is looking at: its lines are strong, the others let the text through
 * @param zoom lines keep a width that can be seen from afar
 * @param seen what of the wall is in sight, in wall units: of a line that does not come near it nothing is drawn
 * @param wordOf a state in the reader's language: it stands on the lines of the notes that the person is looking at
 */
export function paintPairs(
  context: CanvasRenderingContext2D,
  pairs: Iterable<Pair>,
  boxOf: (note: NoteId) => Box | undefined,
  isNear: (note: NoteId) => boolean,
  ink: NoteInk,
  zoom: number,
  seen: Box,
  wordOf: (state: PairState) => string,
): void {
  const thin = 1 / Math.max(zoom, 0.45)
  context.lineCap = 'round'
  for (const { need, offer, state } of pairs) {
    const look = state && LOOK[state]
    const from = look && boxOf(need)
    const to = look && boxOf(offer)
    if (!from || !to) continue
    const curve = pairCurve(from, to)
    // It stays within its four points; the word on it and its check reach a little farther.
    const reach = boxAround([curve.start, ...curve.bend, curve.end].map((point) => boxAt(point, { width: 0, height: 0 })))
    if (!reach || !areCloser(reach, seen, ROOM_PX * thin)) continue
    const path = pathOf(curve)
    const width = look.width * thin
    const isStrong = isNear(need) || isNear(offer)
    context.globalAlpha = isStrong ? 1 : FAINT
    context.setLineDash([])
    if (isStrong) {
      context.strokeStyle = ink.wall
      context.lineWidth = width + 3 * thin
      context.stroke(path)
    }
    context.setLineDash(look.dash.map((length) => length * thin))
    context.strokeStyle = ink.accent
    context.lineWidth = width
    context.stroke(path)
    context.setLineDash([])
    if (look.isDouble) {
      context.strokeStyle = ink.wall
      context.lineWidth = width - 4 * thin
      context.stroke(path)
    }
    context.globalAlpha = 1
    if (look.isChecked) paintCheck(context, curve.middle, ink, thin)
    if (isStrong) paintWord(context, wordOf(state), curve.middle, ink, { thin, below: look.isChecked ? 16 : -10 })
  }
}

/** The state in a word, on the line. @param at.below CSS pixels from the middle of the line to the upper edge of the word */
function paintWord(context: CanvasRenderingContext2D, word: string, [x, y]: WallPoint, ink: NoteInk, { thin, below }: { thin: number; below: number }): void {
  context.font = fontOf(12 * thin, 700)
  context.direction = textDirection(word)
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  const width = context.measureText(word).width + 16 * thin
  context.fillStyle = ink.surface
  context.strokeStyle = ink.accent
  context.lineWidth = 1.5 * thin
  context.beginPath()
  context.roundRect(x - width / 2, y + below * thin, width, 20 * thin, 10 * thin)
  context.fill()
  context.stroke()
  context.fillStyle = ink.accent
  context.fillText(word, x, y + (below + 14.3) * thin)
}

/**
 * What may belong together and is nobody's word yet: thin, in the colour of quiet text, and looser where it is less likely. They are few, those of
 * the selected note: from afar too they keep their width, and a light edge, without which they would be lost over red notes.
 */
export function paintCandidates(
  context: CanvasRenderingContext2D,
  candidates: readonly CandidateLine[],
  boxOf: (note: NoteId) => Box | undefined,
  ink: NoteInk,
  zoom: number,
): void {
  const thin = 1 / zoom
  context.lineCap = 'round'
  for (const { need, offer, isLikely } of candidates) {
    const [from, to] = [boxOf(need), boxOf(offer)]
    if (!from || !to) continue
    const path = pathOf(pairCurve(from, to))
    context.setLineDash([])
    context.strokeStyle = ink.wall
    context.lineWidth = 4.5 * thin
    context.stroke(path)
    context.setLineDash((isLikely ? [7, 5] : [1, 6]).map((length) => length * thin))
    context.strokeStyle = ink.quiet
    context.lineWidth = 2 * thin
    context.stroke(path)
  }
  context.setLineDash([])
}

/** The line of two notes that are shown joined. */
export function paintJoin(context: CanvasRenderingContext2D, need: Box, offer: Box, ink: NoteInk, zoom: number): void {
  const thin = 1 / Math.max(zoom, 0.3)
  const curve = pairCurve(need, offer)
  context.lineCap = 'round'
  context.setLineDash([])
  for (const [colour, width] of [[ink.surface, 8], [ink.accent, 4]] as const) {
    context.strokeStyle = colour
    context.fillStyle = colour
    context.lineWidth = width * thin
    context.stroke(pathOf(curve))
    for (const [x, y] of [curve.start, curve.end]) {
      context.beginPath()
      context.arc(x, y, (width + 2) * thin, 0, 2 * Math.PI)
      context.fill()
    }
  }
}

function pathOf({ start, bend, end }: Curve): Path2D {
  const path = new Path2D()
  path.moveTo(...start)
  path.bezierCurveTo(...bend[0], ...bend[1], ...end)
  return path
}

function paintCheck(context: CanvasRenderingContext2D, [x, y]: WallPoint, ink: NoteInk, thin: number): void {
  context.fillStyle = ink.accent
  context.strokeStyle = ink.surface
  context.lineWidth = 2.5 * thin
  context.beginPath()
  context.arc(x, y, 12 * thin, 0, 2 * Math.PI)
  context.fill()
  context.stroke()
  context.beginPath()
  context.moveTo(x - 5 * thin, y)
  context.lineTo(x - 1.5 * thin, y + 4 * thin)
  context.lineTo(x + 5.5 * thin, y - 4 * thin)
  context.stroke()
}
