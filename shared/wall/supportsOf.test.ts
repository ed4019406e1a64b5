import { expect, it } from 'vitest'
import type { ParticipantId } from './ids.ts'
import { NO_FACTS } from './pairFacts.ts'
import type { PairFacts } from './schema.ts'
import { supportersOf, supportsOf } from './supportsOf.ts'

const [dina, eli, side] = ['dina', 'eli', 'side'] as [ParticipantId, ParticipantId, ParticipantId]
const offered: PairFacts = {
  ...NO_FACTS,
  support: new Map([[eli, { by: eli, at: 20, line: '' }], [dina, { by: dina, at: 10, line: 'We pay the tickets' }]]),
}
const answered = (to: number, accepted: boolean): PairFacts => ({ ...offered, supported: new Map([[dina, { by: side, at: 30, to, accepted }]]) })

it('P24 offers of support are listed as they came, each with what a side said to it', () => {
  expect(supportsOf(offered).map(({ by, standing }) => [by, standing])).toEqual([[dina, 'offered'], [eli, 'offered']])
  expect(supportsOf(answered(10, true)).map(({ standing }) => standing)).toEqual(['accepted', 'offered'])
  expect(supportsOf(answered(10, false)).map(({ standing }) => standing)).toEqual(['declined', 'offered'])
})

it('P24 an answer to an earlier offer is none to this one, and none to an offer that was taken back', () => {
  expect(supportersOf(answered(9, true))).toEqual([])
  expect(supportersOf({ ...answered(10, true), support: new Map() })).toEqual([])
  expect(supportersOf(answered(10, true)).map(({ by, line }) => [by, line])).toEqual([[dina, 'We pay the tickets']])
})
