import { boxAround, type Box } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { fitted, seenBox, type Camera, type Insets } from './camera.ts'
import type { CameraMan } from './cameraMan.ts'
import { insetsOf, type Covers } from './covers.ts'
import type { NoteIndex } from './noteIndex.ts'
import { wholeBox, wholeView } from './wholeWall.ts'

interface SightsOptions {
  readonly man: CameraMan
  readonly index: NoteIndex
  readonly sections: () => readonly Box[]
  /** What is kept free of notes at the edges, whatever covers them. */
  readonly insets: Insets
  readonly covers: Covers
  readonly isScreen: boolean
  /** The camera was set to a place already: what is there need not all be shown first. */
  readonly hasBegun: boolean
}

/** Where the camera goes to show notes. */
export interface Sights {
  /** Shows all notes. @param isSmooth else at once */
  showAll(isSmooth: boolean): void
  hasShownAll(): boolean
  /** What is seen is the whole wall, as it was fitted. */
  isWhole(): boolean
  /** Flies to show these notes, or all of them if none is named. */
  seek(notes: readonly NoteId[]): void
  /** Flies to show these notes as large as they fit. */
  zoomTo(notes: readonly NoteId[]): void
  /** Flies to show this note in the upper half, its type at least of this size in CSS pixels. */
  bringUp(id: NoteId, fontPx: number): void
  /** More or less of the edges is covered now: whoever sees all notes goes on seeing them all. */
  readonly stayWhole: () => void
  /** The canvas has another size now: the same. @returns `false`, and nothing done, where something else is looked at */
  refit(): boolean
}

/** A note is brought near enough to be read, but not nearer than this. */
const FOCUS_ZOOM = 1
/** The largest that notes get when they are to fill the screen. */
const SELECTION_ZOOM = 2
/** The largest a note gets on the room's screen while there are few of them. */
const SCREEN_ZOOM = 2

export function createSights({ man, index, sections, insets: leastInsets, covers, isScreen, hasBegun }: SightsOptions): Sights {
  let hasShownAll = hasBegun
  /** What was shown as the whole wall, and from where. */
  let whole: { readonly box: Box; readonly camera: Camera } | undefined
  let edges = covers.edges()
  const insetsNow = (): Insets => insetsOf(man.size(), covers.edges(), leastInsets)
  const around = (box: Box): Camera =>
    wholeView(box, sections(), { size: man.size(), covers: covers.edges(), least: leastInsets, maxZoom: isScreen ? SCREEN_ZOOM : 1 })
  const boxOf = (ids: readonly NoteId[]): Box | undefined => boxAround(ids.map(index.get).filter((hung) => hung !== undefined))
  /** What is seen of the wall between all that covers its edges. */
  const clearBox = (camera: Camera): Box => {
    const { width, height } = man.size()
    const insets = insetsNow()
    const inner = { width: width - insets.left - insets.right, height: height - insets.top - insets.bottom }
    const seen = seenBox(camera, inner)
    return { ...seen, x: seen.x + insets.left / camera.zoom, y: seen.y + insets.top / camera.zoom }
  }
  const showAll = (isSmooth: boolean): void => {
    const box = wholeBox({ notes: index.all(), sections: sections() })
    if (!box || man.size().width <= 1) return
    const camera = around(box)
    whole = { box, camera }
    hasShownAll = true
    if (!isSmooth) man.cut(camera)
    else if (isScreen) man.fly(camera)
    else man.leap(camera)
  }
  /** @returns `false`, and nothing done, when something else is looked at */
  const isWhole = (): boolean => whole !== undefined && isSame(man.camera(), whole.camera)
  const showWhole = (): boolean => {
    if (!whole || !isWhole()) return false
    const camera = around(whole.box)
    if (isSame(camera, whole.camera)) return true
    whole = { ...whole, camera }
    man.cut(camera)
    return true
  }
  return {
    showAll,
    hasShownAll: () => hasShownAll,
    isWhole,
    seek(ids) {
      if (ids.length === 0) return showAll(true)
      const box = boxOf(ids)
      if (!box) return
      const camera = man.camera()
      const near = fitted(box, man.size(), insetsNow(), Math.max(FOCUS_ZOOM, camera.zoom))
      // Nothing jumps for a note that can be read where it is.
      if (camera.zoom >= 0.6 * Math.min(near.zoom, FOCUS_ZOOM) && isWithin(box, clearBox(camera))) return
      man.leap(near)
    },
    zoomTo(ids) {
      const box = boxOf(ids)
      if (box) man.leap(fitted(box, man.size(), insetsNow(), SELECTION_ZOOM))
    },
    bringUp(id, fontPx) {
      const hung = index.get(id)
      if (!hung) return
      const zoom = Math.max(man.camera().zoom, fontPx / hung.layout.fontPx)
      const narrow = (man.size().width - 16) / hung.width
      man.leap(fitted(hung, man.size(), { top: 16, right: 8, bottom: man.size().height / 2, left: 8 }, Math.min(zoom, narrow)))
    },
    stayWhole() {
      if (covers.edges() === edges) return
      edges = covers.edges()
      showWhole()
    },
    refit: showWhole,
  }
}

const isSame = (a: Camera, b: Camera): boolean => a.x === b.x && a.y === b.y && a.zoom === b.zoom

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
