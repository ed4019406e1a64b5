import { describe, expect, it } from 'vitest'
import type { ParticipantId } from './ids.ts'
import { NO_FACTS } from './pairFacts.ts'
import { answerOf, askedOf, hasConfirmed, hasDeclinedSuggestion, otherSide, pairState, willAnswerLater } from './pairState.ts'
import { EMPTY_CARD, type Card, type PairFacts, type PairState } from './schema.ts'

const [needer, offerer] = ['needer' as ParticipantId, 'offerer' as ParticipantId]
const card: Card = { ...EMPTY_CARD, what: 'A week of training', helpKind: 'training' }

const needAsks: Partial<PairFacts> = { interest: { need: { by: needer, at: 10, line: '' } } }
const offerAnswers = (accepted: boolean, to = 10): Partial<PairFacts> => ({
  answer: { offer: { by: offerer, at: 20, to, accepted, line: '' } },
})
const suggested: Partial<PairFacts> = { suggestion: { by: 'chair' as ParticipantId, at: 10, line: '' } }
const needAnswers = (accepted: boolean, to: number): Partial<PairFacts> => ({ answer: { need: { by: needer, at: 20, to, accepted, line: '' } } })
const puts = (side: 'need' | 'offer', to: number): Partial<PairFacts> => ({ later: { [side]: { by: offerer, at: 15, to } } })
const bothAsk: Partial<PairFacts> = {
  interest: { need: { by: needer, at: 10, line: '' }, offer: { by: offerer, at: 10, line: '' } },
}
const confirm = (need?: Card, offer?: Card): Partial<PairFacts> => ({
  confirm: {
    ...(need && { need: { by: needer, at: 30, card: need } }),
    ...(offer && { offer: { by: offerer, at: 31, card: offer } }),
  },
})
const close = (state: 'done' | 'dropped'): Partial<PairFacts> => ({ outcome: { by: needer, at: 40, line: '', state } })
const facts = (...parts: Partial<PairFacts>[]): PairFacts => Object.assign({}, NO_FACTS, ...parts) as PairFacts

describe('where a pair stands', () => {
  it.each<[string, PairState | undefined, Partial<PairFacts>[]]>([
    ['nobody has said anything', undefined, []],
    ['P5 only "not a match" was said', undefined, [{ dismissed: new Map([[needer, { need: undefined, offer: undefined }]]) }]],
    ['an answer to nothing', undefined, [offerAnswers(true)]],
    ['an outcome of nothing', undefined, [close('done')]],
    ['one side asks', 'interested', [needAsks]],
    ['the other side accepts', 'contacted', [needAsks, offerAnswers(true)]],
    ['the other side declines', 'declined', [needAsks, offerAnswers(false)]],
    ['P4 an answer to an earlier interest is none to this one', 'interested', [needAsks, offerAnswers(true, 9)]],
    ['P4 a refusal of an earlier interest is none of this one', 'interested', [needAsks, offerAnswers(false, 9)]],
    ['P1 both sides ask: each has its answer', 'contacted', [bothAsk]],
    ['P1 both ask and one had declined', 'contacted', [bothAsk, offerAnswers(false)]],
    ['one side confirms', 'contacted', [bothAsk, confirm(card)]],
    ['P2 both sides confirm the card as it reads', 'agreed', [bothAsk, confirm(card, card)]],
    ['P3 the card was changed after one confirmation', 'contacted', [bothAsk, confirm(card, { ...card, byWhen: '2026-05-01' })]],
    ['P3 the card was changed after both confirmations', 'contacted', [bothAsk, confirm(EMPTY_CARD, EMPTY_CARD)]],
    ['confirmations without contact', 'interested', [needAsks, confirm(card, card)]],
    ['P20 who will answer later has not answered', 'interested', [needAsks, puts('offer', 10)]],
    ['P22 a facilitator puts the two together', 'suggested', [suggested]],
    ['P22 one side has put the suggestion off', 'suggested', [suggested, puts('need', 10)]],
    ['P22 one side says "not for us"', 'declined', [suggested, needAnswers(false, 10)]],
    ['P22 "not for us" to an earlier suggestion is none to this one', 'suggested', [suggested, needAnswers(false, 9)]],
    ['P22 yes is said by showing interest, not by answering', 'suggested', [suggested, needAnswers(true, 10)]],
    ['P22 one side likes it: from here on it is an interest', 'interested', [suggested, needAsks]],
    ['P22 one side had declined it, the other asks all the same', 'interested', [suggested, needAsks, offerAnswers(false, 8)]],
    ['P22 both like it', 'contacted', [suggested, bothAsk]],
    ['closed as done', 'done', [bothAsk, confirm(card, card), close('done')]],
    ['closed without an agreement', 'dropped', [bothAsk, close('dropped')]],
  ])('%s: %s', (_, state, parts) => {
    expect(pairState(facts(...parts), card)).toBe(state)
  })
})

it('P3 a confirmation holds for the very words that were confirmed', () => {
  const known = facts(confirm(card))
  expect(hasConfirmed(known, { ...card }, 'need')).toBe(true)
  expect(hasConfirmed(known, card, 'offer')).toBe(false)
  for (const field of Object.keys(card) as (keyof Card)[]) {
    expect(hasConfirmed(known, { ...card, [field]: `${card[field]}.` }, 'need')).toBe(false)
  }
})

it('P4 an answer is looked up against the interest of the other side', () => {
  expect(answerOf(facts(needAsks, offerAnswers(true)), 'offer')?.accepted).toBe(true)
  expect(answerOf(facts(needAsks, offerAnswers(true)), 'need')).toBeUndefined()
  expect(answerOf(facts(offerAnswers(true)), 'offer')).toBeUndefined()
})

it('P20 what was put off is asked still; an answer or a newer interest ends that', () => {
  const off = facts(needAsks, puts('offer', 10))
  expect([askedOf(off, 'offer')?.at, willAnswerLater(off, 'offer'), willAnswerLater(off, 'need')]).toEqual([10, true, false])
  expect(willAnswerLater(facts(needAsks, puts('offer', 9)), 'offer')).toBe(false)
  expect(willAnswerLater(facts(needAsks, puts('offer', 10), offerAnswers(true)), 'offer')).toBe(false)
  expect(askedOf(facts(needAsks, offerAnswers(false)), 'offer')).toBeUndefined()
})

it('P22 a suggestion asks both sides; once one of them asks the other, it asks nobody', () => {
  expect([askedOf(facts(suggested), 'need')?.at, askedOf(facts(suggested), 'offer')?.at]).toEqual([10, 10])
  expect(askedOf(facts(suggested, needAnswers(false, 10)), 'need')).toBeUndefined()
  const asks = facts({ suggestion: { by: 'chair' as ParticipantId, at: 5, line: '' } }, needAsks)
  expect([askedOf(asks, 'need'), askedOf(asks, 'offer')?.at]).toEqual([undefined, 10])
  expect(hasDeclinedSuggestion(facts(suggested, needAnswers(false, 10)), 'need')).toBe(true)
  expect(hasDeclinedSuggestion(facts(needAsks), 'need')).toBe(false)
})

it('the other side of the other side is this side', () => {
  expect(otherSide('need')).toBe('offer')
  expect(otherSide(otherSide('need'))).toBe('need')
})
