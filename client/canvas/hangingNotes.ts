import type { Session } from '../session/openSession.ts'
import type { HungNote } from './noteIndex.ts'
import { createNoteLayouts } from './noteLayouts.ts'
import { readerLanguage } from './readerLanguage.ts'

/** All notes where they hang, as large as they are drawn; for what is done with them where no canvas is open. */
export function hangingNotes({ store }: Session): readonly HungNote[] {
  const layoutOf = createNoteLayouts(readerLanguage())
  return [...store.getState().wall.notes.values()].map((note) => {
    const layout = layoutOf(note)
    return { note, layout, x: note.at[0], y: note.at[1], width: layout.width, height: layout.height }
  })
}
