import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { can } from '#shared/permissions/can.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { NoteKind, WallPoint } from '#shared/wall/schema.ts'
import { unreachable } from '#shared/wall/unreachable.ts'
import { pairOf } from '../pairing/pairOf.ts'
import { mayPairByHand } from '../pairing/partnersOf.ts'
import { cursorIntervalMs } from '../session/presence.ts'
import type { Session } from '../session/openSession.ts'
import { useSession } from '../session/SessionContext.tsx'
import { deleteNotes } from '../state/deleteNotes.ts'
import { takeBack } from '../state/takeBack.ts'
import { editNote, pairWith, pickPartner, selectNotes, useView } from '../state/viewStore.ts'
import { panned, type ScreenPoint } from './camera.ts'
import { dropNotes } from './dropNotes.ts'
import { giveHint } from './hints.ts'
import { leaveNote } from './leaveNote.ts'
import { listenToKeys } from './listenToKeys.ts'
import { listenToPointers, type Pointers } from './listenToPointers.ts'
import type { KeyCommand } from './tools/keyCommand.ts'
import type { PressedNote, ToolDeed } from './tools/selectTool.ts'
import type { WallScene } from './wallScene.ts'
import { zoomAt, zoomBy } from './ZoomBar.tsx'

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
    const mayMove = (id: NoteId): boolean =>
      mayWrite && can(session.role, session.me?.id, { type: 'moveNote', id, to: [0, 0] }, session.store.getState().wall)
    const pressed = (point: WallPoint): PressedNote | undefined => {
      const hung = scene.index.at(point)
      if (!hung) return undefined
      const { id } = hung.note
      const { selection } = useView.getState()
      const isSelected = selection.has(id)
      const moves = !mayMove(id) ? [] : isSelected ? [...selection].filter(mayMove) : [id]
      return { id, isSelected, moves }
    }
    const open = (id: NoteId): void => {
      if (mayMove(id)) editNote(id)
    }
    const lift = (ids: readonly NoteId[], by: WallPoint): void => {
      element.style.cursor = 'grabbing'
      scene.hold({ lifted: { ids: new Set(ids), by } })
      onHandling(true)
    }
    const layDown = (): void => {
      element.style.cursor = ''
      scene.hold({ lifted: undefined })
      onHandling(false)
    }
    const onDeed = (deed: Exclude<ToolDeed, { do: 'pan' | 'zoom' }>): void => {
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
          drop(scene, session, deed.ids, deed.by)
          return layDown()
        }
        case 'putBack':
          return layDown()
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
        element.style.cursor = !note ? '' : note.moves.length > 0 ? 'grab' : 'pointer'
      },
      onDoubleClick(at, screen) {
        const note = pressed(at)
        if (note) open(note.id)
        else if (mayWrite) onChoose({ at, screen })
      },
      onPoint: mayWrite ? telling.point : () => undefined,
    })
    pointers.current = listening
    const stopCamera = scene.man.onMove(() => onChoose(undefined))
    const stopKeys = listenToKeys(element, (command) => {
      if (command.do === 'leave') {
        listening.cancel()
        onChoose(undefined)
      }
      return obey(command, scene, session, { mayWrite, onAdd })
    })
    return () => {
      listening.stop()
      telling.stop()
      stopCamera()
      stopKeys()
      pointers.current = null
    }
  }, [scene, session, host, mayWrite, takesInput, onAdd, onChoose, onHandling, t])

  return pointers
}

/** Shows on the wall what is selected, written or looked for anywhere on the page. */
function followView(scene: WallScene, session: Session, fresh: RefObject<FreshNote | undefined>): () => void {
  const begin = (id: NoteId): void => {
    // A phone's keyboard takes the lower half; below 16 px of type its browser would zoom the page by itself.
    if (matchMedia('(pointer: coarse)').matches) scene.bringUp(id, 16)
    else scene.seek([id])
  }
  const take = (now: ReturnType<typeof useView.getState>): void => {
    scene.hold({ selection: now.selection, editing: now.editing, joined: now.joined, candidates: now.candidates })
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
      // It may have grown over a neighbour as it was written.
      drop(scene, session, [before.editing], [0, 0])
    }
    if (now.editing !== undefined) begin(now.editing)
  })
  return () => {
    // Before this stops listening: a note without a word does not stay behind.
    editNote(undefined)
    stop()
  }
}

function drop(scene: WallScene, session: Session, ids: readonly NoteId[], by: WallPoint): void {
  const dropped = ids.flatMap((id) => {
    const hung = scene.index.get(id)
    return hung ? [{ ...hung, id }] : [] // it may have been deleted while it was in hand
  })
  const moved = new Set(ids)
  const others = scene.index.all().filter(({ note }) => !moved.has(note.id))
  const edits = dropNotes(dropped, by, others)
  if (edits.length > 0) session.commit(edits)
}

/** One press of an arrow key, in CSS pixels for the wall and in wall units for a note. */
const STEP = { wall: 80, wallFar: 400, note: 20, noteFar: 220 } as const

function obey(
  command: KeyCommand,
  scene: WallScene,
  session: Session,
  { mayWrite, onAdd }: Pick<HandlingOptions, 'mayWrite' | 'onAdd'>,
): boolean {
  const { selection } = useView.getState()
  const { wall } = session.store.getState()
  const mine = [...selection].filter((id) => mayWrite && can(session.role, session.me?.id, { type: 'moveNote', id, to: [0, 0] }, wall))
  switch (command.do) {
    case 'fit':
      scene.seek([])
      return true
    case 'actualSize':
      zoomAt(scene, 1)
      return true
    case 'zoom':
      zoomBy(scene, command.factor)
      return true
    case 'arrow': {
      const { x, y, far } = command
      if (mine.length > 0) {
        const step = far ? STEP.noteFar : STEP.note
        drop(scene, session, mine, [x * step, y * step])
        scene.seek(mine)
      } else {
        const step = far ? STEP.wallFar : STEP.wall
        scene.man.cut(panned(scene.man.camera(), -x * step, -y * step))
      }
      return true
    }
    case 'add':
      if (mayWrite) onAdd(command.kind)
      return mayWrite
    case 'edit':
      if (mine.length !== 1) return false
      editNote(mine[0])
      return true
    case 'bin':
      return deleteNotes(session, mine)
    case 'leave':
      pairWith(undefined)
      selectNotes([])
      return true
    case 'undo':
      return mayWrite && takeBack(session, 'undo')
    case 'redo':
      return mayWrite && takeBack(session, 'redo')
    default:
      return unreachable(command)
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
