import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { NoteKind, Wall } from '#shared/wall/schema.ts'
import { isStillNews, pairNews } from './pairNews.ts'
import { isDue, requestsOf } from './requestsOf.ts'
import { seekingSupport } from './seekingSupport.ts'

const AMINA = 'amina' as ParticipantId
const BRUNO = 'bruno' as ParticipantId
const CHEN = 'chen' as ParticipantId
const NEED = 'need' as NoteId
const OFFER = 'offer' as NoteId
const PAIR = pairIdOf(NEED, OFFER)

/** A wall with Amina's need and Bruno's offer; every step is one second later. */
function startWall() {
  const doc = new Y.Doc()
  let now = 0
  const act = (participant: ParticipantId, ...edits: Edit[]): Wall => {
    applyEdits(doc, edits, { participant, now: (now += 1000), origin: null })
    return readWall(doc)
  }
  const place = (id: NoteId, kind: NoteKind, name: string, country: string): Edit =>
    ({ type: 'placeNote', id, kind, at: [0, 0], text: 'Soil carbon', lang: 'en', name, country })
  act(AMINA, place(NEED, 'need', 'Amina', 'ke'))
  const wall = act(BRUNO, place(OFFER, 'offer', 'Bruno', 'br'))
  return { act, wall }
}
const ask = (line = ''): Edit => ({ type: 'showInterest', pair: PAIR, side: 'need', line })
const answer = (accepted: boolean, to: number, line = ''): Edit => ({ type: 'answerInterest', pair: PAIR, side: 'offer', to, accepted, line })

describe('requests', () => {
  it('P9 the other side sees at once who asks, and the asker has nothing to answer', () => {
    const { act } = startWall()
    const wall = act(AMINA, ask('Can we talk?'))
    expect(requestsOf(wall, BRUNO)).toMatchObject([{ is: 'interest', pair: PAIR, side: 'offer', isLater: false, asked: { by: AMINA, line: 'Can we talk?' } }])
    expect(requestsOf(wall, AMINA)).toEqual([])
    expect(requestsOf(wall, CHEN)).toEqual([])
    expect(requestsOf(wall, undefined)).toEqual([])
  })

  it('P9 a request is there until it is answered, and again when it is asked anew', () => {
    const { act } = startWall()
    const asked = act(AMINA, ask())
    const at = requestsOf(asked, BRUNO)[0]?.asked.at ?? 0
    expect(requestsOf(act(BRUNO, answer(false, at)), BRUNO)).toEqual([])
    expect(requestsOf(act(AMINA, ask()), BRUNO)).toHaveLength(1)
    expect(requestsOf(act(BRUNO, { type: 'showInterest', pair: PAIR, side: 'offer', line: '' }), BRUNO)).toEqual([])
  })
})

describe('what else is asked', () => {
  const later = (to: number): Edit => ({ type: 'answerLater', pair: PAIR, side: 'offer', to })
  const due = (wall: Wall, person: ParticipantId): readonly string[] => requestsOf(wall, person).filter(isDue).map(({ is }) => is)

  it('P20 what was put off stays, apart; a newer interest asks anew', () => {
    const { act } = startWall()
    const at = requestsOf(act(AMINA, ask()), BRUNO)[0]?.asked.at ?? 0
    const off = act(BRUNO, later(at))
    expect(requestsOf(off, BRUNO)).toMatchObject([{ is: 'interest', isLater: true }])
    expect(due(off, BRUNO)).toEqual([])
    expect(due(act(AMINA, ask('And now?')), BRUNO)).toEqual(['interest'])
  })

  it('P22 a suggestion asks both sides, until one of them asks the other', () => {
    const { act } = startWall()
    const wall = act(CHEN, { type: 'suggestPair', pair: PAIR, line: 'You two!' })
    expect([due(wall, AMINA), due(wall, BRUNO), due(wall, CHEN)]).toEqual([['suggestion'], ['suggestion'], []])
    const liked = act(AMINA, ask())
    expect([due(liked, AMINA), due(liked, BRUNO)]).toEqual([[], ['interest']])
  })

  it('P24 an offer of support asks both sides, until one has answered', () => {
    const { act } = startWall()
    act(AMINA, ask())
    act(BRUNO, { type: 'showInterest', pair: PAIR, side: 'offer', line: '' })
    const wall = act(CHEN, { type: 'offerSupport', pair: PAIR, line: 'We pay the tickets' })
    expect([due(wall, AMINA), due(wall, BRUNO), due(wall, CHEN)]).toEqual([['support'], ['support'], []])
    const to = wall.pairs.get(PAIR)?.facts.support.get(CHEN)?.at ?? 0
    const accepted = act(AMINA, { type: 'answerSupport', pair: PAIR, supporter: CHEN, to, accepted: true })
    expect([due(accepted, AMINA), due(accepted, BRUNO)]).toEqual([[], []])
  })
})

