import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'

/** Who puts up a note: what joining gave them. A viewer is nobody. */
interface Author {
  readonly participant?: ParticipantId
}

/** Puts a need on the wall, as one transaction. */
export function placeNote(doc: Y.Doc, id: string, text: string, { participant }: Author): void {
  if (participant === undefined) throw new Error('A viewer has no notes.')
  applyEdits(
    doc,
    [{ type: 'placeNote', id: id as NoteId, kind: 'need', at: [0, 0], text, lang: 'en', name: 'Amina', country: 'ke' }],
    { participant, now: 1_700_000_000_000, origin: undefined },
  )
}

/** A note on a document of its own, as the bytes that would travel. */
export function noteUpdate(id: string, text: string, author: Author): Uint8Array {
  const doc = new Y.Doc()
  placeNote(doc, id, text, author)
  return Y.encodeStateAsUpdate(doc)
}

/** The text of each note by its id. */
export function textsOf(doc: Y.Doc): Record<string, string> {
  const notes = [...doc.getMap<Y.Map<unknown>>('notes')]
  return Object.fromEntries(notes.map(([id, note]) => [id, note.get('text') instanceof Y.Text ? String(note.get('text')) : '']))
}
