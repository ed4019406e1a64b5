import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, parseDraft, type Draft } from './draft.ts'

describe('parseDraft', () => {
  it('S10 gives back what was written', () => {
    const draft: Draft = { kind: 'offer', text: 'Two experts\nfor mangroves', isForOther: true, name: 'Amina', country: 'ke', isWithheld: true }
    expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  })
  it.each([null, 'text', 7, [], { kind: 'wish', text: 5, country: 'Kenya', isForOther: 'yes' }])('takes %j for an empty one', (value) =>
    expect(parseDraft(value)).toEqual(EMPTY_DRAFT),
  )
  it('keeps to the limit of a note', () => expect(parseDraft({ text: 'x'.repeat(9000) }).text).toHaveLength(2000))
})
