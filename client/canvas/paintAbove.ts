import i18next from 'i18next'
import { areCloser, type Box } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Wall } from '#shared/wall/schema.ts'
import type { Presence } from '../session/presence.ts'
import { seenBox, toScreen, type Camera } from './camera.ts'
import { cursorColour } from './cursorColour.ts'
import { isInHand, type Hand } from './hand.ts'
import type { CarriedNote } from './othersDrags.ts'
import type { HungNote } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'
import { paintCaret } from './paintCaret.ts'
import { paintName } from './paintName.ts'
import { paintNote } from './paintNote.ts'
import { paintCandidates, paintJoin, paintPairs } from './paintPairs.ts'

export interface Scene {
  /** A note where it hangs, if it can be seen. */
  readonly hung: (id: NoteId) => HungNote | undefined
  readonly wall: Wall
  readonly others: readonly Presence[]
  /** What others carry. */
  readonly carried: ReadonlyMap<NoteId, CarriedNote>
  readonly hand: Hand
  readonly ink: NoteInk
  readonly camera: Camera
  /** Device pixels a CSS pixel. */
  readonly ratio: number
  /** Paints the notes that are lifted off the wall. */
  readonly paintLifted: () => void
}

/** Paints what is above the resting notes: pairs, what is selected or in hand, who else is writing. */
export function paintAbove(context: CanvasRenderingContext2D, scene: Scene): void {
  const { wall, carried, hand, ink, camera, ratio } = scene
  const scale = camera.zoom * ratio
  // The same whole pixel as the tiles, or rings would tremble around their notes.
  const inWallUnits = (): void =>
    context.setTransform(scale, 0, 0, scale, -Math.round(camera.x * scale), -Math.round(camera.y * scale))
  const whereNow = (id: NoteId): HungNote | undefined => {
    const hung = scene.hung(id)
    const by = hand.lifted?.ids.has(id) ? hand.lifted.by : carried.get(id)?.by
    if (!hung || !by) return hung
    const [dx, dy] = by
    return { ...hung, x: hung.x + dx, y: hung.y + dy }
  }
  const seen = seenBox(camera, { width: context.canvas.width / ratio, height: context.canvas.height / ratio })
  inWallUnits()
  paintCandidates(context, hand.candidates, whereNow, ink, camera.zoom)
  paintPairs(context, wall.pairs.values(), whereNow, (id) => hand.selection.has(id) || hand.hovered === id, ink, camera.zoom, seen, (state) => i18next.t(`pair.state.${state}`))
  const joined = hand.joined && [whereNow(hand.joined.need), whereNow(hand.joined.offer)]
  if (joined?.[0] && joined[1]) {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 0.68
    context.fillStyle = ink.wall
    context.fillRect(0, 0, context.canvas.width, context.canvas.height)
    context.globalAlpha = 1
    inWallUnits()
    for (const hung of joined) if (hung) paintAt(context, hung, ink, { lifted: true })
    paintJoin(context, joined[0], joined[1], ink, camera.zoom)
  }
  for (const [id, { participant }] of carried) {
    const hung = isInHand(hand, id) ? undefined : whereNow(id)
    if (!hung) continue
    paintAt(context, hung, ink, { lifted: true })
    paintRing(context, hung, cursorColour(participant), undefined, 2 / camera.zoom)
  }
  scene.paintLifted()
  inWallUnits()
  const edited = hand.editing === undefined ? undefined : whereNow(hand.editing)
  if (edited) paintAt(context, edited, ink, { withText: false, lifted: true })
  // Many that are carried say by being carried that they are selected: rings around all of them would take most of each frame.
  const isCarryingMany = (hand.lifted?.ids.size ?? 0) > MOST_RINGS_IN_HAND
  const selected = [...hand.selection, ...(hand.lasso?.ids ?? [])].flatMap((id): Box[] => {
    if (isCarryingMany && hand.lifted?.ids.has(id)) return []
    const hung = whereNow(id)
    return hung && areCloser(hung, seen, 0) ? [hung] : []
  })
  paintRings(context, selected, ink.focus, ink.surface, 3 / camera.zoom)
  const hovered = hand.hovered === undefined || hand.selection.has(hand.hovered) ? undefined : scene.hung(hand.hovered)
  if (hovered && !isInHand(hand, hovered.note.id)) paintRing(context, hovered, ink.edge[hovered.note.kind], undefined, 2 / camera.zoom)
  if (hand.lasso) paintLasso(context, hand.lasso.box, ink.focus, camera.zoom)
  paintCarets(context, scene)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  paintWriters(context, scene)
  paintCarriers(context, scene, whereNow)
}

