import { expect, it } from 'vitest'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { matchCounts, matchKeys } from './matchNews.ts'
import type { Shelf } from './shelf.ts'

const AMINA = 'amina' as ParticipantId
const candidate = (id: string): Candidate => ({ id: id as NoteId, score: 300, likelihood: 'likely', reasons: { topics: [], helpKinds: [], words: [] } as unknown as Candidate['reasons'] })
const shelf = (first: string[], waiting: string[]): Shelf => ({ text: '', first: first.map(candidate), waiting: waiting.map(candidate), more: [candidate('faint')], isNew: new Set() })
const SHELVES = new Map([['mine', shelf(['a', 'b'], ['c'])], ['theirs', shelf(['mine'], [])]] as [NoteId, Shelf][])
const NOTES = new Map([['mine', { author: AMINA }], ['theirs', { author: 'bruno' }]] as unknown as [NoteId, Note][])

it('M14 news are the matches of one’s own notes, shown or waiting, and no faint ones', () => {
  expect(matchKeys(SHELVES, NOTES, AMINA)).toEqual(['mine~a', 'mine~b', 'mine~c'])
})
it('counts likely and possible matches of each note', () => {
  expect([...matchCounts(SHELVES)]).toEqual([['mine', 3], ['theirs', 1]])
})
