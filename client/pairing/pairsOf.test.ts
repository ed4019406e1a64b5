import { expect, it } from 'vitest'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { NO_FACTS } from '#shared/wall/pairFacts.ts'
import { pairState } from '#shared/wall/pairState.ts'
import { EMPTY_CARD, type Note, type Pair, type PairFacts, type Wall } from '#shared/wall/schema.ts'
import { turnOf, type Turn } from './pairsOf.ts'

const [amina, bo, cleo] = ['amina', 'bo', 'cleo'] as ParticipantId[]
const [need, offer] = ['n' as NoteId, 'o' as NoteId]
const note = (id: NoteId, kind: Note['kind'], author: ParticipantId | undefined, country: string) => ({ id, kind, author, country }) as Note
const notes = new Map([[need, note(need, 'need', amina, 'ke')], [offer, note(offer, 'offer', bo, 'fj')]])
const card = { ...EMPTY_CARD, what: 'A visit' }
const said = { by: amina ?? ('' as ParticipantId), at: 1, line: '' }
const confirmed = { ...said, card }

it.each<[string, Partial<PairFacts>, Turn | undefined, Turn | undefined]>([
  ['the need asks', { interest: { need: said } }, 'theirAnswer', 'answer'],
  ['both ask', { interest: { need: said, offer: said } }, 'write', 'write'],
  ['the need confirms', { interest: { need: said, offer: said }, confirm: { need: confirmed } }, 'theirConfirm', 'confirm'],
  ['the text changed since both confirmed', { interest: { need: said, offer: said }, confirm: { need: { ...said, card: EMPTY_CARD }, offer: { ...said, card: EMPTY_CARD } } }, 'write', 'write'],
  ['both confirm', { interest: { need: said, offer: said }, confirm: { need: confirmed, offer: confirmed } }, undefined, undefined],
  ['it was set aside', { interest: { need: said, offer: said }, outcome: { ...said, state: 'dropped' } }, undefined, undefined],
])('P32 each side is told whose turn it is: %s', (_, facts, forNeed, forOffer) => {
  const all = { ...NO_FACTS, ...facts }
  const pair: Pair = { id: pairIdOf(need, offer), need, offer, facts: all, card, state: pairState(all, card) }
  const wall = { notes, pairs: new Map([[pair.id, pair]]) } as unknown as Wall
  expect([turnOf(wall, pair, amina), turnOf(wall, pair, bo), turnOf(wall, pair, cleo)]).toEqual([forNeed, forOffer, undefined])
})
