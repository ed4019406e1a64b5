import { describe, expect, it } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { signOfTexts } from '#shared/wall/likenesses.ts'
import type { NoteKind } from '#shared/wall/schema.ts'
import { AlikeNotes, type ComparedNote } from './alikeNotes.ts'

const note = (id: string, kind: NoteKind, country = id): ComparedNote =>
  ({ id: id as NoteId, kind, text: `text of ${id}`, author: `author ${id}` as ParticipantId, name: id, country, writtenBy: undefined })
/** A direction in the plane, by its angle in degrees. */
const at = (degrees: number): Float32Array => Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180))

const PEOPLE = [
  [note('need1', 'need', 'ke'), at(0)],
  [note('need2', 'need', 'fj'), at(40)],
  [note('offer1', 'offer', 'br'), at(10)],
  [note('offer2', 'offer', 'ke'), at(1)],
  [note('offer3', 'offer', 'pe'), at(20)],
  [note('offer4', 'offer', 'np'), at(25)],
  [note('offer5', 'offer', 'td'), at(30)],
  [note('offer6', 'offer', 'tn'), at(120)],
] as const

function pairsOf(notes: AlikeNotes): readonly string[] {
  return notes.likenesses().map(({ need, offer }) => `${need} ${offer}`).sort()
}

describe('alike notes', () => {
  it('M42 are needs and offers of different countries, the three best of each, stronger the nearer', () => {
    const notes = new AlikeNotes(Math.cos(Math.PI / 6))
    for (const [each, vector] of PEOPLE) notes.put(each, vector)
    // need1's best, and the best of the others that it is not among.
    expect(pairsOf(notes)).toEqual(['need1 offer1', 'need1 offer3', 'need1 offer4', 'need2 offer3', 'need2 offer4', 'need2 offer5'])
    const strengths = new Map(notes.likenesses().map(({ need, offer, strength }) => [`${need} ${offer}`, strength]))
    expect(strengths.get('need1 offer1')).toBeGreaterThan(strengths.get('need1 offer4') ?? 1000)
    for (const strength of strengths.values()) expect(Number.isInteger(strength) && strength >= 0 && strength <= 1000).toBe(true)
    expect(notes.likenesses().find(({ offer }) => offer === 'offer1')?.sign).toBe(signOfTexts('text of need1', 'text of offer1'))
  })

  it('M42 are the same whatever came first, and whatever was there in between', () => {
    const there = new AlikeNotes(0.8)
    const back = new AlikeNotes(0.8)
    for (const [each, vector] of PEOPLE) there.put(each, vector)
    back.put(note('gone', 'offer', 'mx'), at(2))
    for (const [each] of PEOPLE) back.put(each, at(0))
    for (const [each, vector] of [...PEOPLE].reverse()) back.put(each, vector)
    back.remove('gone' as NoteId)
    expect(pairsOf(back)).toEqual(pairsOf(there))
  })

  it('M43 keep the vector of a text for as long as the note has that text', () => {
    const notes = new AlikeNotes(0.8)
    const one = note('need1', 'need')
    notes.put(one, at(3))
    expect(notes.vectorOf(one.id, one.text)).toEqual(at(3))
    expect(notes.vectorOf(one.id, 'another')).toBeUndefined()
    notes.remove(one.id)
    expect(notes.vectorOf(one.id, one.text)).toBeUndefined()
  })
})
