import { create } from 'zustand'
import type { ArrangeBy } from '#shared/layout/arrangeNotes.ts'
import type { Gist } from '#shared/wall/gistOf.ts'
import type { NoteId, PairId, ParticipantId, SectionId } from '#shared/wall/ids.ts'
import type { Section, WallPoint } from '#shared/wall/schema.ts'
import { NO_FILTER, type NoteFilter, type NoteOrder } from './noteFilter.ts'

/** What this screen looks at; nobody else sees it, and nothing of it is stored. */
export interface ViewState {
  /** Selected on the wall and in the list alike. */
  readonly selection: ReadonlySet<NoteId>
  /** A selection of several that was made in the list: while it is `selection` itself, what can be done with it is offered there. */
  readonly listSelection: ReadonlySet<NoteId> | undefined
  /** Which notes are wanted, on every view of the wall alike. */
  readonly filter: NoteFilter
  /** The others are taken off this screen's wall; else they are only dimmed there. */
  readonly hidesRest: boolean
  /** How often it was asked to look for notes on the wall; 0 while the bar for that is closed. */
  readonly findRound: number
  /** Needs that nobody has answered stand out on this screen's wall. */
  readonly marksUnanswered: boolean
  /** In which order they are listed. */
  readonly order: NoteOrder
  /** The lasso was taken: the next drag on the wall draws it around notes. */
  readonly hasLasso: boolean
  /** The note being written on the wall. */
  readonly editing: NoteId | undefined
  /** Two notes shown joined, while a match is hovered or focused. */
  readonly joined: { readonly need: NoteId; readonly offer: NoteId } | undefined
  /** Matches of the selected notes that nobody has acted on yet: the wall joins them by faint lines. */
  readonly candidates: readonly CandidateLine[]
  /** A note that is being paired by hand, while its partner is looked for: among notes that are listed, or on the wall. */
  readonly pairing: { readonly note: NoteId; readonly isOnWall: boolean } | undefined
  /** Notes for which another place is being looked for, without dragging. */
  readonly moving: readonly NoteId[] | undefined
  /** Notes that the wall is to take in hand: they hang where it is touched next. */
  readonly carried: readonly NoteId[] | undefined
  /** A text that is about to become notes, and where on the wall; near one's others if left out. */
  readonly pasting: { readonly text: string; readonly near?: WallPoint | undefined } | undefined
  /** What words mean on this wall is shown, for one note where it was asked of one. */
  readonly words: { readonly note: NoteId | undefined } | undefined
  /** The pair whose card is open. */
  readonly openPair: PairId | undefined
  /** What is this person's own: their notes, requests, pairs and agreements. */
  readonly isMyPageOpen: boolean
  /** All keys and gestures are shown. */
  readonly isHelpOpen: boolean
  /** The pairs that are shown as they are printed. */
  readonly printed: readonly PairId[] | undefined
  /** On a phone one of these fills the screen. */
  readonly tab: 'form' | 'wall' | 'list' | 'matches'
  /** The panels beside the wall, where there is room for them. */
  readonly isListOpen: boolean
  /** All notes as a table, over the wall. */
  readonly isTableOpen: boolean
  /** What the panel on the side where reading begins shows. */
  readonly side: Side
  readonly isMatchesOpen: boolean
  /** Where the wall was asked to go: it pans until these notes are in view, all of them if none is named. A new object for each request. */
  readonly sought: { readonly notes: readonly NoteId[] } | undefined
  /** Whose view of the wall this screen follows; `isCalled`: because they asked everybody. */
  readonly following: { readonly person: ParticipantId; readonly isCalled: boolean } | undefined
  /** The pair that a facilitator shows everybody, on the screens that look. */
  readonly spotlit: ViewState['joined']
  /** How this person alone has arranged the wall; for all others it stays as it is. */
  readonly arrangement: PrivateArrangement | undefined
  /** The wall has been painted as a picture: what can wait for that begins. */
  readonly isWallShown: boolean
  /** The section that is being given a title, or a new one. */
  readonly namedSection: SectionId | 'new' | undefined
  /** Notes this person has just deleted, while one touch still brings them back. */
  readonly deleted: Deleted | undefined
  /** What was undone or redone just now, while it is said. */
  readonly takenBack: TakenBack | undefined
}
export interface PrivateArrangement {
  /** Another number, another arrangement; moving a note in it keeps the number. */
  readonly round: number
  readonly by: ArrangeBy
  readonly places: ReadonlyMap<NoteId, WallPoint>
  readonly sections: ReadonlyMap<SectionId, Section>
}
export type Side = 'list' | 'form'
export interface CandidateLine {
  readonly need: NoteId
  readonly offer: NoteId
  readonly isLikely: boolean
}
export interface Deleted {
  readonly notes: readonly NoteId[]
  /** The step of undo that the deletion was. */
  readonly step: unknown
}

