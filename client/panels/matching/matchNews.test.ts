import { expect, it } from 'vitest'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { matchCounts, matchKeys } from './matchNews.ts'

const AMINA = 'amina' as ParticipantId
const candidate = (id: string): Candidate => ({ id: id as NoteId, score: 300, likelihood: 'likely', reasons: {} as Candidate['reasons'] })
const OPEN = new Map([['mine', [candidate('a'), candidate('b')]], ['theirs', [candidate('mine')]]] as [NoteId, Candidate[]][])
const NOTES = new Map([['mine', { author: AMINA }], ['theirs', { author: 'bruno' }]] as unknown as [NoteId, Note][])

it('M14 news are the matches of one’s own notes', () => {
  expect(matchKeys(OPEN, NOTES, AMINA)).toEqual(['mine~a', 'mine~b'])
})
it('counts the matches of each note', () => {
  expect([...matchCounts(OPEN)]).toEqual([['mine', 2], ['theirs', 1]])
})
