import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'

/** How a note looks while others are looked for. */
export type NoteLook = 'plain' | 'dim' | 'hidden'

export interface Sieve {
  readonly passes: (note: Note) => boolean
  /** What does not pass is taken off the wall; else it is dimmed. */
  readonly hides: boolean
}

/** Which notes this screen looks for, and how the others look meanwhile. */
export interface NoteSift {
  readonly isOn: () => boolean
  /** Of all notes so many are looked for. */
  readonly found: () => number
  isFound(id: NoteId): boolean
  lookOf(id: NoteId): NoteLook
  /** Looks for other notes, or for none in particular. @returns those that look different now */
  turnTo(sieve: Sieve | undefined): ReadonlySet<NoteId>
  /** Takes over the notes that came, changed or left. */
  update(ids: Iterable<NoteId>): void
  /** @returns how to stop listening */
  readonly onChange: (listener: () => void) => () => void
}

/**
 * Sifts the notes of the wall once for each change, so that painting and touching them asks nothing but a set.
 * @param isHeld what is selected, in hand or pointed out looks as it always does: nobody acts on what they do not see
 */
export function createNoteSift(notes: () => ReadonlyMap<NoteId, Note>, isHeld: (id: NoteId) => boolean): NoteSift {
  let sieve: Sieve | undefined
  let aside = new Set<NoteId>()
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    isOn: () => sieve !== undefined,
    found: () => notes().size - aside.size,
    isFound: (id) => !aside.has(id),
    lookOf(id) {
      if (!sieve || !aside.has(id) || isHeld(id)) return 'plain'
      return sieve.hides ? 'hidden' : 'dim'
    },
    turnTo(next) {
      const before = aside
      const isOtherwise = sieve?.hides !== next?.hides
      sieve = next
      aside = new Set()
      if (next) for (const note of notes().values()) if (!next.passes(note)) aside.add(note.id)
      tell()
      const now = aside
      return new Set([...before, ...now].filter((id) => isOtherwise || before.has(id) !== now.has(id)))
    },
    update(ids) {
      if (!sieve) return
      for (const id of ids) {
        const note = notes().get(id)
        if (note && !sieve.passes(note)) aside.add(id)
        else aside.delete(id)
      }
      tell()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
