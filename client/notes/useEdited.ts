import { useCallback, useState } from 'react'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'

export interface Lost {
  readonly note: Note
  /** What its writer saw last. */
  readonly text: string
}
interface Edited {
  readonly id: NoteId | undefined
  readonly start: (id: NoteId | undefined) => void
  /** What stands in the text area. */
  readonly keep: (text: string) => void
  readonly lost: Lost | undefined
  readonly forgetLost: () => void
}

/** The note that is written in. When it leaves the wall meanwhile its text is kept, so that no word typed here is lost. */
export function useEdited(notes: ReadonlyMap<NoteId, Note>): Edited {
  const [id, setId] = useState<NoteId>()
  const [lastSeen, setLastSeen] = useState<Note>()
  const [typed, setTyped] = useState<string>()
  const [lost, setLost] = useState<Lost>()

  const note = id === undefined ? undefined : notes.get(id)
  if (note && note !== lastSeen) setLastSeen(note)
  if (id !== undefined && !note) {
    setId(undefined)
    // Nothing typed, nothing to keep: it may have been deleted by the one who opened it.
    if (lastSeen?.id === id && typed?.trim()) setLost({ note: lastSeen, text: typed })
  }
  const start = useCallback((next: NoteId | undefined) => {
    setId(next)
    setTyped(undefined)
  }, [])
  return { id: note && id, start, keep: setTyped, lost, forgetLost: () => setLost(undefined) }
}
