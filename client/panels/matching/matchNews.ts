import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import type { Shelf } from './shelf.ts'

/** The likely and possible matches of one's own notes, each by the two notes it joins; also those that wait to be shown. */
export function matchKeys(
  shelves: ReadonlyMap<NoteId, Shelf>,
  notes: ReadonlyMap<NoteId, Note>,
  person: ParticipantId | undefined,
): readonly string[] {
  return [...shelves].flatMap(([id, shelf]) =>
    notes.get(id)?.author === person ? candidatesOf(shelf).map((candidate) => `${id}~${candidate.id}`) : [],
  )
}

/** How many likely and possible matches each note has, as far as that is known here. */
export const matchCounts = (shelves: ReadonlyMap<NoteId, Shelf>): ReadonlyMap<NoteId, number> =>
  new Map([...shelves].map(([id, shelf]) => [id, candidatesOf(shelf).length]))

const candidatesOf = ({ first, waiting }: Shelf): Shelf['first'] => [...first, ...waiting]