describe('news', () => {
  it('P10 tells the asked side of an interest, with its line, and nobody else', () => {
    const { act, wall } = startWall()
    const asked = act(AMINA, ask('Hello'))
    expect(pairNews(wall, asked, BRUNO)).toEqual([{ is: 'asked', pair: PAIR, side: 'need', line: 'Hello' }])
    expect(pairNews(wall, asked, AMINA)).toEqual([])
    expect(pairNews(wall, asked, CHEN)).toEqual([])
    expect(pairNews(asked, asked, BRUNO)).toEqual([])
  })

  it('P10 tells the asker of the answer, with its word', () => {
    const { act } = startWall()
    const asked = act(AMINA, ask())
    const at = asked.pairs.get(PAIR)?.facts.interest.need?.at ?? 0
    const declined = act(BRUNO, answer(false, at, 'Next year'))
    expect(pairNews(asked, declined, AMINA)).toEqual([{ is: 'declined', pair: PAIR, side: 'offer', line: 'Next year' }])
    const accepted = act(BRUNO, answer(true, at, 'Gladly'))
    expect(pairNews(declined, accepted, AMINA)).toEqual([{ is: 'accepted', pair: PAIR, side: 'offer', line: 'Gladly' }])
    expect(pairNews(declined, accepted, BRUNO)).toEqual([])
  })

  it('P10 tells the asker that the answer comes later, and both sides of a suggestion', () => {
    const { act, wall } = startWall()
    const suggested = act(CHEN, { type: 'suggestPair', pair: PAIR, line: 'You two!' })
    for (const side of [AMINA, BRUNO]) expect(pairNews(wall, suggested, side)).toEqual([{ is: 'suggested', pair: PAIR, by: CHEN, line: 'You two!' }])
    expect(pairNews(wall, suggested, CHEN)).toEqual([])
    const asked = act(AMINA, ask('Yes'))
    expect(pairNews(suggested, asked, CHEN)).toEqual([{ is: 'suggestionLiked', pair: PAIR, side: 'need', line: 'Yes' }])
    const to = asked.pairs.get(PAIR)?.facts.interest.need?.at ?? 0
    const off = act(BRUNO, { type: 'answerLater', pair: PAIR, side: 'offer', to })
    expect(pairNews(asked, off, AMINA)).toEqual([{ is: 'later', pair: PAIR, side: 'offer', line: '' }])
    expect(pairNews(asked, off, BRUNO)).toEqual([])
  })

  it('P10 tells who suggested, and the other side, that it is not for one of them', () => {
    const { act } = startWall()
    const suggested = act(CHEN, { type: 'suggestPair', pair: PAIR, line: '' })
    const to = suggested.pairs.get(PAIR)?.facts.suggestion?.at ?? 0
    const declined = act(BRUNO, { type: 'declineSuggestion', pair: PAIR, side: 'offer', to, line: 'Not this year' })
    for (const person of [AMINA, CHEN]) expect(pairNews(suggested, declined, person)).toEqual([{ is: 'declined', pair: PAIR, side: 'offer', line: 'Not this year' }])
    expect(pairNews(suggested, declined, BRUNO)).toEqual([])
  })

  it('P10 tells both sides of an offer of support, and who offered of the answer and of the agreement', () => {
    const { act } = startWall()
    act(AMINA, ask())
    const both = act(BRUNO, { type: 'showInterest', pair: PAIR, side: 'offer', line: '' })
    const offered = act(CHEN, { type: 'offerSupport', pair: PAIR, line: 'Tickets' })
    for (const side of [AMINA, BRUNO]) expect(pairNews(both, offered, side)).toEqual([{ is: 'supportOffered', pair: PAIR, by: CHEN, line: 'Tickets' }])
    expect(pairNews(both, offered, CHEN)).toEqual([])
    const to = offered.pairs.get(PAIR)?.facts.support.get(CHEN)?.at ?? 0
    const accepted = act(AMINA, { type: 'answerSupport', pair: PAIR, supporter: CHEN, to, accepted: true })
    for (const person of [BRUNO, CHEN]) expect(pairNews(offered, accepted, person)).toEqual([{ is: 'supportAccepted', pair: PAIR, by: AMINA, line: '' }])
    expect(pairNews(offered, accepted, AMINA)).toEqual([])
    act(AMINA, { type: 'confirmCard', pair: PAIR, side: 'need' })
    const agreed = act(BRUNO, { type: 'confirmCard', pair: PAIR, side: 'offer' })
    expect(pairNews(accepted, agreed, CHEN)).toEqual([{ is: 'supportedAgreed', pair: PAIR, line: '' }])
    const gone = act(CHEN, { type: 'withdrawSupport', pair: PAIR })
    expect(pairNews(agreed, gone, BRUNO)).toEqual([{ is: 'supportWithdrawn', pair: PAIR, by: CHEN, line: '' }])
  })

  it('P24 a pair seeks support while its card says so and nobody supports it; its own sides do not seek themselves', () => {
    const { act } = startWall()
    act(AMINA, ask())
    act(BRUNO, { type: 'showInterest', pair: PAIR, side: 'offer', line: '' })
    const seeking = act(BRUNO, { type: 'chooseOnCard', pair: PAIR, field: 'payer', value: 'sought' })
    expect([CHEN, AMINA, BRUNO].map((person) => seekingSupport(seeking, person).length)).toEqual([1, 0, 0])
    const to = act(CHEN, { type: 'offerSupport', pair: PAIR, line: '' }).pairs.get(PAIR)?.facts.support.get(CHEN)?.at ?? 0
    expect(seekingSupport(act(AMINA, { type: 'answerSupport', pair: PAIR, supporter: CHEN, to, accepted: true }), CHEN)).toEqual([])
  })

  it('P10 tells of confirmations, of an agreement, of a change after it, and of the end', () => {
    const { act } = startWall()
    act(AMINA, ask())
    const both = act(BRUNO, { type: 'showInterest', pair: PAIR, side: 'offer', line: '' })
    const first = act(BRUNO, { type: 'confirmCard', pair: PAIR, side: 'offer' })
    expect(pairNews(both, first, AMINA)).toMatchObject([{ is: 'confirmed', side: 'offer' }])
    const agreed = act(AMINA, { type: 'confirmCard', pair: PAIR, side: 'need' })
    expect(pairNews(first, agreed, BRUNO)).toMatchObject([{ is: 'agreed', side: 'need' }])
    const changed = act(AMINA, { type: 'chooseOnCard', pair: PAIR, field: 'byWhen', value: '2027-03-01' })
    expect(pairNews(agreed, changed, BRUNO)).toMatchObject([{ is: 'changed' }])
    const done = act(AMINA, { type: 'closePair', pair: PAIR, state: 'done', line: 'It went well' })
    expect(pairNews(changed, done, BRUNO)).toMatchObject([{ is: 'done', line: 'It went well' }])
    expect(pairNews(done, act(BRUNO, { type: 'reopenPair', pair: PAIR }), AMINA)).toMatchObject([{ is: 'reopened' }])
  })
})

