import { areCloser, boxAround, boxAt, type Box, type Size } from '#shared/layout/box.ts'
import { findFreePlace, NOTE_GAP } from '#shared/layout/findFreePlace.ts'
import { SECTION_ROOM } from '#shared/layout/moveSection.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, SectionId } from '#shared/wall/ids.ts'
import type { Note, Wall, WallPoint } from '#shared/wall/schema.ts'

/** Where notes are to hang, as it can be said in words. `by`: so far from where they hang, in wall units. */
export type Destination =
  | { readonly is: 'beside'; readonly note: NoteId }
  | { readonly is: 'section'; readonly section: SectionId }
  | { readonly is: 'country'; readonly country: string }
  | { readonly is: 'step'; readonly by: WallPoint }

/** Places that are tried in a section lie this far apart, in wall units. */
const STEP = 20

/**
 * Where notes come to hang that are to hang there: as they lie to each other, or one after the other where a section has no
 * room for them together. Nothing is covered, and nothing else moves.
 * @param sizeOf the size of a note as it is drawn
 * @returns one edit a note that moves; `undefined` when there is no room, or no such place any more
 */
export function placeNotes({ notes, sections }: Pick<Wall, 'notes' | 'sections'>, ids: readonly NoteId[], to: Destination, sizeOf: (note: Note) => Size): readonly Edit[] | undefined {
  const chosen = new Set(ids)
  const hung = [...notes.values()].map((note) => ({ note, box: boxAt(note.at, sizeOf(note)) }))
  const moving = hung.filter(({ note }) => chosen.has(note.id))
  const others = hung.filter(({ note }) => !chosen.has(note.id))
  const taken = others.map(({ box }) => box)
  const around = boxAround(moving.map(({ box }) => box))
  if (!around) return undefined

  const together = ([x, y]: WallPoint): readonly Edit[] =>
    moving.flatMap(({ note, box }): Edit[] => {
      const at: WallPoint = [Math.round(box.x + x - around.x), Math.round(box.y + y - around.y)]
      return at[0] === note.at[0] && at[1] === note.at[1] ? [] : [{ type: 'moveNote', id: note.id, to: at }]
    })
  const near = (point: WallPoint): readonly Edit[] => together(findFreePlace(around, point, taken))

  switch (to.is) {
    case 'step':
      return together(findFreePlace(around, [around.x + to.by[0], around.y + to.by[1]], taken, 0))
    case 'beside': {
      const target = others.find(({ note }) => note.id === to.note)?.box
      return target && near([target.x + target.width + NOTE_GAP, target.y])
    }
    case 'country': {
      const theirs = boxAround(others.filter(({ note }) => note.country === to.country).map(({ box }) => box))
      return theirs && near([theirs.x + theirs.width + NOTE_GAP, theirs.y])
    }
    case 'section': {
      const box = sections.get(to.section)?.box
      if (!box) return undefined
      const whole = freeIn(box, around, taken)
      if (whole) return together(whole)
      const now = [...taken]
      const edits: Edit[] = []
      for (const { note, box: own } of moving) {
        const at = freeIn(box, own, now)
        if (!at) return undefined
        now.push(boxAt(at, own))
        edits.push({ type: 'moveNote', id: note.id, to: at })
      }
      return edits
    }
  }
}

/** The first place, row by row, at which a box of this size lies whole in the section and off everything taken. */
function freeIn(section: Box, size: Size, taken: readonly Box[]): WallPoint | undefined {
  const room = Math.min(SECTION_ROOM, Math.max(0, (section.width - size.width) / 2), Math.max(0, (section.height - size.height) / 2))
  const [right, bottom] = [section.x + section.width - room - size.width, section.y + section.height - room - size.height]
  const inWay = taken.filter((box) => areCloser(section, box, NOTE_GAP))
  for (let y = Math.round(section.y + room); y <= bottom; y += STEP) {
    for (let x = Math.round(section.x + room); x <= right; x += STEP) {
      const place = boxAt([x, y], size)
      if (!inWay.some((box) => areCloser(place, box, NOTE_GAP))) return [x, y]
    }
  }
  return undefined
}
