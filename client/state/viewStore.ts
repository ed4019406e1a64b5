import { create } from 'zustand'
import type { NoteId, PairId } from '#shared/wall/ids.ts'

/** What this screen looks at; nobody else sees it, and nothing of it is stored. */
export interface ViewState {
  /** Selected on the wall and in the list alike. */
  readonly selection: ReadonlySet<NoteId>
  /** The note being written on the wall. */
  readonly editing: NoteId | undefined
  /** Two notes shown joined, while a match is hovered or focused. */
  readonly joined: { readonly need: NoteId; readonly offer: NoteId } | undefined
  /** The pair whose card is open. */
  readonly openPair: PairId | undefined
  /** On a phone one of these fills the screen. */
  readonly tab: 'form' | 'wall' | 'list' | 'matches'
}

export const useView = create<ViewState>(() => ({
  selection: new Set(),
  editing: undefined,
  joined: undefined,
  openPair: undefined,
  tab: 'form',
}))

export const selectNotes = (ids: Iterable<NoteId>): void => useView.setState({ selection: new Set(ids) })
export const editNote = (id: NoteId | undefined): void => useView.setState({ editing: id })
export const joinNotes = (joined: ViewState['joined']): void => useView.setState({ joined })
export const openPair = (pair: PairId | undefined): void => useView.setState({ openPair: pair })
export const showTab = (tab: ViewState['tab']): void => useView.setState({ tab })
