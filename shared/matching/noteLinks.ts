import type { NoteId } from '#shared/wall/ids.ts'

/** Links between notes, each with its score, told from both ends. */
export class NoteLinks {
  readonly #ends = new Map<NoteId, Map<NoteId, number>>()

  of(id: NoteId): ReadonlyMap<NoteId, number> {
    return this.#ends.get(id) ?? NO_LINKS
  }
  add(one: NoteId, other: NoteId, score: number): void {
    for (const [from, to] of [[one, other], [other, one]] as const) {
      const ends = this.#ends.get(from)
      if (ends) ends.set(to, score)
      else this.#ends.set(from, new Map([[to, score]]))
    }
  }
  remove(id: NoteId): void {
    for (const other of this.of(id).keys()) this.#ends.get(other)?.delete(id)
    this.#ends.delete(id)
  }
}
const NO_LINKS: ReadonlyMap<NoteId, number> = new Map()

/** The other ends of a note's links, best first; ties go by note id. */
export const bestLinks = (links: ReadonlyMap<NoteId, number>): readonly (readonly [NoteId, number])[] =>
  [...links].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
