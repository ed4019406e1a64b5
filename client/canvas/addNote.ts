import type { Box, Size } from '#shared/layout/box.ts'
import { findFreePlace } from '#shared/layout/findFreePlace.ts'
import { newId, type NoteId } from '#shared/wall/ids.ts'
import type { Note, NoteKind, WallPoint } from '#shared/wall/schema.ts'
import type { Session } from '../session/openSession.ts'
import { freePlaceFor } from './freePlacesFor.ts'
import { noteLanguage } from './noteLanguage.ts'
import { readerLanguage } from './readerLanguage.ts'

export interface NewNote {
  readonly kind: NoteKind
  readonly text?: string
  /** BCP 47 tag; the interface's language if left out. A text in other letters than the language's says its own. */
  readonly lang?: string
  /** Whose name stands in the corner when a facilitator writes for somebody without a device. */
  readonly forOther?: { readonly name: string; readonly country: string } | undefined
  /** Of an offer: how many countries it can serve, where that is said. */
  readonly places?: number | undefined
  /** Marked "do not publish". */
  readonly isWithheld?: boolean
  /** Where its top left corner should be if there is room; without it, near one's other notes. */
  readonly near?: WallPoint | undefined
  /** What hangs on the wall already, for callers that know; else it is measured here. */
  readonly taken?: readonly Box[] | undefined
}

/**
 * Hangs a new note in a free place. Needs no canvas to be there: the form of a phone uses it too.
 * @param sizeOf how large notes are, in wall units
 * @returns its id; `undefined`, and nothing done, for somebody who may not write on this wall
 */
export function addNote(session: Session, { kind, text = '', lang, forOther, places, isWithheld = false, near, taken }: NewNote, sizeOf: (note: Note) => Size): NoteId | undefined {
  const { me } = session
  if (!me) return undefined
  const { wall } = session.store.getState()
  const language = readerLanguage()
  const { name, country } = forOther ?? me
  const note: Note = {
    id: newId<NoteId>((count) => crypto.getRandomValues(new Uint8Array(count))),
    kind,
    text,
    author: me.id,
    name,
    country,
    lang: noteLanguage(text, lang ?? language),
    at: near ?? [0, 0],
    createdAt: 0,
    writtenBy: forOther ? me.name : undefined,
    places,
  }
  const place = (): WallPoint => (near && taken ? findFreePlace(sizeOf(note), near, taken) : freePlaceFor(note, wall, sizeOf, near))
  const { id, writtenBy } = note
  const said = { ...(writtenBy !== undefined && { writtenBy }), ...(places !== undefined && { places }), ...(isWithheld && { withheld: true as const }) }
  return session.commit([{ type: 'placeNote', id, kind, at: place(), text, lang: note.lang, name, country, ...said }]) ? id : undefined
}
