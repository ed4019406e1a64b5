import { boxAround, boxAt, type Box } from '#shared/layout/box.ts'
import { freePlaces, NOTE_GAP } from '#shared/layout/findFreePlace.ts'
import { stackUp } from '#shared/layout/stackUp.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { newId, type NoteId } from '#shared/wall/ids.ts'
import type { NoteKind, WallPoint } from '#shared/wall/schema.ts'
import type { Session } from '../session/openSession.ts'
import { noteLanguage } from './noteLanguage.ts'
import { createNoteLayouts } from './noteLayouts.ts'
import { readerLanguage } from './readerLanguage.ts'
import { startingPlace, type HungBox } from './startingPlace.ts'

/** A note that is to be hung up with others. */
export interface NotePiece {
  readonly kind: NoteKind
  readonly text: string
  /** BCP 47 tag; told by the letters if left out. */
  readonly lang?: string | undefined
  readonly places?: number | undefined
  /** Marked "do not publish": a copy is, too. */
  readonly withheld?: true | undefined
  /** Whose it was; a facilitator's copy keeps this corner, everybody else's gets their own. */
  readonly corner?: { readonly name: string; readonly country: string } | undefined
  /** Its place among the others; without it they come as a block of rows. */
  readonly at?: WallPoint | undefined
}

/** More than this in one go is rather a file: the wall would be buried, and the room's share of time used up. */
export const MOST_AT_ONCE = 200

/**
 * Hangs several notes up as one step, as they lie to each other, in the nearest place that is free for all of them.
 * @param near where the top left corner of them all should be; near one's other notes if left out
 * @param hungAt where notes hang and how large they are, for callers that know; to lay all of them out takes long on a large wall
 * @returns their ids; none, and nothing done, for somebody who may not write on this wall
 */
export function hangNotes(session: Session, pieces: readonly NotePiece[], near?: WallPoint, hungAt: (id: NoteId) => Box | undefined = () => undefined): readonly NoteId[] {
  const { me, role } = session
  if (!me || pieces.length === 0) return []
  const { wall } = session.store.getState()
  const layoutOf = createNoteLayouts(readerLanguage())
  const notes = pieces.slice(0, MOST_AT_ONCE).map(({ kind, text, lang, places, withheld, corner, at }) => {
    const isForOther = role === 'facilitator' && corner !== undefined && (corner.name !== me.name || corner.country !== me.country)
    const { name, country } = isForOther ? corner : me
    const id = newId<NoteId>((count) => crypto.getRandomValues(new Uint8Array(count)))
    const writtenBy = isForOther ? me.name : undefined
    const note = { id, kind, text, lang: noteLanguage(text, lang ?? readerLanguage()), name, country, author: me.id, at: at ?? [0, 0], createdAt: 0, writtenBy, places, ...(withheld && { withheld }) } as const
    return { note, layout: layoutOf(note) }
  })
  const hung = [...wall.notes.values()].map((other): HungBox => ({ ...other, ...boxAt(other.at, hungAt(other.id) ?? layoutOf(other)) }))
  const loose = notes.map(({ note, layout }) => boxAt(note.at, layout))
  const hasPlaces = pieces.every(({ at }) => at !== undefined)
  const wanted = hasPlaces ? loose : stackUp(loose).map((point, i) => boxAt(point, loose[i] ?? { width: 0, height: 0 }))
  const around = boxAround(wanted)
  const [first] = notes
  if (!around || !first) return []
  const free = freePlaces(hung)
  const [x, y] = free.find(around, near ?? startingPlace(first.note, hung, wall.people.keys()))
  const edits = notes.map(({ note }, i): Edit => {
    const box = wanted[i] ?? around
    // Another corner may have made it taller than the one it was copied from.
    const at = free.find(box, [Math.round(x + box.x - around.x), Math.round(y + box.y - around.y)], Math.min(8, NOTE_GAP))
    free.take(boxAt(at, box))
    const { id, kind, text, lang, name, country, writtenBy, places, withheld } = note
    return { type: 'placeNote', id, kind, at, text, lang, name, country, ...(writtenBy !== undefined && { writtenBy }), ...(places !== undefined && kind === 'offer' && { places }), ...(withheld && { withheld }) }
  })
  return session.commit(edits) ? notes.map(({ note }) => note.id) : []
}
