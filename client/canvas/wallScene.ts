import type { Box, Size } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Language, Wall, WallPoint } from '#shared/wall/schema.ts'
import type { Session, SessionState } from '../session/openSession.ts'
import type { Camera, Insets } from './camera.ts'
import { createCameraMan, type CameraMan } from './cameraMan.ts'
import { createCovers, type Covers } from './covers.ts'
import { createCursors } from './cursors.ts'
import { createGlide } from './glide.ts'
import { createFrameLoop } from './frameLoop.ts'
import { EMPTY_HAND, inHand, isInHand, type Hand } from './hand.ts'
import { createLiftedNotes } from './liftedNotes.ts'
import { looksOther } from './looksOther.ts'
import { movesInSight } from './movesInSight.ts'
import { createNoteIndex, type HungNote, type NoteIndex } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'
import { createNoteSift, type NoteLook, type NoteSift, type Sieve } from './noteSift.ts'
import { createNoteType, type NoteChange } from './noteType.ts'
import { createOthersDrags } from './othersDrags.ts'
import { paintAbove } from './paintAbove.ts'
import { createRestingNotes } from './restingNotes.ts'
import { createSights, type Sights } from './sights.ts'

interface SceneOptions {
  readonly session: Session
  readonly language: Language
  readonly ink: NoteInk
  readonly insets: Insets
  /** The room screen: always shows everything, large, and nobody's pointer. */
  readonly isScreen: boolean
  /** Asks for the picture to be painted, within this frame. */
  readonly draw: () => void
  /** Where to begin; without it, all notes are shown. */
  readonly start?: Camera | undefined
}

export interface WallScene extends Pick<Sights, 'seek' | 'zoomTo' | 'bringUp' | 'isWhole'> {
  readonly index: NoteIndex
  readonly man: CameraMan
  readonly covers: Covers
  /** Which notes are looked for here. */
  readonly sift: Omit<NoteSift, 'turnTo' | 'update'>
  /** The reader's language runs from right to left. */
  readonly isMirrored: boolean
  /** Looks for other notes, or for none in particular. */
  siftBy(sieve: Sieve | undefined): void
  /** Points out these notes as needs that nobody has answered, and no others. */
  mark(ids: ReadonlySet<NoteId>): void
  /** The note that a press at this point touches. */
  at(point: WallPoint): HungNote | undefined
  hand(): Hand
  hold(hand: Partial<Hand>): void
  /** Notes were lifted, carried on, or laid down. @returns how to stop listening */
  onLift(listener: (lifted: Hand['lifted']) => void): () => void
  resize(size: Size, ratio: number): void
  /** Paints everything anew, in other colours. */
  paintIn(ink: NoteInk): void
  /** Paints all there is to see. One canvas for all of it: a second one over it costs the browser as much as the first. */
  paint(context: CanvasRenderingContext2D): void
  /** A note was laid out anew: what stands over it has to follow. @returns how to stop listening */
  onNotes(listener: (ids: ReadonlySet<NoteId>) => void): () => void
  close(): void
}

/** With more notes than this that look different, painting all tiles anew costs less than finding out which. */
const MOST_PATCHES = 300

/** So long after the last frame that was drawn nobody is about to move the wall on. */
const CALM_MS = 100
/** More notes than these that others change at once wait for the next frame. */
const MOST_AT_ONCE = 20

