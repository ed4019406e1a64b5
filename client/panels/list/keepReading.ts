import type { NoteId } from '#shared/wall/ids.ts'

export interface Reading {
  /** What stands in the list now, from the top. */
  readonly shown: readonly NoteId[]
  /** Belongs between what is being read, and waits to be asked for. */
  readonly waiting: readonly NoteId[]
}

/**
 * The list after a change of the wall, such that nothing moves under a reading eye: what is shown keeps its order, what is
 * gone leaves, and what came in at the end is added there. A newcomer that belongs further up waits, unless it is one's own.
 * @param before what was shown
 * @param wanted what the list would show if it were opened now
 * @returns `shown` is `before` itself when nothing of it changed
 */
export function keepReading(before: readonly NoteId[], wanted: readonly NoteId[], isOwn: (id: NoteId) => boolean): Reading {
  if (isSame(before, wanted)) return { shown: before, waiting: [] }
  const there = new Set(wanted)
  const known = new Set(before)
  const shown = before.filter((id) => there.has(id))
  const waiting: NoteId[] = []
  const lastKept = wanted.findLastIndex((id) => known.has(id))
  let after: NoteId | undefined
  wanted.forEach((id, place) => {
    const arrives = !known.has(id)
    if (arrives && place > lastKept) shown.push(id)
    else if (arrives && isOwn(id)) shown.splice(after === undefined ? 0 : shown.indexOf(after) + 1, 0, id)
    else if (arrives) return void waiting.push(id)
    after = id
  })
  return { shown: isSame(shown, before) ? before : shown, waiting }
}

const isSame = (a: readonly NoteId[], b: readonly NoteId[]): boolean => a === b || a.length === b.length && a.every((id, at) => id === b[at])