export interface TakenBack {
  readonly way: 'undo' | 'redo'
  readonly gist: Gist
  /** The step that goes the other way. */
  readonly step: unknown
}

export const useView = create<ViewState>(() => ({
  selection: new Set(),
  listSelection: undefined,
  filter: NO_FILTER,
  hidesRest: false,
  findRound: 0,
  marksUnanswered: false,
  order: 'written',
  hasLasso: false,
  isWallShown: false,
  editing: undefined,
  joined: undefined,
  candidates: [],
  pairing: undefined,
  moving: undefined,
  carried: undefined,
  pasting: undefined,
  words: undefined,
  openPair: undefined,
  isMyPageOpen: false,
  isHelpOpen: false,
  printed: undefined,
  tab: 'form',
  isListOpen: true,
  isTableOpen: false,
  side: 'list',
  isMatchesOpen: true,
  sought: undefined,
  following: undefined,
  spotlit: undefined,
  arrangement: undefined,
  namedSection: undefined,
  deleted: undefined,
  takenBack: undefined,
}))

export const selectNotes = (ids: Iterable<NoteId>): void => useView.setState({ selection: new Set(ids) })
/** Selects notes where they are listed. */
export const selectListed = (ids: Iterable<NoteId>): void => {
  const selection = new Set(ids)
  useView.setState({ selection, listSelection: selection })
}
/** Asks for other notes; what is left out stays as it was asked. */
export const filterNotes = (filter: Partial<NoteFilter>): void => useView.setState((view) => ({ filter: { ...view.filter, ...filter } }))
export const hideRest = (hidesRest: boolean): void => useView.setState({ hidesRest })
/** Opens the bar in which notes are looked for on the wall, or brings the focus back to it; on a phone the wall comes to the front. */
export const findOnWall = (): void => useView.setState(({ findRound }) => ({ findRound: findRound + 1, tab: 'wall' }))
export const markUnanswered = (marksUnanswered: boolean): void => useView.setState(({ tab }) => ({ marksUnanswered, tab: marksUnanswered ? 'wall' : tab }))
/** All notes are wanted again. */
export const endFind = (): void => useView.setState({ filter: NO_FILTER, findRound: 0 })
export const orderNotes = (order: NoteOrder): void => useView.setState({ order })
export const takeLasso = (hasLasso: boolean): void => useView.setState({ hasLasso })
/** Shows which notes would come of this text. */
export const pasteText = (pasting: ViewState['pasting']): void => useView.setState({ pasting })
export const editNote = (id: NoteId | undefined): void => useView.setState({ editing: id })
export const joinNotes = (joined: ViewState['joined']): void => useView.setState({ joined })
export const openPair = (pair: PairId | undefined): void => useView.setState({ openPair: pair })
/** Begins to look for a partner of this note, or stops. */
export const pairWith = (note: NoteId | undefined): void => useView.setState({ pairing: note === undefined ? undefined : { note, isOnWall: false } })
/** The partner is the next note that is touched on the wall; on a phone the wall comes to the front. */
export const pickPartnerOnWall = (): void =>
  useView.setState(({ pairing }) => ({ pairing: pairing && { ...pairing, isOnWall: true }, tab: 'wall', isTableOpen: false }))
