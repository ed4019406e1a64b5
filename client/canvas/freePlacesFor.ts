import { boxAt, type Size } from '#shared/layout/box.ts'
import { freePlaces } from '#shared/layout/findFreePlace.ts'
import type { Note, Wall, WallPoint } from '#shared/wall/schema.ts'
import { startingPlace, type HungBox } from './startingPlace.ts'

type Hanging = Pick<Wall, 'notes' | 'people'>

/**
 * Where notes that are hung up at once find room, in their order: each as if those before it hung already.
 * @param near where they should be; without it, near their author's other notes
 */
export function freePlacesFor(notes: readonly Note[], wall: Hanging, sizeOf: (note: Note) => Size, near?: WallPoint): readonly WallPoint[] {
  const hung = [...wall.notes.values()].map((other): HungBox => ({ ...other, ...boxAt(other.at, sizeOf(other)) }))
  const free = freePlaces(hung)
  return notes.map((note) => {
    const size = sizeOf(note)
    const at = free.find(size, near ?? startingPlace(note, hung, wall.people.keys()))
    free.take(boxAt(at, size))
    hung.push({ ...note, ...boxAt(at, size), createdAt: Infinity })
    return at
  })
}

/** The same for a single one. */
export const freePlaceFor = (note: Note, ...rest: [Hanging, (note: Note) => Size, WallPoint?]): WallPoint => freePlacesFor([note], ...rest)[0] ?? note.at
