import { expect, it } from 'vitest'
import { EMPTY_DRAFT } from './draft.ts'
import { draftProblem } from './draftProblem.ts'

it('W15 a note written for somebody never goes up without their name and country', () => {
  const draft = { ...EMPTY_DRAFT, isForOther: true, text: 'Soil carbon mapping', name: 'Amina', country: 'ke' }
  expect(draftProblem(draft)).toBeUndefined()
  expect(draftProblem({ ...draft, name: '  ' })).toBe('name')
  expect(draftProblem({ ...draft, country: '' })).toBe('country')
  expect(draftProblem({ ...draft, isForOther: false, name: '', country: '' })).toBeUndefined()
})
it('asks for words', () => expect(draftProblem({ ...EMPTY_DRAFT, text: ' \n ' })).toBe('text'))
