import { boxAround } from '#shared/layout/box.ts'
import { NOTE_GAP } from '#shared/layout/findFreePlace.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Session } from '../session/openSession.ts'
import { selectNotes } from '../state/viewStore.ts'
import { hangNotes, MOST_AT_ONCE, type NotePiece } from './hangNotes.ts'
import type { HungNote } from './noteIndex.ts'
import type { WallScene } from './wallScene.ts'

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
 * Hangs copies beside these notes and selects them.
 * @returns `false`, and nothing done, when there is none to copy, or too many
 */
export function duplicateNotes(scene: WallScene, session: Session, ids: readonly NoteId[]): boolean {
  const originals = ids.flatMap((id) => scene.index.get(id) ?? [])
  const around = boxAround(originals)
  if (!around || originals.length > MOST_AT_ONCE) return false
  const copies = hangNotes(session, originals.map(pieceOf), [around.x + around.width + NOTE_GAP, around.y])
  if (copies.length === 0) return false
  selectNotes(copies)
  scene.seek(copies)
  return true
}
