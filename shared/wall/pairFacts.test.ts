import { describe, expect, it } from 'vitest'
import { pairIdOf, type NoteId, type ParticipantId } from './ids.ts'
import { NO_FACTS, pairKey, parseCard, parsePairKey, withFact } from './pairFacts.ts'
import { EMPTY_CARD, LIMITS, type Card } from './schema.ts'

const pair = pairIdOf('n1' as NoteId, 'o1' as NoteId)
const amina = 'amina' as ParticipantId

describe('keys', () => {
  it('a fact is found again under the key it was written to', () => {
    expect(parsePairKey(pairKey(pair, 'interest', 'need'))).toEqual({ pair, fact: 'interest', whose: 'need' })
    expect(parsePairKey(pairKey(pair, 'outcome'))).toEqual({ pair, fact: 'outcome', whose: '' })
  })

  it.each(['', 'n1~o1', 'n1~o1/interest', 'n1~o1/interest/need/more', 'n1/interest/need', '/interest/need'])(
    'W5 a key that is not ours is left alone: "%s"',
    (key) => expect(parsePairKey(key)).toBeUndefined(),
  )
})

describe('facts', () => {
  it('keeps what each side said apart', () => {
    const one = withFact(NO_FACTS, 'interest', 'need', { by: amina, at: 5, line: 'we can come' })
    const both = withFact(one, 'interest', 'offer', { by: 'bo', at: 6, line: '' })
    expect(both.interest).toEqual({
      need: { by: amina, at: 5, line: 'we can come' },
      offer: { by: 'bo', at: 6, line: '' },
    })
  })

  it('reads an answer, a confirmation and an outcome', () => {
    const card = { ...EMPTY_CARD, what: 'training' }
    expect(withFact(NO_FACTS, 'answer', 'offer', { by: amina, at: 7, to: 5, accepted: false, line: 'not now' }).answer).toEqual({
      offer: { by: amina, at: 7, to: 5, accepted: false, line: 'not now' },
    })
    expect(withFact(NO_FACTS, 'confirm', 'need', { by: amina, at: 8, card }).confirm).toEqual({ need: { by: amina, at: 8, card } })
    expect(withFact(NO_FACTS, 'outcome', '', { by: amina, at: 9, state: 'done', line: '' }).outcome?.state).toBe('done')
  })

  it('P5 remembers everyone who said that it is not a match', () => {
    const one = withFact(NO_FACTS, 'dismissed', amina, { at: 1 })
    expect(withFact(one, 'dismissed', 'bo', { at: 2, need: 'Soil maps', offer: 7 }).dismissed).toEqual(
      new Map([[amina, { need: undefined, offer: undefined }], ['bo', { need: 'Soil maps', offer: undefined }]]),
    )
    expect(NO_FACTS.dismissed.size).toBe(0)
  })

  it('W5 a text in a fact is no longer than that of a note', () => {
    const facts = withFact(NO_FACTS, 'dismissed', amina, { at: 1, need: 'x'.repeat(9000), offer: '' })
    expect(facts.dismissed.get(amina)?.need).toHaveLength(LIMITS.noteText)
  })

  it('reads what is put off, suggested, and offered as support', () => {
    expect(withFact(NO_FACTS, 'later', 'offer', { by: amina, at: 7, to: 5 }).later).toEqual({ offer: { by: amina, at: 7, to: 5 } })
    expect(withFact(NO_FACTS, 'suggestion', '', { by: amina, at: 7, line: 'You two!' }).suggestion).toEqual({ by: amina, at: 7, line: 'You two!' })
    const one = withFact(NO_FACTS, 'support', amina, { by: amina, at: 7, line: 'A boat' })
    const two = withFact(one, 'support', 'bo', { by: 'bo', at: 8 })
    expect([...two.support.values()]).toEqual([{ by: amina, at: 7, line: 'A boat' }, { by: 'bo', at: 8, line: '' }])
    expect(withFact(two, 'supported', amina, { by: 'cleo', at: 9, to: 7, accepted: true }).supported).toEqual(
      new Map([[amina, { by: 'cleo', at: 9, to: 7, accepted: true }]]),
    )
    expect([NO_FACTS.support.size, NO_FACTS.supported.size]).toEqual([0, 0])
  })

  it.each<[string, string, unknown]>([
    ['interest', 'need', null],
    ['interest', 'need', 'yes'],
    ['interest', 'need', [1]],
    ['interest', 'need', { by: amina }],
    ['interest', 'need', { by: amina, at: NaN }],
    ['interest', 'need', { by: amina, at: 1e300 }],
    ['interest', 'need', { by: '', at: 1 }],
    ['interest', 'both', { by: amina, at: 1 }],
    ['interest', '__proto__', { by: amina, at: 1 }],
    ['answer', 'need', { by: amina, at: 1, accepted: true }],
    ['answer', 'need', { by: amina, at: 1, to: 1, accepted: 'yes' }],
    ['outcome', '', { by: amina, at: 1, state: 'agreed' }],
    ['dismissed', 'no id', { at: 1 }],
    ['promised', 'need', { by: amina, at: 1 }],
    ['later', 'need', { by: amina, at: 1 }],
    ['later', 'both', { by: amina, at: 1, to: 1 }],
    ['suggestion', '', { at: 1, line: '' }],
    ['support', 'bo', { by: amina, at: 1, line: 'in the name of another' }],
    ['support', '', { by: amina, at: 1, line: '' }],
    ['supported', amina, { by: 'bo', at: 1, to: 1 }],
    ['supported', 'no id', { by: 'bo', at: 1, to: 1, accepted: true }],
  ])('W5 a fact of the wrong shape is left out: %s of "%s" %j', (fact, whose, value) => {
    expect(withFact(NO_FACTS, fact, whose, value)).toEqual(NO_FACTS)
  })
})

it('W5 a card is whole whatever was stored', () => {
  for (const value of [undefined, null, 'card', [1, 2], { what: 3, helpKind: 'money', byWhen: '2026-02-31', untilWhen: 'soon', payer: 'me', focalPoint: true, target: '24' }]) {
    expect(parseCard(value)).toEqual(EMPTY_CARD)
  }
  const card: Card = {
    what: 'a', firstStep: 'b', whoNeed: 'c', whoOffer: 'd', howWeKnow: 'e', priority: 'f',
    helpKind: 'visit', byWhen: '2026-03-01', untilWhen: '2026-04-01', payer: 'sought', focalPoint: 'told', target: '23',
  }
  expect(parseCard({ ...card, more: 1 })).toEqual(card)
})