it('P37 what was asked is no news any more when it is answered', () => {
  const { act, wall: before } = startWall()
  const asked = act(AMINA, ask())
  const [news] = pairNews(before, asked, BRUNO)
  if (!news) throw new Error('Nothing was told.')
  expect(isStillNews(news, asked)).toBe(true)
  expect(isStillNews(news, act(BRUNO, answer(false, asked.pairs.get(PAIR)?.facts.interest.need?.at ?? 0)))).toBe(false)
})

it('P37 a suggestion or an offer of support that was taken back is no news any more', () => {
  const { act, wall: before } = startWall()
  const suggested = act(CHEN, { type: 'suggestPair', pair: PAIR, line: '' })
  const [news] = pairNews(before, suggested, BRUNO)
  if (!news) throw new Error('Nothing was told.')
  expect(isStillNews(news, suggested)).toBe(true)
  const supported = act(CHEN, { type: 'withdrawSuggestion', pair: PAIR }, { type: 'offerSupport', pair: PAIR, line: '' })
  expect(isStillNews(news, supported)).toBe(false)
  const [offered] = pairNews(suggested, supported, BRUNO)
  if (!offered) throw new Error('Nothing was told.')
  expect(isStillNews(offered, supported)).toBe(true)
  expect(isStillNews(offered, act(CHEN, { type: 'withdrawSupport', pair: PAIR }))).toBe(false)
})
