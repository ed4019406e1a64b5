import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, SectionId } from '#shared/wall/ids.ts'
import type { Note, Section, WallBox, WallPoint } from '#shared/wall/schema.ts'
import { sectionOf } from '#shared/wall/sections.ts'
import { boxAround } from './box.ts'

/** Between the edge of a section and the notes in it, in wall units. */
export const SECTION_ROOM = 40

/** What moves with a section: the notes in it, and the sections that lie in it whole. */
export interface Contents {
  readonly notes: readonly NoteId[]
  readonly sections: readonly SectionId[]
}

export function contentsOf(section: Section, notes: Iterable<Note>, sections: Iterable<Section>): Contents {
  const inner = [...sections].filter(({ id, box }) => id !== section.id && isWithin(box, section.box))
  const family = [section, ...inner]
  return { notes: [...notes].filter((note) => sectionOf(note, family)).map(({ id }) => id), sections: inner.map(({ id }) => id) }
}

/** Takes a section along with all that hangs in it. */
export function moveSection(section: Section, [dx, dy]: WallPoint, notes: ReadonlyMap<NoteId, Note>, sections: ReadonlyMap<SectionId, Section>): readonly Edit[] {
  const contents = contentsOf(section, notes.values(), sections.values())
  const moved = [section, ...contents.sections.flatMap((id) => sections.get(id) ?? [])]
  return [
    ...moved.map(({ id, title, box }): Edit => ({ type: 'setSection', id, title, box: { ...box, x: box.x + dx, y: box.y + dy } })),
    ...contents.notes.flatMap((id): Edit[] => {
      const at = notes.get(id)?.at
      return at ? [{ type: 'moveNote', id, to: [at[0] + dx, at[1] + dy] }] : []
    }),
  ]
}

/** The box of a section round these notes, with room at its edges; `undefined` round nothing. */
export function boxRound(notes: Iterable<WallBox>): WallBox | undefined {
  const box = boxAround(notes)
  return box && { x: box.x - SECTION_ROOM, y: box.y - SECTION_ROOM, width: box.width + 2 * SECTION_ROOM, height: box.height + 2 * SECTION_ROOM }
}

const isWithin = (inner: WallBox, outer: WallBox): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
