import { describe, expect, test } from 'vitest'
import { parseRecordOrder } from './parseRecordOrder.ts'
import { RECORD_PARTS, WHOLE_RECORD } from './recordChoice.ts'

describe('what is asked of a record in words', () => {
  test('R72 nothing said is the whole record, in the language of the wall and without contacts', () => {
    expect(parseRecordOrder({})).toEqual({ ok: true, value: { language: undefined, choice: WHOLE_RECORD, withContacts: false } })
  })

  test('R72 parts come in the order of the record, whatever the order they were named in', () => {
    const read = parseRecordOrder({ parts: 'people, wall', paper: 'a4', grey: 'yes', contacts: 'yes', language: 'ar' })
    expect(read).toMatchObject({ ok: true, value: { language: 'ar', choice: { sheets: 'a4', grey: true }, withContacts: true } })
    expect(read.ok && [...read.value.choice.parts]).toEqual(['wall', 'people'])
    expect(RECORD_PARTS.indexOf('wall')).toBeLessThan(RECORD_PARTS.indexOf('people'))
  })

  test.each([
    [{ language: 'de' }, /language is de; .*ar, en/],
    [{ paper: 'a5' }, /paper is a5; .*one, a3, a4/],
    [{ parts: 'wall,notes' }, /parts is notes; .*notesByCountry/],
    [{ parts: '' }, /parts is empty/],
    [{ grey: 'perhaps' }, /grey is perhaps; .*yes, no/],
    [{ contacts: '' }, /contacts is empty/],
    [{ key: 'abc' }, /key is nothing that can be chosen/],
  ] as const)('R72 %j is answered with a word about it', (wish, problem) => {
    const read = parseRecordOrder(wish)
    expect(read.ok ? '' : read.problem).toMatch(problem)
  })
})
