import { CARD_FIELDS, NOTE_KINDS, type Card, type CardField, type Interest, type PairFacts, type PairState, type Side, type Suggestion } from './schema.ts'

export const otherSide = (side: Side): Side => (side === 'need' ? 'offer' : 'need')

/** The fields in which two cards differ, in the order of the card. */
export const changedFields = (before: Card, now: Card): readonly CardField[] =>
  CARD_FIELDS.filter((field) => before[field] !== now[field])

/** Whether this side has confirmed the card exactly as it reads now. */
export function hasConfirmed(facts: PairFacts, card: Card, side: Side): boolean {
  const confirmation = facts.confirm[side]
  return confirmation !== undefined && changedFields(confirmation.card, card).length === 0
}

/** The answer of `side` to the other side's interest as it stands now, if it has given one. */
export function answerOf(facts: PairFacts, side: Side) {
  const asked = facts.interest[otherSide(side)]
  const answer = facts.answer[side]
  return asked && answer && answer.to === asked.at ? answer : undefined
}

/** What this side is asked and has not answered: the other side's interest, or else a facilitator's suggestion. */
export function askedOf(facts: PairFacts, side: Side): Interest | Suggestion | undefined {
  const { interest, answer, suggestion } = facts
  if (interest[side]) return undefined
  const asked = interest[otherSide(side)] ?? suggestion
  return asked && answer[side]?.to !== asked.at ? asked : undefined
}

/** Whether this side has said that it will answer later what it is asked now. */
export function willAnswerLater(facts: PairFacts, side: Side): boolean {
  const asked = askedOf(facts, side)
  return asked !== undefined && facts.later[side]?.to === asked.at
}

/** Whether this side has said "not for us" to the suggestion as it stands. */
export const hasDeclinedSuggestion = ({ suggestion, answer }: PairFacts, side: Side): boolean =>
  suggestion !== undefined && answer[side]?.to === suggestion.at && !answer[side].accepted

/**
 * Where a pair stands, from what both sides said. Interest from both sides is as good as an acceptance: each has
 * asked the other. A change of the card after a confirmation takes the agreement back to `contacted`.
 * @returns `undefined` while nobody has shown interest or put the two together
 */
export function pairState(facts: PairFacts, card: Card): PairState | undefined {
  const { interest, outcome } = facts
  if (!interest.need && !interest.offer) {
    if (!facts.suggestion) return undefined
    return NOTE_KINDS.some((side) => hasDeclinedSuggestion(facts, side)) ? 'declined' : 'suggested'
  }
  if (outcome) return outcome.state
  const answers = [answerOf(facts, 'need'), answerOf(facts, 'offer')]
  const mutual = interest.need !== undefined && interest.offer !== undefined
  if (!mutual && !answers.some((answer) => answer?.accepted)) {
    return answers.some((answer) => answer && !answer.accepted) ? 'declined' : 'interested'
  }
  return hasConfirmed(facts, card, 'need') && hasConfirmed(facts, card, 'offer') ? 'agreed' : 'contacted'
}
