import { describe, expect, test } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { createNoteSift, type Sieve } from './noteSift.ts'

const id = (name: string): NoteId => name as NoteId
const note = (name: string, text: string): Note => ({ id: id(name), text }) as Note
const speaksOf = (word: string, hides = false): Sieve => ({ passes: ({ text }) => text.includes(word), hides })

describe('noteSift', () => {
  const notes = new Map([note('a', 'peat'), note('b', 'reef'), note('c', 'peat and reef')].map((one) => [one.id, one]))
  const held = new Set<NoteId>()
  const looks = (sift: ReturnType<typeof createNoteSift>): string => [...notes.keys()].map((one) => sift.lookOf(one)[0]).join('')

  test('W45 what is not looked for is dimmed or hidden; what is held looks as it always does', () => {
    const sift = createNoteSift(() => notes, (one) => held.has(one))
    expect([looks(sift), sift.isOn(), sift.found()]).toEqual(['ppp', false, 3])
    expect([...sift.turnTo(speaksOf('peat'))]).toEqual(['b'])
    expect([looks(sift), sift.isOn(), sift.found()]).toEqual(['pdp', true, 2])
    expect([...sift.turnTo(speaksOf('reef'))]).toEqual(['b', 'a'])
    expect([...sift.turnTo(speaksOf('reef', true))]).toEqual(['a'])
    expect(looks(sift)).toBe('hpp')
    held.add(id('a'))
    expect([looks(sift), sift.isFound(id('a'))]).toEqual(['ppp', false])
    held.clear()
    expect([...sift.turnTo(undefined)]).toEqual(['a'])
    expect(looks(sift)).toBe('ppp')
  })

  test('W45 what comes, changes or goes while a filter is on is sifted too', () => {
    const sift = createNoteSift(() => notes, () => false)
    let told = 0
    sift.onChange(() => told++)
    sift.turnTo(speaksOf('peat'))
    notes.set(id('b'), note('b', 'reef, then peat'))
    notes.set(id('d'), note('d', 'bees'))
    notes.delete(id('a'))
    sift.update([id('a'), id('b'), id('d')])
    expect([looks(sift), sift.found(), told]).toEqual(['ppd', 2, 2])
  })
})
