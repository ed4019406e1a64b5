import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Wall } from '#shared/wall/schema.ts'

/** The offers of which as many places are agreed as they said to have; an offer that names no number is never taken. */
export function takenOffers({ notes, pairs }: Pick<Wall, 'notes' | 'pairs'>): ReadonlySet<NoteId> {
  const agreed = new Map<NoteId, number>()
  for (const { offer, state } of pairs.values()) if (state === 'agreed' || state === 'done') agreed.set(offer, (agreed.get(offer) ?? 0) + 1)
  return new Set([...agreed].filter(([offer, number]) => number >= (notes.get(offer)?.places ?? Infinity)).map(([offer]) => offer))
}

/** The same candidates, those that are taken after all others. */
export function freeFirst(candidates: readonly Candidate[], taken: ReadonlySet<NoteId>): readonly Candidate[] {
  if (!candidates.some(({ id }) => taken.has(id))) return candidates
  return [...candidates.filter(({ id }) => !taken.has(id)), ...candidates.filter(({ id }) => taken.has(id))]
}
