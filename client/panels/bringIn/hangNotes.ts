import { boxAround, boxAt } from '#shared/layout/box.ts'
import { NOTE_GAP } from '#shared/layout/findFreePlace.ts'
import type { IncomingNote } from '#shared/importing/parseRows.ts'
import { newId, type NoteId } from '#shared/wall/ids.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { NOTE_KINDS, LIMITS, type Note } from '#shared/wall/schema.ts'
import { noteLanguage } from '../../canvas/noteLanguage.ts'
import { createNoteLayouts } from '../../canvas/noteLayouts.ts'
import { readerLanguage } from '../../canvas/readerLanguage.ts'
import type { Session } from '../../session/openSession.ts'

/** Columns are filled down to about the height of a screen before the next one begins. */
const COLUMN_HEIGHT = 1600
/** Between the notes of two countries, and between what hangs there and what comes. */
const APART = 80

/**
 * Hangs these notes beside what is on the wall, by country, needs before offers: one step, which undo takes back as a whole.
 * @param from where they come from, as it is shown on each of them
 * @returns their ids; `undefined`, and nothing done, when the wall does not allow it
 */
export function hangNotes(session: Session, notes: readonly IncomingNote[], from: string): readonly NoteId[] | undefined {
  const { me } = session
  if (!me) return undefined
  const { wall } = session.store.getState()
  const language = readerLanguage()
  const layoutOf = createNoteLayouts(language)
  const all = boxAround([...wall.notes.values()].map((note) => boxAt(note.at, layoutOf(note))))
  const top = all?.y ?? 0
  let x = all ? all.x + all.width + APART : 0
  const edits: (Edit & { type: 'placeNote' })[] = []
  for (const country of [...new Set(notes.map((note) => note.country))].sort()) {
    for (const kind of NOTE_KINDS) {
      const some = notes.filter((note) => note.country === country && note.kind === kind)
      let y = top
      let width = 0
      for (const incoming of some) {
        const note: Note = {
          ...incoming,
          id: newId<NoteId>((count) => crypto.getRandomValues(new Uint8Array(count))),
          author: me.id,
          lang: incoming.lang ?? noteLanguage(incoming.text, language),
          at: [x, y],
          createdAt: 0,
          writtenBy: me.name,
        }
        const size = layoutOf(note)
        if (y > top && y + size.height > top + COLUMN_HEIGHT) {
          x += width + NOTE_GAP
          y = top
        }
        const { id, text, lang, name, places, withheld } = note
        edits.push({
          type: 'placeNote', id, kind, at: [x, y], text, lang, name, country, writtenBy: me.name, imported: from.slice(0, LIMITS.title),
          ...(places !== undefined && { places }), ...(withheld && { withheld }),
        })
        y += size.height + NOTE_GAP
        width = size.width
      }
      if (width > 0) x += width + NOTE_GAP
    }
    x += APART - NOTE_GAP
  }
  return session.commit(edits) ? edits.map(({ id }) => id) : undefined
}
