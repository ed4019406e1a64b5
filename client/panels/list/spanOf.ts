import type { NoteId } from '#shared/wall/ids.ts'

/** The notes of a list from one to another, whichever stands first, both with them; the second alone where the first is not listed. */
export function spanOf(ids: readonly NoteId[], from: NoteId | undefined, to: NoteId): readonly NoteId[] {
  const [a, b] = [from === undefined ? -1 : ids.indexOf(from), ids.indexOf(to)]
  return a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}
