import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Matches } from '../panels/matching/createMatches.ts'
import { matchCounts } from '../panels/matching/matchNews.ts'

/** How many possible matches a note has, for those that are looked at: one's own, and the selected ones. */
export function useMatchCounts(matches: Matches): ReadonlyMap<NoteId, number> {
  return useStore(matches.store, useShallow(({ open }) => matchCounts(open)))
}
