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
export function watchArrivals({ store, onNotes }: Pick<Session, 'store' | 'onNotes'>, me: ParticipantId | undefined, onArrived: (notes: readonly Note[]) => void): () => void {
  const arrived = new Set<NoteId>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    timer = undefined
    const { wall } = store.getState()
    const notes = [...arrived].flatMap((id) => wall.notes.get(id) ?? [])
    arrived.clear()
    if (notes.length > 0) onArrived(notes)
  }
  let before = store.getState().wall.notes
  const stop = onNotes((ids) => {
    const { wall, loaded } = store.getState()
    if (loaded) for (const id of ids) if (!before.has(id) && wall.notes.get(id)?.author !== me) arrived.add(id)
    before = wall.notes
    if (arrived.size > 0) timer ??= setTimeout(tell, EVERY_MS)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