/** Keeps the picture of the wall in step with the wall, one frame at a time. */
export function createWallScene({ session, language, ink: firstInk, insets, isScreen, draw, start }: SceneOptions): WallScene {
  let ink = firstInk
  const man = createCameraMan(start)
  const covers = createCovers()
  const cursors = createCursors()
  const drags = createOthersDrags()
  const glide = createGlide()
  // Fingers cover what little there is to see.
  const isLaserOnly = isScreen || matchMedia('(pointer: coarse)').matches
  const type = createNoteType(language, () => loop.invalidate())
  let hand = EMPTY_HAND
  let ratio = 1
  let marked: ReadonlySet<NoteId> = new Set()
  let isStale = true
  let isUnfinished = false
  /** Notes that others have changed and the picture has not taken over. */
  let waiting = new Set<NoteId>()
  let lastFrameMs = 0
  let lastDrawMs = 0
  /** When the work of the frame began that is being drawn. */
  let begunAt: number | undefined
  const wall = (): Wall => session.store.getState().wall
  const index = createNoteIndex(type.layOut)
  const sights = createSights({ man, index, sections: () => [...wall().sections.values()].map(({ box }) => box), insets, covers, isScreen, hasBegun: start !== undefined })
  const isHeld = (id: NoteId): boolean =>
    hand.selection.has(id) || isInHand(hand, id) || hand.joined?.need === id || hand.joined?.offer === id || drags.carried().has(id)
  const sift = createNoteSift(() => wall().notes, isHeld)
  const lookOf = (id: NoteId): NoteLook | 'inHand' => (isInHand(hand, id) || drags.carried().has(id) ? 'inHand' : sift.lookOf(id))
  const resting = createRestingNotes(index, ink, { lookOf, isMarked: (id) => marked.has(id), sections: () => wall().sections.values() })
  const lifted = createLiftedNotes(index, ink)
  const noteListeners = new Set<(ids: ReadonlySet<NoteId>) => void>()
  const liftListeners = new Set<(lifted: Hand['lifted']) => void>()

  const loop = createFrameLoop((timeMs) => {
    const elapsedMs = timeMs - lastFrameMs
    lastFrameMs = timeMs
    begunAt = performance.now()
    if (waiting.size > 0) takeWaiting()
    if (type.hasArrived()) layOutAnew()
    const isFlying = man.step(timeMs)
    const areOthersMoving = followOthers(elapsedMs)
    if (glide.step(timeMs)) isStale = true
    if (!isStale && !isUnfinished && !areOthersMoving) {
      begunAt = undefined
      return resting.paintAhead(timeMs - lastDrawMs > CALM_MS) || isFlying
    }
    isStale = false
    lastDrawMs = timeMs
    draw()
    begunAt = undefined
    return true
  })
  const stale = (): void => {
    isStale = true
    loop.invalidate()
  }

  const repaint = (): void => {
    resting.drop(ink)
    lifted.drop(ink)
  }

  const repaintNotes = (ids: readonly NoteId[]): void => {
    if (ids.length === 0) return
    if (ids.length > MOST_PATCHES) resting.drop(ink)
    else resting.damage(boxesOf(ids))
    stale()
  }

  /** @returns whether something of theirs is still on its way */
  function followOthers(elapsedMs: number): boolean {
    const { others } = session.store.getState()
    const { isMoving, turned } = drags.step(others.values(), wall().notes, elapsedMs)
    if (turned.length > 0) {
      resting.damage(boxesOf(turned))
      isStale = true
    }
    return cursors.step(others, elapsedMs) || isMoving
  }

  function layOutAnew(): void {
    const before = type.takeArrived(index.all())
    const ids = new Set(before.map(({ note }) => note.id))
    if (ids.size > index.all().length / 2) index.rebuild(wall().notes)
    else index.update(wall().notes, ids)
    const { zoom } = man.camera()
    const turned = before.filter((hung) => looksOther(hung, index.get(hung.note.id), zoom))
    if (turned.length > MOST_PATCHES) repaint()
    else for (const picture of [resting, lifted]) picture.damage([...turned, ...boxesOf(turned.map(({ note }) => note.id))])
    if (turned.length > 0) stale()
    tell(ids)
  }
  const boxesOf = (ids: readonly NoteId[]): readonly Box[] => ids.map(index.get).filter((hung) => hung !== undefined)
  const tell = (ids: ReadonlySet<NoteId>): void => {
    for (const listener of noteListeners) listener(ids)
  }
  const changesOf = (ids: ReadonlySet<NoteId>): NoteChange[] => [...ids].map((id) => ({ before: index.get(id)?.note, now: wall().notes.get(id) }))

  const takeNotes = (ids: ReadonlySet<NoteId>): void => {
    type.bring(changesOf(ids), [ink.kindWord.need, ink.kindWord.offer])
    sift.update(ids)
    // The first notes of a wall come all at once: one load of the index is faster than thousands of insertions.
    if (index.all().length === 0) {
      index.rebuild(wall().notes)
      repaint()
    } else {
      const before = placesOf(ids)
      const boxes = index.update(wall().notes, ids)
      resting.damage(boxes)
      lifted.damage(boxes)
      glide.start(movesInSight(before, index, man))
    }
    stale()
    tell(ids)
    // While the room is shown a pair it stays on it, whatever comes meanwhile.
    if ((isScreen && !hand.joined) || !sights.hasShownAll()) sights.showAll(sights.hasShownAll())
  }
  /** Much that others did at once is taken over with the next frame: reading it has taken its share of this one. */
  const hearOf = (ids: ReadonlySet<NoteId>, isOwn: boolean): void => {
    for (const id of ids) waiting.add(id)
    if (isOwn || waiting.size <= MOST_AT_ONCE || index.all().length === 0) takeWaiting()
    else loop.invalidate()
  }
  function takeWaiting(): void {
    const ids = waiting
    waiting = new Set()
    takeNotes(ids)
  }
  const placesOf = (ids: Iterable<NoteId>): Map<NoteId, WallPoint> => {
    const places = new Map<NoteId, WallPoint>()
    for (const id of ids) {
      const hung = index.get(id)
      // What is let go here is seen where the hand had it already.
      if (hung && !hand.lifted?.ids.has(id)) places.set(id, [hung.x, hung.y])
    }
    return places
  }
  const stops = [
    man.onMove(() => stale()),
    covers.onChange(sights.stayWhole),
    session.onNotes(hearOf),
    session.store.subscribe((now, before) => {
      if (now.wall.sections !== before.wall.sections) {
        resting.drop(ink)
        stale()
      }
      if (now.wall.pairs !== before.wall.pairs || now.wall.settings !== before.wall.settings) stale()
      // Of people their names are painted, beside their pointers.
      else if ((now.wall.people !== before.wall.people || now.others !== before.others) && (areSeen(now.others) || areSeen(before.others))) stale()
    }),
    type.stop,
    loop.stop,
  ]
  takeNotes(new Set(wall().notes.keys()))

  return {
    ...sights,
    index,
    man,
    covers,
    sift,
    isMirrored: ink.mirrored,
    siftBy(sieve) {
      const turned = sift.turnTo(sieve)
      repaintNotes([...turned])
      if (turned.size > 0) tell(turned)
    },
    mark(ids) {
      const turned = changed(marked, ids)
      marked = ids
      repaintNotes(turned)
    },
    at: (point) => index.at(point, (id) => LAYER[sift.lookOf(id)]),
    hand: () => hand,
    hold(change) {
      const isNews = (Object.keys(change) as (keyof Hand)[]).some((key) => hand[key] !== change[key] && !(isNothing(hand[key]) && isNothing(change[key])))
      if (!isNews) return
      const isCarriedOn = hand.lifted !== undefined && hand.lifted.ids === change.lifted?.ids && Object.keys(change).length === 1
      const before = isCarriedOn ? undefined : inHand(hand)
      const heldBefore = sift.isOn() ? heldHere(hand) : undefined
      const isJoinedOnly = Object.keys(change).every((key) => key === 'hovered' || key === 'selection' || key === 'joined' || key === 'candidates' || key === 'lasso')
      const hadLifted = hand.lifted
      hand = { ...hand, ...change }
      if (heldBefore) resting.damage(boxesOf(changed(heldBefore, heldHere(hand)).filter((id) => !sift.isFound(id))))
      if (hand.lifted !== hadLifted) for (const listener of liftListeners) listener(hand.lifted)
      if (isJoinedOnly) return stale()
      lifted.hold(hand.lifted)
      if (before) resting.damage(boxesOf(changed(before, inHand(hand))))
      stale()
    },
    onLift(listener) {
      liftListeners.add(listener)
      return () => liftListeners.delete(listener)
    },
    resize(size, nextRatio) {
      const { width, height } = man.size()
      if (size.width === width && size.height === height && nextRatio === ratio) return
      const camera = man.camera()
      man.resize(size)
      if (nextRatio !== ratio) repaint()
      ratio = nextRatio
      if (!sights.hasShownAll() || isScreen) sights.showAll(false)
      // What was in the middle stays there: a panel that opens does not push the wall aside. The place that a scene begins with is for its first size.
      else if (!sights.refit() && width > 1) man.cut({ ...camera, x: camera.x + (width - size.width) / 2 / camera.zoom, y: camera.y + (height - size.height) / 2 / camera.zoom })
      stale()
    },
    paintIn(next) {
      ink = next
      repaint()
      stale()
    },
    paint(context) {
      isUnfinished = resting.draw(context, man.camera(), ratio, begunAt, glide.at())
      const paintLifted = (): void => {
        if (lifted.draw(context, man.camera(), ratio)) isUnfinished = true
      }
      const { others } = session.store.getState()
      paintAbove(context, { hung: (id) => (sift.lookOf(id) === 'hidden' ? undefined : index.get(id)), wall: wall(), others: isScreen ? [] : [...others.values()], carried: drags.carried(), hand, ink, camera: man.camera(), ratio, paintLifted })
      const laser = wall().settings.laser?.client
      const laserPx = isScreen ? 14 : 8
      cursors.paint(context, { camera: man.camera(), size: man.size(), isLaserOnly, laser, laserPx, nameOf: (participant) => wall().people.get(participant)?.name })
    },
    onNotes(listener) {
      noteListeners.add(listener)
      return () => noteListeners.delete(listener)
    },
    close() {
      for (const stop of stops) stop()
    },
  }
}

/** What is looked for hangs in front of the rest; what is hidden is not there. */
const LAYER: Readonly<Record<NoteLook, number | undefined>> = { plain: 1, dim: 0, hidden: undefined }

/** Something of theirs is painted. */
const areSeen = (others: SessionState['others']): boolean => [...others.values()].some(({ cursor, drag, editing }) => cursor !== null || drag !== undefined || editing !== null)

const isNothing = (held: Hand[keyof Hand]): boolean => held === undefined || (held instanceof Set && held.size === 0) || (Array.isArray(held) && held.length === 0)

const heldHere = ({ selection, joined }: Hand): ReadonlySet<NoteId> => (joined ? new Set([...selection, joined.need, joined.offer]) : selection)

function changed(before: ReadonlySet<NoteId>, now: ReadonlySet<NoteId>): readonly NoteId[] {
  return before === now ? [] : [...new Set([...before, ...now])].filter((id) => before.has(id) !== now.has(id))
}
