import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from './applyEdits.ts'
import { readCardText, spliceCardText, textOfKey } from './cardTexts.ts'
import type { Edit } from './edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from './ids.ts'
import { readWall } from './readWall.ts'
import { restoreWall } from './restoreWall.ts'

const [amina, bo] = ['amina' as ParticipantId, 'bo' as ParticipantId]
const pair = pairIdOf('soil' as NoteId, 'map' as NoteId)

function cardWith(parts: Record<string, string>): Y.Map<unknown> {
  const card = new Y.Doc().getMap<unknown>('card')
  for (const [key, text] of Object.entries(parts)) card.set(key, new Y.Text(text))
  return card
}

describe('a text that stands in parts', () => {
  const parts = { 'priority/offer': '🌱 mangroves', 'priority/need': 'soils ' }
  it('reads as the parts one after the other, the same on every screen', () => {
    expect(readCardText([cardWith(parts)], 'priority')).toBe('soils 🌱 mangroves')
    expect(readCardText([cardWith({ ...parts, priority: 'Our ' })], 'priority')).toBe('Our soils 🌱 mangroves')
  })

  it.each([
    [{ offset: 0, remove: 0, insert: 'The ' }, 'The soils 🌱 mangroves'],
    [{ offset: 6, remove: 0, insert: 'and ' }, 'soils and 🌱 mangroves'],
    [{ offset: 8, remove: 0, insert: ' new' }, 'soils 🌱 new mangroves'],
    [{ offset: 4, remove: 5, insert: '-' }, 'soil-mangroves'],
    [{ offset: 0, remove: 99, insert: 'Water' }, 'Water'],
    [{ offset: 99, remove: 9, insert: '!' }, 'soils 🌱 mangroves!'],
  ])('W14 is written in as if it were one: %j', (splice, text) => {
    const card = cardWith(parts)
    spliceCardText([card], 'priority', splice)
    expect(readCardText([card], 'priority')).toBe(text)
  })
})

it('only the keys of a text are its keys', () => {
  expect(['priority', 'priority/need', 'priority/offer'].map(textOfKey)).toEqual(['priority', 'priority', 'priority'])
  expect(['priority/', 'priority/third', 'payer', 'payer/need', '__proto__'].map(textOfKey)).toEqual(Array(5).fill(undefined))
})

describe('a card that was made before a text was added to cards', () => {
  /** Two screens that have seen the same wall, with a card of four texts in it. */
  function screens() {
    const doc = new Y.Doc()
    const note = { at: [0, 0], text: 'x', lang: 'en' } as const
    applyEdits(doc, [{ type: 'placeNote', id: 'soil' as NoteId, kind: 'need', name: 'Amina', country: 'ke', ...note }], { participant: amina, now: 1, origin: null })
    applyEdits(doc, [{ type: 'placeNote', id: 'map' as NoteId, kind: 'offer', name: 'Bo', country: 'fj', ...note }], { participant: bo, now: 1, origin: null })
    doc.getMap('pairs').set(`${pair}/interest/need`, { by: amina, at: 1, line: '' })
    doc.getMap('cards').set(pair, new Y.Map(['what', 'firstStep', 'whoNeed', 'whoOffer'].map((field) => [field, new Y.Text(field)])))
    const other = new Y.Doc()
    doc.clientID = 1
    other.clientID = 2
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const type = (screen: Y.Doc, participant: ParticipantId, insert: string, offset = 0): void =>
      applyEdits(screen, [{ type: 'spliceCard', pair, field: 'howWeKnow', offset, remove: 0, insert } satisfies Edit], { participant, now: 2, origin: null })
    const meet = (): void => {
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    }
    const read = (screen: Y.Doc): string | undefined => readWall(screen).pairs.get(pair)?.card.howWeKnow
    return { doc, other, type, meet, read }
  }

  it('P30 both sides begin it at once and no letter is lost', () => {
    const { doc, other, type, meet, read } = screens()
    expect(read(doc)).toBe('')
    type(doc, amina, 'A map ')
    type(doc, amina, 'of soils ', 6)
    type(other, bo, 'and a course')
    meet()
    expect([read(doc), read(other)]).toEqual(Array(2).fill('A map of soils and a course'))
    type(other, bo, ' for ten', 27)
    type(doc, amina, 'new ', 2)
    meet()
    expect([read(doc), read(other)]).toEqual(Array(2).fill('A new map of soils and a course for ten'))
  })

  it('H2 goes back to how it read when the wall is restored', () => {
    const { doc, other, type, read } = screens()
    type(doc, amina, 'A map')
    const version = new Y.Doc()
    Y.applyUpdate(version, Y.encodeStateAsUpdate(doc))
    type(doc, amina, 'Not ')
    restoreWall(doc, version, { participant: amina, now: 3 })
    expect(read(doc)).toBe('A map')
    restoreWall(doc, other, { participant: amina, now: 4 })
    expect(read(doc)).toBe('')
    type(doc, bo, 'Anew')
    expect(read(doc)).toBe('Anew')
  })
})
