import { expect, it } from 'vitest'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { candidateLines } from './candidateLines.ts'

const candidate = (id: string, likelihood: Candidate['likelihood']): Candidate => ({ id: id as NoteId, score: 300, likelihood, reasons: {} as Candidate['reasons'] })
const NOTES = new Map([['n', { id: 'n', kind: 'need' }], ['o', { id: 'o', kind: 'offer' }]] as unknown as [NoteId, Note][])
const OPEN = new Map([['n', [candidate('o', 'likely'), candidate('p', 'possible')]], ['o', [candidate('n', 'likely')]]] as [NoteId, Candidate[]][])
const lines = (...selected: string[]) => candidateLines(selected as NoteId[], OPEN, NOTES)

it('M23 the wall joins a selected note to each of its open matches, whichever end is selected, and every pair once', () => {
  expect(lines('n')).toEqual([{ need: 'n', offer: 'o', isLikely: true }, { need: 'n', offer: 'p', isLikely: false }])
  expect(lines('o')).toEqual([{ need: 'n', offer: 'o', isLikely: true }])
  expect(lines('n', 'o')).toHaveLength(2)
  expect(lines()).toEqual([])
  expect(lines('gone')).toEqual([])
})
