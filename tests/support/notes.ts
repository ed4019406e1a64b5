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

/** 14 MB go over the wire in few messages, and nothing of it stays but a hundred empty notes. */
export function writeMuch(doc: Y.Doc, author: Author): void {
  const ids = Array.from({ length: 100 }, (_, index) => `much-${index}-${author.participant}`)
  doc.transact(() => ids.forEach((id) => placeNote(doc, id, '', author)))
  const texts = ids.map((id) => doc.getMap<Y.Map<Y.Text>>('notes').get(id)?.get('text'))
  for (let round = 0; round < 14; round++) {
    doc.transact(() => texts.forEach((text) => text?.insert(0, 'x'.repeat(10_000))))
    doc.transact(() => texts.forEach((text) => text?.delete(0, 10_000)))
  }
}

/** The text of each note by its id. */
export function textsOf(doc: Y.Doc): Record<string, string> {
  const notes = [...doc.getMap<Y.Map<unknown>>('notes')]
  return Object.fromEntries(notes.map(([id, note]) => [id, note.get('text') instanceof Y.Text ? String(note.get('text')) : '']))
}
