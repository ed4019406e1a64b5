import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { seededRandom } from '../../scripts/rehearsal/seededRandom.ts'

/** From one note's top left corner to the next one's; what is longer than usual hangs over its neighbour, as on real walls. */
const PITCH = { x: 220, y: 190 } as const
/** Width to height of the whole wall: that of the screens it is shown on. */
const SHAPE = 16 / 9

type PlaceNote = Extract<Edit, { type: 'placeNote' }>

/** The wall that is measured: real notes in seven languages, side by side, the same ones every time. */
export function benchNotes(count: number): readonly PlaceNote[] {
  const random = seededRandom(42)
  const columns = Math.max(1, Math.ceil(Math.sqrt(count * SHAPE * (PITCH.y / PITCH.x))))
  return Array.from({ length: count }, (_, i) => {
    const note = SAMPLE_NOTES[Math.floor(random() * SAMPLE_NOTES.length)]
    if (!note) throw new Error('There are no sample notes')
    return { ...note, type: 'placeNote', id: noteId(i), at: [(i % columns) * PITCH.x, Math.floor(i / columns) * PITCH.y] }
  })
}

export const noteId = (i: number): NoteId => `bench-${i}` as NoteId // of the form of ids

/**
 * What others do to the wall: every change moves a note a little, every second one rewrites its text too.
 * @param seed another one, other changes
 */
export function benchChanges(count: number, notes: readonly PlaceNote[], seed: number): readonly (readonly Edit[])[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, k): readonly Edit[] => {
    const note = notes[Math.floor(random() * notes.length)]
    if (!note) throw new Error('There are no notes to change')
    const at = [note.at[0] + Math.round((random() - 0.5) * 16), note.at[1] + Math.round((random() - 0.5) * 16)] as const
    const move: Edit = { type: 'moveNote', id: note.id, to: at }
    return k % 2 === 0 ? [move] : [move, { type: 'spliceText', id: note.id, offset: 0, remove: 0, insert: `${k % 10} ` }]
  })
}
