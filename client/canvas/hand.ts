import type { Box } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { ViewState } from '../state/viewStore.ts'

/** What this person is doing with notes at the moment; drawn above the resting ones. */
export interface Hand {
  readonly hovered: NoteId | undefined
  readonly selection: ReadonlySet<NoteId>
  readonly editing: NoteId | undefined
  readonly joined: ViewState['joined']
  readonly candidates: ViewState['candidates']
  /** Notes lifted off the wall, and how far from where they hung. */
  readonly lifted: { readonly ids: ReadonlySet<NoteId>; readonly by: WallPoint } | undefined
  /** A lasso that is being drawn, and the notes in it. */
  readonly lasso: { readonly box: Box; readonly ids: readonly NoteId[] } | undefined
}

export const EMPTY_HAND: Hand = {
  hovered: undefined,
  selection: new Set(),
  editing: undefined,
  joined: undefined,
  candidates: [],
  lifted: undefined,
  lasso: undefined,
}

/** Notes that are missing from the resting ones, because they are drawn above them. */
export const isInHand = (hand: Hand, id: NoteId): boolean => hand.editing === id || hand.lifted?.ids.has(id) === true

export function inHand({ editing, lifted }: Hand): ReadonlySet<NoteId> {
  return new Set([...(lifted?.ids ?? []), ...(editing === undefined ? [] : [editing])])
}
