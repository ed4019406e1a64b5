import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import type { Session } from '../session/openSession.ts'

/** A busy room must not talk over what is being read: at most one word in so long. */
export const EVERY_MS = 5000

/**
 * Tells what others have hung up, many notes in one go; not what was there when the wall opened.
 * @param onArrived is called at most every `EVERY_MS`, with the notes as they read then; never with none
 * @returns how to stop
 */
export function watchArrivals(store: Session['store'], me: ParticipantId | undefined, onArrived: (notes: readonly Note[]) => void): () => void {
  const arrived = new Set<NoteId>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    timer = undefined
    const { wall } = store.getState()
    const notes = [...arrived].flatMap((id) => wall.notes.get(id) ?? [])
    arrived.clear()
    if (notes.length > 0) onArrived(notes)
  }
  const stop = store.subscribe((now, before) => {
    if (now.wall.notes === before.wall.notes || !before.loaded) return
    for (const note of now.wall.notes.values()) if (note.author !== me && !before.wall.notes.has(note.id)) arrived.add(note.id)
    if (arrived.size > 0) timer ??= setTimeout(tell, EVERY_MS)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