function paintLasso(context: CanvasRenderingContext2D, { x, y, width, height }: Box, colour: string, zoom: number): void {
  context.fillStyle = colour
  context.globalAlpha = 0.08
  context.fillRect(x, y, width, height)
  context.globalAlpha = 1
  context.setLineDash([6 / zoom, 4 / zoom])
  context.strokeStyle = colour
  context.lineWidth = 1.5 / zoom
  context.strokeRect(x, y, width, height)
  context.setLineDash([])
}

function paintAt(context: CanvasRenderingContext2D, hung: HungNote, ink: NoteInk, how: { withText?: boolean; lifted: boolean }): void {
  context.save()
  context.translate(hung.x, hung.y)
  paintNote(context, hung, ink, how)
  context.restore()
}

export const paintRing = (context: CanvasRenderingContext2D, box: Box, colour: string, halo: string | undefined, thick: number): void =>
  paintRings(context, [box], colour, halo, thick)

/** Of more notes than this in one hand, none has a ring. */
const MOST_RINGS_IN_HAND = 500
/** With more rings than this their corners are not rounded: each bend costs as much as the rest of its ring. */
const MOST_ROUNDED = 60

/** Paints rings around boxes as one path: the halo of one never covers the ring of another. */
function paintRings(context: CanvasRenderingContext2D, boxes: readonly Box[], colour: string, halo: string | undefined, thick: number): void {
  if (boxes.length === 0) return
  const rings = new Path2D()
  for (const { x, y, width, height } of boxes) {
    const box = [x - 1.2 * thick, y - 1.2 * thick, width + 2.4 * thick, height + 2.4 * thick] as const
    if (boxes.length <= MOST_ROUNDED) rings.roundRect(...box, 1.5 * thick)
    else rings.rect(...box)
  }
  context.setLineDash([])
  if (halo) {
    context.strokeStyle = halo
    context.lineWidth = 2 * thick
    context.stroke(rings)
  }
  context.strokeStyle = colour
  context.lineWidth = thick
  context.stroke(rings)
}

/** Smaller than this, names would lie on each other. */
const SMALLEST_ZOOM_FOR_WRITERS = 0.3

function paintCarets(context: CanvasRenderingContext2D, { hung: hungOf, others, camera }: Scene): void {
  for (const { participant, editing, caret } of others) {
    const hung = editing === null || caret === undefined ? undefined : hungOf(editing)
    if (hung && caret !== undefined) paintCaret(context, hung, caret, cursorColour(participant), camera.zoom)
  }
}

/** Whose hand each note is in; of several notes in one hand, on the first. */
function paintCarriers(context: CanvasRenderingContext2D, { wall, carried, camera }: Scene, whereNow: (id: NoteId) => HungNote | undefined): void {
  const named = new Set<string>()
  for (const [id, { participant }] of carried) {
    const hung = whereNow(id)
    const name = wall.people.get(participant)?.name
    if (!hung || !name || named.has(participant)) continue
    named.add(participant)
    const [x, y] = toScreen(camera, [hung.x, hung.y])
    paintName(context, name, [x + 8, y - 14], cursorColour(participant))
  }
}

function paintWriters(context: CanvasRenderingContext2D, { hung: hungOf, wall, others, camera }: Scene): void {
  if (camera.zoom < SMALLEST_ZOOM_FOR_WRITERS) return
  for (const { participant, editing } of others) {
    const hung = editing === null ? undefined : hungOf(editing)
    const name = wall.people.get(participant)?.name
    if (!hung || !name) continue
    const colour = cursorColour(participant)
    const [x, y] = toScreen(camera, [hung.x, hung.y])
    context.strokeStyle = colour
    context.lineWidth = 2
    context.strokeRect(x - 2, y - 2, hung.width * camera.zoom + 4, hung.height * camera.zoom + 4)
    paintName(context, `${name} …`, [x + 8, y - 14], colour)
  }
}
