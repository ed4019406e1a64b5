import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { centreOf, contains, type Box } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { NoteKind, WallPoint } from '#shared/wall/schema.ts'
import { unreachable } from '#shared/wall/unreachable.ts'
import { pairOf } from '../pairing/pairOf.ts'
import { mayPairByHand } from '../pairing/partnersOf.ts'
import { cursorIntervalMs } from '../session/presence.ts'
import type { Session } from '../session/openSession.ts'
import { useSession } from '../session/SessionContext.tsx'
import { editNote, pickPartner, selectNotes, takeLasso, useView } from '../state/viewStore.ts'
import { zoomedTo, type ScreenPoint } from './camera.ts'
import { dropOnWall } from './dropOnWall.ts'
import { giveHint } from './hints.ts'
import { leaveNote } from './leaveNote.ts'
import { MOST_AT_ONCE } from './hangNotes.ts'
import { listenToClipboard } from './listenToClipboard.ts'
import { listenToKeys } from './listenToKeys.ts'
import { listenToPointers, type Deed, type Pointers } from './listenToPointers.ts'
import { mayMove } from './mayMove.ts'
import { middleOf } from './middleOf.ts'
import { obeyKey } from './obeyKey.ts'
import type { PressedNote } from './tools/toolStep.ts'
import type { WallScene } from './wallScene.ts'

export interface FreshNote {
  readonly id: NoteId
  readonly step: unknown
}

interface HandlingOptions {
  scene: WallScene | undefined
  host: RefObject<HTMLElement | null>
  mayWrite: boolean
  takesInput: boolean
  /** The note hung up last, and the step of undo that it was. */
  fresh: RefObject<FreshNote | undefined>
  onAdd: (kind: NoteKind) => void
  /** The small pads open where somebody double-clicked, or close. */
  onChoose: (chooser: { at: WallPoint; screen: ScreenPoint } | undefined) => void
  /** Notes are lifted off the wall, or back on it. */
  onHandling: (isHandling: boolean) => void
}

/** Ties mouse, fingers and keys to the wall, and what other parts of the page select or look for to the scene. */
export function useHandling({ scene, host, mayWrite, takesInput, fresh, onAdd, onChoose, onHandling }: HandlingOptions) {
  const session = useSession()
  const { t } = useTranslation()
  const pointers = useRef<Pointers>(null)

  useEffect(() => {
    if (!scene) return
    return followView(scene, session, fresh)
  }, [scene, session, fresh])

  useEffect(() => {
    const element = host.current
    if (!scene || !element || !takesInput) return
    const isMine = (id: NoteId): boolean => mayWrite && mayMove(session, id)
    const pressed = (point: WallPoint): PressedNote | undefined => {
      const hung = scene.at(point)
      if (!hung) return undefined
      const { id } = hung.note
      const { selection } = useView.getState()
      const isSelected = selection.has(id)
      const moves = !isMine(id) ? [] : isSelected ? [...selection].filter(isMine) : [id]
      return { id, isSelected, moves }
    }
    const open = (id: NoteId): void => {
      if (isMine(id)) editNote(id)
    }
    let carried: { readonly list: readonly NoteId[]; readonly ids: ReadonlySet<NoteId> } | undefined
    const lift = (list: readonly NoteId[], by: WallPoint): void => {
      element.style.cursor = 'grabbing'
      // The same notes stay the same set: else each move would go through all of them, to find that they are the same.
      if (carried?.list !== list) carried = { list, ids: new Set(list) }
      scene.hold({ lifted: { ids: carried.ids, by } })
      onHandling(true)
    }
    const layDown = (): void => {
      element.style.cursor = ''
      scene.hold({ lifted: undefined, lasso: undefined })
      onHandling(false)
    }
    const onDeed = (deed: Deed): void => {
      switch (deed.do) {
        case 'select': {
          const [touched] = deed.ids
          const { pairing } = useView.getState()
          if (pairing?.isOnWall && touched !== undefined) return pick(pairing.note, touched)
          return selectNotes(deed.ids)
        }
        case 'toggle': {
          const selection = new Set(useView.getState().selection)
          if (!selection.delete(deed.id)) selection.add(deed.id)
          return selectNotes(selection)
        }
        case 'open':
          return open(deed.id)
        case 'lift':
          return lift(deed.ids, deed.by)
        case 'drop': {
          dropOnWall(scene, session, deed.ids, deed.by, session.role === 'facilitator')
          return layDown()
        }
        case 'putBack':
          return layDown()
        case 'lasso': {
          const ids = inLasso(scene, deed.box)
          return scene.hold({ lasso: { box: deed.box, ids } })
        }
        case 'selectIn': {
          const ids = inLasso(scene, deed.box)
          layDown()
          takeLasso(false)
          return selectNotes(deed.adds ? [...useView.getState().selection, ...ids] : ids)
        }
        case 'choose':
          return mayWrite ? onChoose(deed) : undefined
        case 'refuse': {
          if (!mayWrite) return
          const [id] = useView.getState().selection
          const name = id === undefined ? undefined : session.store.getState().wall.notes.get(id)?.name
          return giveHint({ text: name ? t('canvas.notYours', { name }) : t('canvas.onlyYours') })
        }
        default:
          return unreachable(deed)
      }
    }

    /** Somebody who pairs two notes by hand has touched the second. */
    const pick = (first: NoteId, second: NoteId): void => {
      const { notes } = session.store.getState().wall
      const [one, other] = [notes.get(first), notes.get(second)]
      const isPair = one && other && mayPairByHand(one, other, { role: session.role, person: session.me?.id })
      if (isPair) pickPartner(pairOf(one, other.id))
      else giveHint({ text: t('contact.pickOther') })
    }

    let pointed: WallPoint | undefined
    const telling = tellCursor(session)
    const listening = listenToPointers(element, {
      man: scene.man,
      noteAt: (point) => {
        onChoose(undefined)
        return pressed(point)
      },
      onDeed,
      onHover(wall) {
        const note = wall && pressed(wall)
        if (scene.hand().hovered !== note?.id) scene.hold({ hovered: note?.id })
        element.style.cursor = !note || useView.getState().hasLasso ? '' : note.moves.length > 0 ? 'grab' : 'pointer'
      },
      lassoes: () => useView.getState().hasLasso,
      onDoubleClick(at, screen, isTouch) {
        const note = pressed(at)
        if (note) open(note.id)
        else if (isTouch) scene.man.fly(zoomedTo(scene.man.camera(), 2 * scene.man.camera().zoom, screen))
        else if (mayWrite) onChoose({ at, screen })
      },
      onPoint(wall) {
        pointed = wall
        if (mayWrite) telling.point(wall)
      },
    })
    pointers.current = listening
    const stopCamera = scene.man.onMove(() => onChoose(undefined))
    const stopClipboard = listenToClipboard(scene, session, {
      mayWrite,
      place: () => pointed ?? middleOf(scene),
      onCopy: (count) => giveHint({ text: count === undefined ? t('hand.tooMany', { limit: MOST_AT_ONCE }) : t('paste.copied', { count }) }),
    })
    const stopKeys = listenToKeys(element, (command) => {
      if (command.do === 'leave') {
        listening.cancel()
        onChoose(undefined)
      }
      return obeyKey(command, scene, session, { mayWrite, onAdd })
    })
    return () => {
      listening.stop()
      telling.stop()
      stopCamera()
      stopClipboard()
      stopKeys()
      pointers.current = null
    }
  }, [scene, session, host, mayWrite, takesInput, onAdd, onChoose, onHandling, t])

  return pointers
}

