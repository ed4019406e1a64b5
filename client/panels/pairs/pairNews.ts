import { sidesOf } from '#shared/permissions/can.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import { answerOf, otherSide } from '#shared/wall/pairState.ts'
import { NOTE_KINDS, type Pair, type Side, type Wall } from '#shared/wall/schema.ts'

/** Something the other side did. `side` is the side that did it; either may close a pair, so an end has none. */
export type PairNews =
  | { is: 'asked' | 'bothAsked' | 'accepted' | 'declined' | 'confirmed' | 'agreed'; pair: PairId; side: Side; line: string }
  | { is: 'done' | 'dropped' | 'reopened' | 'changed'; pair: PairId; line: string }

/** What others did to this person's pairs between two looks at the wall; one's own doings are no news. */
export function pairNews(before: Wall, wall: Wall, person: ParticipantId | undefined): readonly PairNews[] {
  if (before.pairs === wall.pairs) return []
  return [...wall.pairs.values()].flatMap((pair) => {
    const mine = sidesOf(wall, pair.id, person)
    return mine.length > 0 ? newsOfPair(before.pairs.get(pair.id), pair, person) : []
  })
}

function newsOfPair(before: Pair | undefined, pair: Pair, person: ParticipantId | undefined): readonly PairNews[] {
  const { id, facts, state } = pair
  const news: PairNews[] = []
  for (const side of NOTE_KINDS) {
    const interest = facts.interest[side]
    if (interest && interest.by !== person && interest.at !== before?.facts.interest[side]?.at) {
      news.push({ is: facts.interest[otherSide(side)] ? 'bothAsked' : 'asked', pair: id, side, line: interest.line })
    }
    const answer = answerOf(facts, side)
    if (answer && answer.by !== person && answer.at !== before?.facts.answer[side]?.at) {
      news.push({ is: answer.accepted ? 'accepted' : 'declined', pair: id, side, line: answer.line })
    }
    const confirmation = facts.confirm[side]
    if (confirmation && confirmation.by !== person && confirmation.at !== before?.facts.confirm[side]?.at) {
      news.push({ is: state === 'agreed' ? 'agreed' : 'confirmed', pair: id, side, line: '' })
    }
  }
  const { outcome } = facts
  if (outcome && outcome.by !== person && outcome.at !== before?.facts.outcome?.at) {
    news.push({ is: outcome.state, pair: id, line: outcome.line })
  }
  // Taking up again and typing leave no name behind; whoever has the card open sees it there.
  if (!outcome && before?.facts.outcome && news.length === 0) news.push({ is: 'reopened', pair: id, line: '' })
  if (before?.state === 'agreed' && state === 'contacted' && news.length === 0) news.push({ is: 'changed', pair: id, line: '' })
  return news
}
