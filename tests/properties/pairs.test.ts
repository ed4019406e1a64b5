import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Side } from '#shared/wall/schema.ts'
import { Network, type NetworkStep } from '../support/network.ts'

const pair = pairIdOf('need' as NoteId, 'offer' as NoteId)
const stateAt = (network: Network, peer: number) => readWall(network.peer(peer).doc).pairs.get(pair)
/** Each is typed once, and none is part of another. */
const WORDS = ['visit', 'мы', 'نعم', '实地', 'maps', '🌱🌱', 'course', 'à deux', 'boat'] as const
const by = (peer: number, now: number, ...edits: Edit[]): NetworkStep => ({ do: 'edit', peer, now, edits })

const said = fc.record({ needAt: fc.integer({ min: 1, max: 9 }), offerAt: fc.integer({ min: 1, max: 9 }), needFirst: fc.boolean() })
const deliveries = fc.array(
  fc.record({ peer: fc.nat(2), index: fc.nat(3) }).map((step): NetworkStep => ({ do: 'deliver', keep: true, ...step })),
  { maxLength: 12 },
)

test.prop([said, deliveries])(
  'P1 when both sides show interest at once, neither is lost and both are in contact on every screen',
  ({ needAt, offerAt, needFirst }, deliveries) => {
    const network = new Network(3)
    const steps = [
      by(0, needAt, { type: 'showInterest', pair, side: 'need', line: 'May we visit?' }),
      by(1, offerAt, { type: 'showInterest', pair, side: 'offer', line: 'Do come' }),
    ]
    for (const step of needFirst ? steps : steps.reverse()) network.run(step)
    for (const step of deliveries) network.run(step)
    network.settle()
    for (const peer of [0, 1, 2]) {
      expect(stateAt(network, peer)).toMatchObject({
        state: 'contacted',
        facts: { interest: { need: { at: needAt, line: 'May we visit?' }, offer: { at: offerAt, line: 'Do come' } } },
      })
    }
  },
)

const onCard = fc.oneof(
  fc.constantFrom(...WORDS.entries()).map(([word, insert]) => ({ peer: word % 3, word, edit: { type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert } satisfies Edit })),
  fc.record({ peer: fc.nat(2), index: fc.nat(9) }),
)
test.prop([fc.array(onCard, { minLength: 4, maxLength: 30, size: 'max' })], { numRuns: 300 })(
  'P36 two devices that begin one card, each without the other, lose no letter of what anybody types in it',
  (steps) => {
    const network = new Network(3)
    for (const peer of [0, 1]) network.run(by(peer, 10 + peer, { type: 'showInterest', pair, side: 'need', line: '' }))
    const typed = new Set<string>()
    for (const step of steps) {
      if (!('edit' in step)) network.run({ do: 'deliver', keep: false, ...step })
      // Nobody types before they see a card.
      else if (stateAt(network, step.peer) && !typed.has(step.edit.insert)) {
        network.run(by(step.peer, 20, step.edit))
        typed.add(step.edit.insert)
      }
    }
    network.settle()
    const cards = [0, 1, 2].map((peer) => stateAt(network, peer)?.card)
    for (const card of cards) expect(card).toEqual(cards[0])
    for (const word of typed) expect(cards[0]?.what).toContain(word)
    network.run(by(2, 30, { type: 'chooseOnCard', pair, field: 'payer', value: 'need' }))
    network.settle()
    network.run(by(0, 31, { type: 'chooseOnCard', pair, field: 'payer', value: '' }))
    network.settle()
    expect([0, 1, 2].map((peer) => stateAt(network, peer)?.card.payer)).toEqual(['', '', ''])
  },
)

const write = fc.record({ peer: fc.nat(1), offset: fc.nat(8), remove: fc.nat(2), insert: fc.constantFrom('visit', 'мы', 'نعم') })
const confirmOrWrite = fc.oneof(
  write.map(({ peer, ...splice }) => by(peer, 20, { type: 'spliceCard', pair, field: 'what', ...splice })),
  fc.nat(1).map((peer) => by(peer, 30, { type: 'confirmCard', pair, side: (['need', 'offer'] as const)[peer] ?? 'need' })),
  fc.record({ peer: fc.nat(2), index: fc.nat(9) }).map((step): NetworkStep => ({ do: 'deliver', keep: false, ...step })),
)

test.prop([fc.array(confirmOrWrite, { maxLength: 30, size: 'max' })], { numRuns: 150 })(
  'P3 it is agreed only when both have confirmed the words that everybody reads',
  (steps) => {
    const network = new Network(3)
    network.run(by(0, 10, { type: 'showInterest', pair, side: 'need', line: '' }))
    network.settle()
    network.run(by(1, 11, { type: 'answerInterest', pair, side: 'offer', to: 10, accepted: true, line: '' }))
    network.settle()
    for (const step of steps) network.run(step)
    network.settle()
    const reads = [0, 1, 2].map((peer) => stateAt(network, peer))
    for (const read of reads) expect(read).toEqual(reads[0])
    const { card, facts, state } = reads[0] ?? {}
    const holds = (['need', 'offer'] satisfies Side[]).every((side) => facts?.confirm[side]?.card.what === card?.what)
    expect(state).toBe(holds ? 'agreed' : 'contacted')
  },
)

test('P2 whatever was written before, two confirmations of one text make an agreement', () => {
  fc.assert(
    fc.property(fc.array(confirmOrWrite, { maxLength: 20 }), (steps) => {
      const network = new Network(3)
      network.run(by(0, 10, { type: 'showInterest', pair, side: 'need', line: '' }))
      network.settle()
      network.run(by(1, 11, { type: 'showInterest', pair, side: 'offer', line: '' }))
      for (const step of steps) network.run(step)
      network.settle()
      network.run(by(0, 40, { type: 'confirmCard', pair, side: 'need' }))
      network.run(by(1, 40, { type: 'confirmCard', pair, side: 'offer' }))
      network.settle()
      expect(stateAt(network, 2)?.state).toBe('agreed')
    }),
  )
})