/** The partner is found: what there is to say about the two opens. */
export const pickPartner = (pair: PairId): void => useView.setState({ pairing: undefined, openPair: pair })
/** Looks for another place for these notes, or stops. */
export const moveNotes = (moving: ViewState['moving']): void => useView.setState({ moving })
/** The place is the one that is touched next on the wall; on a phone the wall comes to the front. */
export const carryNotes = (carried: readonly NoteId[]): void =>
  useView.setState({ moving: undefined, carried, selection: new Set(carried), sought: { notes: carried }, tab: 'wall', isTableOpen: false })
/** Shows these pairs as they come out on paper. */
export const printPairs = (printed: ViewState['printed']): void => useView.setState({ printed })
/** Shows what words mean here, and for a facilitator how to teach them: for the words of this note, if one is named. */
export const showWords = (note?: NoteId): void => useView.setState({ words: { note } })
export const closeWords = (): void => useView.setState({ words: undefined })
export const showHelp = (isHelpOpen: boolean): void => useView.setState({ isHelpOpen })
export const showMyPage = (isMyPageOpen: boolean): void => useView.setState({ isMyPageOpen })
/** Selects these notes and brings the wall to them; on a phone the wall comes to the front. */
export const showOnWall = (notes: readonly NoteId[]): void => useView.setState({ selection: new Set(notes), sought: { notes }, tab: 'wall', isTableOpen: false })
/** Selects notes and brings the wall to them, wherever the wall is; what is in front stays in front. */
export const pickNotes = (ids: readonly NoteId[]): void => useView.setState({ selection: new Set(ids), sought: { notes: ids } })
export const pickNote = (id: NoteId): void => pickNotes([id])
/** Selects a note and brings its matches to the front. */
export const showMatchesOf = (id: NoteId): void => useView.setState({ selection: new Set([id]), tab: 'matches', isMatchesOpen: true })
/** Brings all notes into view, wherever the wall is. */
export const showWholeWall = (): void => useView.setState({ sought: { notes: [] } })
/** Goes along with what somebody else sees, on the wall as all see it, or stops; on a phone the wall comes to the front. */
export const follow = (following: ViewState['following']): void =>
  useView.setState(({ tab, arrangement }) => ({ following, tab: following ? 'wall' : tab, arrangement: following ? undefined : arrangement }))
/** Arranges the wall on this screen alone, or shows it as all see it. */
export const arrangeHere = (arrangement: Omit<PrivateArrangement, 'round'> | undefined): void =>
  useView.setState(({ arrangement: before }) => ({ arrangement: arrangement && { ...arrangement, round: (before?.round ?? 0) + 1 }, ...(arrangement && { following: undefined, tab: 'wall' as const }) }))
/** Moves notes in the private arrangement. */
export const setPrivatePlaces = (moved: Iterable<readonly [NoteId, WallPoint]>): void =>
  useView.setState(({ arrangement }) => ({ arrangement: arrangement && { ...arrangement, places: new Map([...arrangement.places, ...moved]) } }))
/** Puts a pair in the light, with its two notes in view, or puts the light out. */
export const spotlight = (spotlit: ViewState['spotlit']): void =>
  useView.setState(({ tab }) => ({ spotlit, ...(spotlit && { sought: { notes: [spotlit.need, spotlit.offer] } }), tab: spotlit ? 'wall' : tab }))
/** Asks for the title of a section, or makes a new one; on a phone the wall comes to the front. */
export const nameSection = (namedSection: ViewState['namedSection']): void =>
  useView.setState(({ tab }) => ({ namedSection, tab: namedSection === undefined ? tab : 'wall' }))
export const showTab = (tab: ViewState['tab']): void => useView.setState({ tab })
export const showSide = (side: Side): void => useView.setState({ side, isListOpen: true })
export const showTable = (isTableOpen: boolean): void => useView.setState({ isTableOpen })