/** A note is in the lasso when its middle is. */
function inLasso({ index, sift }: WallScene, box: Box): readonly NoteId[] {
  return index.within(box).filter((hung) => contains(box, centreOf(hung)) && sift.lookOf(hung.note.id) !== 'hidden').map(({ note }) => note.id)
}

/** Shows on the wall what is selected, written or looked for anywhere on the page. */
function followView(scene: WallScene, session: Session, fresh: RefObject<FreshNote | undefined>): () => void {
  const begin = (id: NoteId): void => {
    // A phone's keyboard takes the lower half; below 16 px of type its browser would zoom the page by itself.
    if (matchMedia('(pointer: coarse)').matches) scene.bringUp(id, 16)
    else scene.seek([id])
  }
  const take = (now: ReturnType<typeof useView.getState>): void => {
    scene.hold({ selection: now.selection, editing: now.editing, joined: now.joined ?? now.spotlit, candidates: now.candidates })
    if (!now.sought) return
    scene.seek(now.sought.notes)
    useView.setState({ sought: undefined })
  }
  take(useView.getState())
  const stop = useView.subscribe((now, before) => {
    take(now)
    if (now.editing === before.editing) return
    if (before.editing !== undefined) {
      leaveNote(session, before.editing, fresh.current?.id === before.editing ? fresh.current.step : undefined)
      if (fresh.current?.id === before.editing) fresh.current = undefined
      // It may have grown over a neighbour as it was written.
      dropOnWall(scene, session, [before.editing], [0, 0])
    }
    if (now.editing !== undefined) begin(now.editing)
  })
  return () => {
    // Before this stops listening: a note without a word does not stay behind.
    editNote(undefined)
    stop()
  }
}

/** Sends one's own pointer, seldom enough for a full room. */
function tellCursor(session: Session): { point: (wall: WallPoint | undefined) => void; stop: () => void } {
  let next: WallPoint | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = (): void => {
    timer = undefined
    session.setPresence({ cursor: next ? [Math.round(next[0]), Math.round(next[1])] : null })
  }
  return {
    point(wall) {
      next = wall
      timer ??= setTimeout(send, cursorIntervalMs(session.store.getState().others.size + 1))
    },
    stop() {
      clearTimeout(timer)
      session.setPresence({ cursor: null })
    },
  }
}
