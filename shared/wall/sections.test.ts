import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from './applyEdits.ts'
import type { ParticipantId, SectionId } from './ids.ts'
import { readWall } from './readWall.ts'
import { ROOT, type Section } from './schema.ts'
import { sectionOf } from './sections.ts'

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })
const section = (id: string, place: Section['box']): Section => ({ id: id as SectionId, title: id, box: place })

it('W40 a note belongs to the section in which it hangs, of several to the smallest, and to none outside', () => {
  const sections = [section('all', box(0, 0, 2000, 2000)), section('inner', box(500, 500, 400, 400))]
  expect(sectionOf({ at: [450, 450] }, sections)?.id).toBe('inner')
  expect(sectionOf({ at: [350, 350] }, sections)?.id).toBe('all')
  expect(sectionOf({ at: [1990, 0] }, sections)).toBeUndefined()
  expect(sectionOf({ at: [0, 0] }, [])).toBeUndefined()
})

it('W40 a section gets another title and place as one, and goes without its notes', () => {
  const doc = new Y.Doc()
  const editor = { participant: 'chair' as ParticipantId, now: 1, origin: null }
  const id = 's' as SectionId
  applyEdits(doc, [{ type: 'setSection', id, title: 'Water', box: box(0, 0, 500, 400) }], editor)
  applyEdits(doc, [{ type: 'setSection', id, title: 'Fresh water', box: box(-20, 0, 600, 400) }], editor)
  expect([...readWall(doc).sections.values()]).toEqual([{ id, title: 'Fresh water', box: box(-20, 0, 600, 400) }])
  applyEdits(doc, [{ type: 'removeSection', id }], editor)
  expect(readWall(doc).sections.size).toBe(0)
})

it('W40 what is no section is not read, and no more of them than a wall can show', () => {
  const doc = new Y.Doc()
  const sections = doc.getMap(ROOT.sections)
  sections.set('blank', { title: '  ', box: [0, 0, 500, 400] })
  sections.set('flat', { title: 'Flat', box: [0, 0, 500, 0] })
  sections.set('far', { title: 'Far', box: [1e308, 0, 500, 400] })
  sections.set('not an id', { title: 'Water', box: [0, 0, 500, 400] })
  for (let i = 0; i < 300; i++) sections.set(`s${String(i).padStart(3, '0')}`, { title: 'Water', box: [0, 0, 500, 400] })
  const read = [...readWall(doc).sections.keys()]
  expect([read.length, read[0], read.at(-1)]).toEqual([200, 's000', 's199'])
})
