import { expect, it } from 'vitest'
import type { NoteId, ParticipantId, SectionId } from '#shared/wall/ids.ts'
import type { Note, Section, WallPoint } from '#shared/wall/schema.ts'
import { boxRound, contentsOf, moveSection } from './moveSection.ts'

const note = (id: string, at: WallPoint): Note => ({
  id: id as NoteId, kind: 'need', text: id, author: 'p' as ParticipantId, name: 'A', country: 'ke', lang: 'en', at, createdAt: 0, writtenBy: undefined, places: undefined,
})
const section = (id: string, x: number, y: number, width: number, height: number): Section => ({ id: id as SectionId, title: id, box: { x, y, width, height } })

const water = section('water', 0, 0, 1000, 800)
const lakes = section('lakes', 100, 100, 400, 400)
const beside = section('beside', 900, 0, 400, 400)
const notes = new Map([note('in', [600, 500]), note('inner', [120, 120]), note('out', [1500, 0])].map((one) => [one.id, one]))
const sections = new Map([water, lakes, beside].map((one) => [one.id, one]))

it('W40 a section takes along its notes and the sections that lie in it, and nothing else', () => {
  expect(contentsOf(water, notes.values(), sections.values())).toEqual({ notes: ['in', 'inner'], sections: ['lakes'] })
  expect(moveSection(water, [10, -20], notes, sections)).toEqual([
    { type: 'setSection', id: 'water', title: 'water', box: { x: 10, y: -20, width: 1000, height: 800 } },
    { type: 'setSection', id: 'lakes', title: 'lakes', box: { x: 110, y: 80, width: 400, height: 400 } },
    { type: 'moveNote', id: 'in', to: [610, 480] },
    { type: 'moveNote', id: 'inner', to: [130, 100] },
  ])
})

it('a section is fitted round its notes, and round none it is not', () => {
  expect(boxRound([{ x: 0, y: 0, width: 200, height: 160 }, { x: 300, y: 100, width: 200, height: 160 }])).toEqual({ x: -40, y: -40, width: 580, height: 340 })
  expect(boxRound([])).toBeUndefined()
})
