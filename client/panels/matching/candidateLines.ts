import { notesOfPair, type NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { pairOf } from '../../pairing/pairOf.ts'
import type { CandidateLine } from '../../state/viewStore.ts'
import type { MatchesState } from './createMatches.ts'

/** The lines that the wall draws from the selected notes to what may belong to them: each pair once, also when both its notes are selected. */
export function candidateLines(selected: readonly NoteId[], open: MatchesState['open'], notes: ReadonlyMap<NoteId, Note>): readonly CandidateLine[] {
  const lines = new Map<string, CandidateLine>()
  for (const id of selected) {
    const note = notes.get(id)
    for (const { id: other, likelihood } of (note && open.get(id)) ?? []) {
      const pair = note && pairOf(note, other)
      const ends = pair && notesOfPair(pair)
      if (ends) lines.set(pair, { ...ends, isLikely: likelihood === 'likely' })
    }
  }
  return [...lines.values()]
}
