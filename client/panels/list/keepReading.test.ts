import { describe, expect, it } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import { keepReading } from './keepReading.ts'

const ids = (letters: string) => letters.split('') as NoteId[]
const read = (before: string, wanted: string, own = '') => {
  const { shown, waiting } = keepReading(ids(before), ids(wanted), (id) => own.includes(id))
  return `${shown.join('')} ${waiting.join('')}`.trim()
}

describe('keepReading', () => {
  it('A4 adds what came in at the end, and keeps what is read in its place', () => expect(read('abc', 'abcde')).toBe('abcde'))
  it('A4 lets newcomers further up wait', () => expect(read('abc', 'xaybcz')).toBe('abcz xy'))
  it('A4 keeps the order that is read when the order changes elsewhere', () => expect(read('abc', 'cab')).toBe('abc'))
  it('takes out what is gone', () => expect(read('abc', 'ac')).toBe('ac'))
  it('shows one’s own note where it belongs, at once', () => {
    expect(read('abc', 'xabc', 'x')).toBe('xabc')
    expect(read('abc', 'abxyc', 'y')).toBe('abyc x')
  })
  it('shows everything where there was nothing', () => expect(read('', 'abc')).toBe('abc'))
  it('gives back the same array when nothing changed', () => {
    const before = ids('abc')
    expect(keepReading(before, ids('abc'), () => false).shown).toBe(before)
    expect(keepReading(before, ids('xabc'), () => false).shown).toBe(before)
  })
})
