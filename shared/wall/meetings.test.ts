import { describe, expect, it } from 'vitest'
import { parseMeetings } from './meetings.ts'

const honest = { by: 'chair', at: 1, startsAt: 1_700_000_000_000, minutes: 12, rounds: [['a~b', 'c~d'], []] }

describe('W5 a round of meetings', () => {
  it('reads what was published', () => expect(parseMeetings(JSON.parse(JSON.stringify(honest)))).toEqual(honest))

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'tables'],
    ['without who', { ...honest, by: undefined }],
    ['at no time', { ...honest, startsAt: 1e300 }],
    ['half minutes', { ...honest, minutes: 7.5 }],
    ['too short', { ...honest, minutes: 4 }],
    ['too long', { ...honest, minutes: 61 }],
    ['no rounds', { ...honest, rounds: [] }],
    ['more rounds than a day has', { ...honest, rounds: Array.from({ length: 21 }, () => []) }],
    ['more tables than a hall has', { ...honest, rounds: [Array.from({ length: 41 }, (_, table) => `a${table}~b`)] }],
    ['a round that is no list', { ...honest, rounds: ['a~b'] }],
    ['a pair that is none', { ...honest, rounds: [['a']] }],
    ['a pair twice in a round', { ...honest, rounds: [['a~b', 'a~b']] }],
    ['something beside it', { ...honest, note: 'x'.repeat(100_000) }],
  ])('does not read %s', (_, value) => expect(parseMeetings(value)).toBeUndefined())
})
