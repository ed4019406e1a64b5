import { createStore } from 'zustand/vanilla'
import { boxAround, boxAt, type Box, type Size } from '#shared/layout/box.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note, Wall, WallPoint } from '#shared/wall/schema.ts'
import type { Presence } from '../session/presence.ts'
import type { NotesListener, Session, SessionState } from '../session/openSession.ts'
import { setPrivatePlaces, useView, type PrivateArrangement } from '../state/viewStore.ts'

/** Between an arrangement and the notes that came after it, in wall units. */
const LATER_GAP = 160

type PlaceNote = Extract<Edit, { type: 'placeNote' }>

interface Options {
  readonly sizeOf: (note: Note) => Size
  /** Where notes that are hung up at once in the private arrangement hang for all others, in their order. */
  readonly sharedPlaces: (notes: readonly PlaceNote[]) => readonly WallPoint[]
}

export interface PrivateSession {
  readonly session: Session
  /** Begins to follow the shared wall; gives back how to stop. */
  start(): () => void
}

/**
 * The wall as this person alone has arranged it, for everything that draws and handles it: notes hang elsewhere, sections
 * are the arrangement's groups, and what is moved is moved here only. Every other edit is an edit of the shared wall. While
 * there is no such arrangement it is the shared wall itself.
 */
export function createPrivateSession(shared: Session, { sizeOf, sharedPlaces }: Options): PrivateSession {
  let arranged: PrivateArrangement | undefined
  /** Of notes that came after the arrangement was made. */
  let later = new Map<NoteId, WallPoint>()
  let known = new Map<NoteId, { readonly from: Note; readonly note: Note }>()
  let last: { readonly of: Wall; readonly wall: Wall } | undefined
  const listeners = new Set<NotesListener>()

  const wallOf = (wall: Wall, { places, sections }: PrivateArrangement): Wall => {
    if (last?.of === wall) return last.wall
    const before = known
    known = new Map()
    const notes = new Map<NoteId, Note>()
    /** All that has its place so far, once that is asked for. */
    let around: Box | undefined
    const belowAll = (): WallPoint => {
      around ??= boxAround([...known.values()].map(({ note }) => boxAt(note.at, sizeOf(note))))
      return around ? [around.x, around.y + around.height + LATER_GAP] : [0, 0]
    }
    for (const note of wall.notes.values()) {
      const same = before.get(note.id)
      const kept = same?.from === note && same.note.at === (places.get(note.id) ?? later.get(note.id)) ? same.note : undefined
      if (kept) known.set(note.id, { from: note, note: kept })
    }
    for (const note of wall.notes.values()) {
      const kept = known.get(note.id)?.note
      const at = places.get(note.id) ?? later.get(note.id) ?? belowAll()
      const mine = kept ?? { ...note, at }
      if (!kept) {
        if (!places.has(note.id)) later.set(note.id, at)
        if (around) around = boxAround([around, boxAt(at, sizeOf(note))])
        known.set(note.id, { from: note, note: mine })
      }
      notes.set(note.id, mine)
    }
    last = { of: wall, wall: { ...wall, notes, sections } }
    return last.wall
  }
  /** @param isOwn it was arranged otherwise here; else what is shared has changed */
  const derive = (isOwn = false): SessionState => {
    const state = shared.store.getState()
    const { arrangement } = useView.getState()
    if (arrangement !== arranged) {
      last = undefined
      if (arrangement?.round !== arranged?.round) {
        later = new Map()
        known = new Map()
      }
      arranged = arrangement
    }
    return arrangement ? { ...state, wall: wallOf(state.wall, arrangement), others: withoutPlaces(state.others), isOwnChange: isOwn || state.isOwnChange } : state
  }

  const store = createStore<SessionState>(() => derive())
  const refresh = (isOwn: boolean): void => store.setState(derive(isOwn), true)
  const session: Session = {
    ...shared,
    store,
    commit(edits) {
      if (!useView.getState().arrangement) return shared.commit(edits)
      const moved = edits.flatMap((edit): [NoteId, WallPoint][] => (edit.type === 'moveNote' ? [[edit.id, edit.to]] : edit.type === 'placeNote' ? [[edit.id, edit.at]] : []))
      const placed = edits.filter((edit) => edit.type === 'placeNote')
      const places = placed.length > 0 ? sharedPlaces(placed) : []
      const placeOf = new Map(placed.map(({ id }, i) => [id, places[i]]))
      const rest = edits.flatMap((edit): Edit[] => (edit.type === 'moveNote' ? [] : [edit.type === 'placeNote' ? { ...edit, at: placeOf.get(edit.id) ?? edit.at } : edit]))
      if (moved.length > 0) setPrivatePlaces(moved)
      return rest.length === 0 || shared.commit(rest)
    },
    onNotes(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setPresence(presence) {
      // Where things hang here means nothing to others.
      shared.setPresence(useView.getState().arrangement ? { ...presence, cursor: null, drag: undefined, view: undefined } : presence)
    },
  }
  const tell: NotesListener = (ids, isOwn) => {
    for (const listener of listeners) listener(ids, isOwn)
  }
  return {
    session,
    start() {
      refresh(true)
      const stops = [
        shared.store.subscribe(() => refresh(false)),
        shared.onNotes(tell),
        useView.subscribe((now, then) => {
          if (now.arrangement === then.arrangement) return
          const before = store.getState().wall.notes
          refresh(true)
          const { notes } = store.getState().wall
          tell(new Set([...notes.keys()].filter((id) => notes.get(id) !== before.get(id))), true)
        }),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

/** The others point at, and carry, what hangs elsewhere here. */
function withoutPlaces(others: ReadonlyMap<number, Presence>): ReadonlyMap<number, Presence> {
  return new Map([...others].map(([client, presence]) => [client, { ...presence, cursor: null, drag: undefined }]))
}
