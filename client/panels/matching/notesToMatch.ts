import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'

/** More notes than this beside each other are not compared by anybody. */
const MOST_SELECTED = 8

export interface NotesToMatch {
  /** The selected notes, as far as they are shown. */
  readonly selected: readonly NoteId[]
  /** How many are selected in all. */
  readonly selectedCount: number
  /** This person's notes, oldest first, selected or not. */
  readonly mine: readonly NoteId[]
}

/** Whose matches are shown: those of the selected notes, and those of one's own. A note without words has none. */
export function notesToMatch(
  notes: ReadonlyMap<NoteId, Note>,
  person: ParticipantId | undefined,
  selection: ReadonlySet<NoteId>,
): NotesToMatch {
  const chosen = [...selection].filter((id) => notes.has(id))
  const selected = chosen.slice(0, MOST_SELECTED)
  const mine = [...notes.values()].filter(({ author, text }) => author === person && text.trim() !== '')
  return { selected, selectedCount: chosen.length, mine: mine.map(({ id }) => id) }
}
