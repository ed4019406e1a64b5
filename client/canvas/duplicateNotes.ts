import { boxAround } from '#shared/layout/box.ts'
import { NOTE_GAP } from '#shared/layout/findFreePlace.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Session } from '../session/openSession.ts'
import { pickNotes } from '../state/viewStore.ts'
import { hangNotes, MOST_AT_ONCE, type NotePiece } from './hangNotes.ts'
import type { HungNote } from './noteIndex.ts'

/** A note as what a copy is made of; its place is where it hangs. */
export const pieceOf = ({ note }: HungNote): NotePiece => ({
  kind: note.kind,
  text: note.text,
  lang: note.lang,
  places: note.places,
  withheld: note.withheld,
  corner: { name: note.name, country: note.country },
  at: note.at,
})

/**
 * Hangs copies beside these notes, selects them and brings the wall to them.
 * @param hung where a note hangs
 * @returns `false`, and nothing done, when there is none to copy, or too many
 */
export function duplicateNotes(hung: (id: NoteId) => HungNote | undefined, session: Session, ids: readonly NoteId[]): boolean {
  const originals = ids.flatMap((id) => hung(id) ?? [])
  const around = boxAround(originals)
  if (!around || originals.length > MOST_AT_ONCE) return false
  const copies = hangNotes(session, originals.map(pieceOf), [around.x + around.width + NOTE_GAP, around.y], hung)
  if (copies.length === 0) return false
  pickNotes(copies)
  return true
}
