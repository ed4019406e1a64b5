import type { SurveyedPair } from '#shared/matching/wallSurvey.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { isAnswered } from './matchFilter.ts'
import { takenOffers } from './takenOffers.ts'

/**
 * The needs that nobody has shown interest in, nor a likely offer hangs for. An offer that was declined or let go for this
 * need, or whose places are all agreed, is no answer.
 * @param pairs as the survey gives them
 */
export function unansweredNeeds(pairs: readonly SurveyedPair[], { notes, pairs: said }: Pick<Wall, 'notes' | 'pairs'>): ReadonlySet<NoteId> {
  const taken = takenOffers({ notes, pairs: said })
  const answered = new Set<NoteId>()
  const refused = new Set<string>()
  for (const { need, offer, state } of said.values()) {
    if (isAnswered(state)) answered.add(need)
    if (state === 'declined' || state === 'dropped') refused.add(`${need}~${offer}`)
  }
  for (const { need, offer, likelihood } of pairs) {
    if (likelihood === 'likely' && notes.has(offer) && !taken.has(offer) && !refused.has(`${need}~${offer}`)) answered.add(need)
  }
  return new Set([...notes.values()].filter(({ id, kind }) => kind === 'need' && !answered.has(id)).map(({ id }) => id))
}
