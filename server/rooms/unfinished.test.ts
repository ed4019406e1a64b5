import { expect, test } from 'vitest'
import type { Address } from '../auth/addressOf.ts'
import { Unfinished, type Speaker } from './unfinished.ts'

const MB = 1024 * 1024

function speakers() {
  const ended: string[] = []
  const speaker = (name: string, address: string): Speaker => ({ address: address as Address, end: () => void ended.push(name) })
  return { ended, speaker, unfinished: new Unfinished() }
}

test('D31 when messages that do not end take up all the room there is for them, the address with most of it gives up its oldest', () => {
  const { ended, speaker, unfinished } = speakers()
  unfinished.hold(speaker('honest', 'there'), 15 * MB, 1)
  for (let count = 0; count < 5; count++) unfinished.hold(speaker(`hostile ${count}`, 'here'), 15 * MB, 1)
  expect(ended).toEqual(['hostile 0', 'hostile 1'])
})

test('D31 a message that has ended takes up none', () => {
  const { ended, speaker, unfinished } = speakers()
  for (let count = 0; count < 20; count++) {
    const someone = speaker('honest', 'there')
    for (let pieces = 1; pieces <= 15; pieces++) unfinished.hold(someone, pieces * MB, pieces)
    unfinished.hold(someone, 0, 0)
  }
  expect(ended).toEqual([])
})

test('D31 a message that comes byte by byte takes up what its pieces do', () => {
  const { ended, speaker, unfinished } = speakers()
  const someone = speaker('hostile', 'here')
  unfinished.hold(someone, 200_000, 200_000)
  expect(ended).toEqual([])
  unfinished.hold(someone, 300_000, 300_000)
  expect(ended).toEqual(['hostile'])
})
