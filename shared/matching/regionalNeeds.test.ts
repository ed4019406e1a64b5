import { expect, it } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import { NoteLinks } from './noteLinks.ts'
import { regionalNeeds } from './regionalNeeds.ts'

const linked = (...links: [string, string, number][]): NoteLinks => {
  const all = new NoteLinks()
  for (const [one, other, score] of links) all.add(one as NoteId, other as NoteId, score)
  return all
}
const groupsOf = (alike: NoteLinks, ...needs: string[]): string[] =>
  regionalNeeds(alike, new NoteLinks(), needs as NoteId[], (need) => need.slice(0, 2)).map((group) => group.needs.join(' '))

it('M21 a chain of needs is no region: all are like one of them, and none is counted twice', () => {
  const chain = linked(['ke', 'tz', 500], ['tz', 'ug', 600], ['ug', 'rw', 500], ['rw', 'bi', 500])
  expect(groupsOf(chain, 'ke', 'tz', 'ug', 'rw', 'bi')).toEqual(['rw bi ug'])
})

it('M21 the need of most countries comes first, whatever the order', () => {
  const alike = linked(['fj', 'ws', 500], ['fj', 'to', 500], ['ke', 'tz', 500], ['ke', 'ug', 500], ['ke', 'rw', 500])
  const needs = ['fj', 'ws', 'to', 'ke', 'tz', 'ug', 'rw']
  expect(groupsOf(alike, ...needs)).toEqual(['ke rw tz ug', 'fj to ws'])
  expect(groupsOf(alike, ...needs.toReversed())).toEqual(['ke rw tz ug', 'fj to ws'])
})
