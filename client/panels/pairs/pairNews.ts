import { sidesOf } from '#shared/permissions/can.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import { answerOf, hasDeclinedSuggestion, otherSide, willAnswerLater } from '#shared/wall/pairState.ts'
import { NOTE_KINDS, type Pair, type Side, type Wall } from '#shared/wall/schema.ts'
import { supportsOf, type OfferedSupport } from '#shared/wall/supportsOf.ts'

/** Something the other side did. `side` is the side that did it; either may close a pair, so an end has none. */
export type PairNews =
  | { is: 'asked' | 'bothAsked' | 'accepted' | 'declined' | 'later' | 'confirmed' | 'agreed' | 'suggestionLiked'; pair: PairId; side: Side; line: string }
  /** `by`: a facilitator, a third party, or the side that answered one. */
  | { is: 'suggested' | 'supportOffered' | 'supportWithdrawn' | 'supportAccepted' | 'supportDeclined'; pair: PairId; by: ParticipantId; line: string }
  | { is: 'done' | 'dropped' | 'reopened' | 'changed' | 'supportedAgreed'; pair: PairId; line: string }

/** What others did to this person's pairs between two looks at the wall; one's own doings are no news. */
export function pairNews(before: Wall, wall: Wall, person: ParticipantId | undefined): readonly PairNews[] {
  if (before.pairs === wall.pairs) return []
  return [...wall.pairs.values()].flatMap((pair) => {
    const earlier = before.pairs.get(pair.id)
    if (person === undefined || earlier === pair) return []
    return sidesOf(wall, pair.id, person).length > 0 ? newsOfPair(earlier, pair, person) : newsOfHelper(earlier, pair, person)
  })
}

/** Whether news still says what is so: what was asked may have been answered since, or taken back. */
export function isStillNews(news: PairNews, wall: Wall): boolean {
  const pair = wall.pairs.get(news.pair)
  switch (news.is) {
    case 'asked':
      return pair?.state === 'interested'
    case 'suggested':
      return pair?.state === 'suggested'
    case 'supportOffered':
      return pair?.facts.support.has(news.by) === true
    default:
      return true
  }
}

function newsOfPair(before: Pair | undefined, pair: Pair, person: ParticipantId | undefined): readonly PairNews[] {
  const { id, facts, state } = pair
  const news: PairNews[] = []
  for (const side of NOTE_KINDS) {
    const interest = facts.interest[side]
    if (interest && interest.by !== person && interest.at !== before?.facts.interest[side]?.at) {
      news.push({ is: facts.interest[otherSide(side)] ? 'bothAsked' : 'asked', pair: id, side, line: interest.line })
    }
    const answer = answerOf(facts, side) ?? (hasDeclinedSuggestion(facts, side) ? facts.answer[side] : undefined)
    if (answer && answer.by !== person && answer.at !== before?.facts.answer[side]?.at) {
      news.push({ is: answer.accepted ? 'accepted' : 'declined', pair: id, side, line: answer.line })
    }
    const later = facts.later[side]
    if (later && later.by !== person && willAnswerLater(facts, side) && later.at !== before?.facts.later[side]?.at) {
      news.push({ is: 'later', pair: id, side, line: '' })
    }
    const confirmation = facts.confirm[side]
    if (confirmation && confirmation.by !== person && confirmation.at !== before?.facts.confirm[side]?.at) {
      news.push({ is: state === 'agreed' ? 'agreed' : 'confirmed', pair: id, side, line: '' })
    }
  }
  const { outcome, suggestion } = facts
  if (suggestion && state === 'suggested' && suggestion.by !== person && suggestion.at !== before?.facts.suggestion?.at) {
    news.push({ is: 'suggested', pair: id, by: suggestion.by, line: suggestion.line })
  }
  for (const { by, at, line } of facts.support.values()) {
    if (at !== before?.facts.support.get(by)?.at) news.push({ is: 'supportOffered', pair: id, by, line })
  }
  for (const by of before?.facts.support.keys() ?? []) if (!facts.support.has(by)) news.push({ is: 'supportWithdrawn', pair: id, by, line: '' })
  for (const { by, standing } of supportsOf(facts)) news.push(...newsOfSupport(before, pair, by, standing).filter((one) => one.by !== person))
  if (outcome && outcome.by !== person && outcome.at !== before?.facts.outcome?.at) {
    news.push({ is: outcome.state, pair: id, line: outcome.line })
  }
  // Taking up again and typing leave no name behind; whoever has the card open sees it there.
  if (!outcome && before?.facts.outcome && news.length === 0) news.push({ is: 'reopened', pair: id, line: '' })
  if (before?.state === 'agreed' && state === 'contacted' && news.length === 0) news.push({ is: 'changed', pair: id, line: '' })
  return news
}

/** What became of a facilitator's suggestion, or of an offer of support, for who made it. */
function newsOfHelper(before: Pair | undefined, pair: Pair, person: ParticipantId): readonly PairNews[] {
  const { id, facts, state } = pair
  const news: PairNews[] = []
  if (facts.suggestion?.by === person && before?.state === 'suggested') {
    for (const side of NOTE_KINDS) {
      const { interest, answer } = facts
      if (interest[side]) news.push({ is: 'suggestionLiked', pair: id, side, line: interest[side].line })
      else if (hasDeclinedSuggestion(facts, side)) news.push({ is: 'declined', pair: id, side, line: answer[side]?.line ?? '' })
    }
  }
  const support = supportsOf(facts).find(({ by }) => by === person)
  if (!support) return news
  news.push(...newsOfSupport(before, pair, person, support.standing))
  if (support.standing !== 'accepted') return news
  if (state === 'agreed' && before?.state !== 'agreed') news.push({ is: 'supportedAgreed', pair: id, line: '' })
  const { outcome } = facts
  if (outcome && outcome.at !== before?.facts.outcome?.at) news.push({ is: outcome.state, pair: id, line: outcome.line })
  return news
}

/** What a side has just answered to somebody's offer of support. */
function newsOfSupport(before: Pair | undefined, { id, facts }: Pair, supporter: ParticipantId, standing: OfferedSupport['standing']) {
  const answer = facts.supported.get(supporter)
  if (!answer || standing === 'offered' || answer.at === before?.facts.supported.get(supporter)?.at) return []
  return [{ is: standing === 'accepted' ? ('supportAccepted' as const) : ('supportDeclined' as const), pair: id, by: answer.by, line: '' }]
}
