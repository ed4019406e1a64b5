import { mayMeet } from '#shared/matching/mayMeet.ts'
import { pairIdOf, type NoteId } from '#shared/wall/ids.ts'
import { signOfTexts, type Likeness } from '#shared/wall/likenesses.ts'
import type { Note } from '#shared/wall/schema.ts'
import { likenessOf } from './likenessOf.ts'

export type ComparedNote = Pick<Note, 'id' | 'kind' | 'text' | 'author' | 'name' | 'country' | 'writtenBy'>

interface Entry {
  readonly note: ComparedNote
  readonly vector: Float32Array
  /** Notes of the other kind that reach the mark. */
  readonly alike: Map<NoteId, number>
}

/** A likeness travels to everybody, so only the best of each note do. */
const MOST_OF_NOTE = 3

/** The notes of one wall with their vectors, and which of them are alike. What came in which order makes no difference. */
export class AlikeNotes {
  readonly #from: number
  readonly #entries = new Map<NoteId, Entry>()

  /** @param from the likeness from which two notes are alike, below 1 */
  constructor(from: number) {
    this.#from = from
  }

  /** The vector of this very text, when the note had it already. */
  vectorOf(id: NoteId, text: string): Float32Array | undefined {
    const entry = this.#entries.get(id)
    return entry?.note.text === text ? entry.vector : undefined
  }

  put(note: ComparedNote, vector: Float32Array): void {
    this.remove(note.id)
    const entry: Entry = { note, vector, alike: new Map() }
    for (const other of this.#entries.values()) {
      if (other.note.kind === note.kind || !mayMeet(note, other.note)) continue
      const likeness = likenessOf(vector, other.vector)
      if (likeness <= this.#from) continue
      entry.alike.set(other.note.id, likeness)
      other.alike.set(note.id, likeness)
    }
    this.#entries.set(note.id, entry)
  }

  remove(id: NoteId): void {
    for (const other of this.#entries.get(id)?.alike.keys() ?? []) this.#entries.get(other)?.alike.delete(id)
    this.#entries.delete(id)
  }

  /** The best of every note, each pair once. */
  likenesses(): readonly Likeness[] {
    const found = new Map<string, Likeness>()
    for (const { note, alike } of this.#entries.values()) {
      const best = [...alike].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, MOST_OF_NOTE)
      for (const [id, likeness] of best) {
        const other = this.#entries.get(id)?.note
        if (!other) continue
        const [need, offer] = note.kind === 'need' ? [note, other] : [other, note]
        const strength = Math.max(0, Math.min(1000, Math.floor((1000 * (likeness - this.#from)) / (1 - this.#from))))
        found.set(pairIdOf(need.id, offer.id), { need: need.id, offer: offer.id, strength, sign: signOfTexts(need.text, offer.text) })
      }
    }
    return [...found.values()]
  }
}
