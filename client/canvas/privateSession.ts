import { createStore } from 'zustand/vanilla'
import { boxAround, boxAt, type Box, type Size } from '#shared/layout/box.ts'
import { findFreePlace } from '#shared/layout/findFreePlace.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note, Wall, WallPoint } from '#shared/wall/schema.ts'
import type { Presence } from '../session/presence.ts'
import type { NotesListener, Session, SessionState } from '../session/openSession.ts'
import { setPrivatePlaces, useView, type PrivateArrangement } from '../state/viewStore.ts'

/** Between an arrangement and the notes that came after it, in wall units. */
const LATER_GAP = 160

interface Options {
  readonly sizeOf: (note: Note) => Size
  /** Where a note that is hung in the private arrangement hangs for all others. */
  readonly sharedPlace: (note: Extract<Edit, { type: 'placeNote' }>) => WallPoint
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
export function createPrivateSession(shared: Session, { sizeOf, sharedPlace }: Options): PrivateSession {
  let arranged: PrivateArrangement | undefined
  /** Of notes that came after the arrangement was made. */
  let later = new Map<NoteId, WallPoint>()
  let known = new Map<NoteId, { readonly from: Note; readonly note: Note }>()
  let last: { readonly of: Wall; readonly wall: Wall } | undefined
  const listeners = new Set<NotesListener>()

  const placeOf = (note: Note, places: PrivateArrangement['places']): WallPoint => {
    const place = places.get(note.id) ?? later.get(note.id)
    if (place) return place
    const hung = [...known.values()].map(({ note: other }): Box => boxAt(other.at, sizeOf(other)))
    const all = boxAround(hung)
    const free = findFreePlace(sizeOf(note), all ? [all.x, all.y + all.height + LATER_GAP] : [0, 0], hung)
    later.set(note.id, free)
    return free
  }
  const wallOf = (wall: Wall, { places, sections }: PrivateArrangement): Wall => {
    if (last?.of === wall) return last.wall
    const before = known
    known = new Map()
    const notes = new Map<NoteId, Note>()
    for (const note of wall.notes.values()) {
      const same = before.get(note.id)
      const kept = same?.from === note && same.note.at === (places.get(note.id) ?? later.get(note.id)) ? same.note : undefined
      if (kept) known.set(note.id, { from: note, note: kept })
    }
    for (const note of wall.notes.values()) {
      const mine = known.get(note.id)?.note ?? { ...note, at: placeOf(note, places) }
      known.set(note.id, { from: note, note: mine })
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
      const rest = edits.flatMap((edit): Edit[] => (edit.type === 'moveNote' ? [] : [edit.type === 'placeNote' ? { ...edit, at: sharedPlace(edit) } : edit]))
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
