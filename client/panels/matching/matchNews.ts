import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import type { MatchesState } from './createMatches.ts'

type Open = MatchesState['open']

/** The matches of one's own notes, each by the two notes it joins; also those that wait to be shown. */
export function matchKeys(open: Open, notes: ReadonlyMap<NoteId, Note>, person: ParticipantId | undefined): readonly string[] {
  return [...open].flatMap(([id, candidates]) => (notes.get(id)?.author === person ? candidates.map((candidate) => `${id}~${candidate.id}`) : []))
}

/** How many matches each note has, as far as that is known here. */
export const matchCounts = (open: Open): ReadonlyMap<NoteId, number> => new Map([...open].map(([id, candidates]) => [id, candidates.length]))
