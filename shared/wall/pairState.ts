import { type Card, type PairFacts, type PairState, type Side } from './schema.ts'

export const otherSide = (side: Side): Side => (side === 'need' ? 'offer' : 'need')

const sameCard = (a: Card, b: Card): boolean => (Object.keys(a) as (keyof Card)[]).every((field) => a[field] === b[field])

/** Whether this side has confirmed the card exactly as it reads now. */
export function hasConfirmed(facts: PairFacts, card: Card, side: Side): boolean {
  const confirmation = facts.confirm[side]
  return confirmation !== undefined && sameCard(confirmation.card, card)
}

/** The answer of `side` to the other side's interest as it stands now, if it has given one. */
export function answerOf(facts: PairFacts, side: Side) {
  const asked = facts.interest[otherSide(side)]
  const answer = facts.answer[side]
  return asked && answer && answer.to === asked.at ? answer : undefined
}

/**
 * Where a pair stands, from what both sides said. Interest from both sides is as good as an acceptance: each has
 * asked the other. A change of the card after a confirmation takes the agreement back to `contacted`.
 * @returns `undefined` while nobody has shown interest
 */
export function pairState(facts: PairFacts, card: Card): PairState | undefined {
  const { interest, outcome } = facts
  if (!interest.need && !interest.offer) return undefined
  if (outcome) return outcome.state
  const answers = [answerOf(facts, 'need'), answerOf(facts, 'offer')]
  const mutual = interest.need !== undefined && interest.offer !== undefined
  if (!mutual && !answers.some((answer) => answer?.accepted)) {
    return answers.some((answer) => answer && !answer.accepted) ? 'declined' : 'interested'
  }
  return hasConfirmed(facts, card, 'need') && hasConfirmed(facts, card, 'offer') ? 'agreed' : 'contacted'
}
