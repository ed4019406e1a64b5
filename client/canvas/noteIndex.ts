import RBush from 'rbush'
import type { Box } from '#shared/layout/box.ts'
import type { NoteLayout } from '#shared/layout/layoutNote.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note, WallPoint } from '#shared/wall/schema.ts'

/** A note with its layout, where it hangs. */
export interface HungNote extends Box {
  readonly note: Note
  readonly layout: NoteLayout
}

/** What the tree holds: an entry is replaced whole, but for its place in the paint order. */
interface Entry {
  readonly hung: HungNote
  rank: number
}

class NoteTree extends RBush<Entry> {
  override toBBox({ hung: { x, y, width, height } }: Entry) {
    return { minX: x, minY: y, maxX: x + width, maxY: y + height }
  }
  override compareMinX(a: Entry, b: Entry): number {
    return a.hung.x - b.hung.x
  }
  override compareMinY(a: Entry, b: Entry): number {
    return a.hung.y - b.hung.y
  }
}

export interface NoteIndex {
  readonly get: (id: NoteId) => HungNote | undefined
  /** All notes, in paint order. */
  all(): readonly HungNote[]
  /** What touches the box, in paint order. */
  within(box: Box): readonly HungNote[]
  /**
   * The topmost note at this point.
   * @param layerOf notes of a higher layer are painted over all of a lower one; what lies in none cannot be touched
   */
  at(point: WallPoint, layerOf?: (id: NoteId) => number | undefined): HungNote | undefined
  /**
   * Takes over the notes that came, changed or left.
   * @returns the boxes where something looks different now: where a note was, and where it is
   */
  update(notes: ReadonlyMap<NoteId, Note>, ids: Iterable<NoteId>): readonly Box[]
  /** Takes over all notes anew, with new layouts. */
  rebuild(notes: ReadonlyMap<NoteId, Note>): void
}

/** Notes by place: which are in sight, which is under the pointer. Knows nothing of pixels. */
export function createNoteIndex(layoutOf: (note: Note) => NoteLayout): NoteIndex {
  const tree = new NoteTree(16)
  const entries = new Map<NoteId, Entry>()
  let ordered: readonly HungNote[] | undefined

  const hang = (note: Note): HungNote => {
    const layout = layoutOf(note)
    return { note, layout, x: note.at[0], y: note.at[1], width: layout.width, height: layout.height }
  }
  const rerank = (notes: ReadonlyMap<NoteId, Note>): void => {
    let rank = 0
    for (const id of notes.keys()) {
      const entry = entries.get(id)
      if (entry) entry.rank = rank++
    }
  }

  return {
    get: (id) => entries.get(id)?.hung,
    all() {
      // From here on a rank is a place in this list: notes that change keep theirs, and nothing is sorted again.
      ordered ??= [...entries.values()].sort((a, b) => a.rank - b.rank).map((entry, place) => {
        entry.rank = place
        return entry.hung
      })
      return ordered
    },
    within({ x, y, width, height }) {
      const found = tree.search({ minX: x, minY: y, maxX: x + width, maxY: y + height })
      // Most of the wall: walking the ordered list is cheaper than sorting what was found.
      if (found.length > entries.size / 2) return this.all()
      return found.sort((a, b) => a.rank - b.rank).map(({ hung }) => hung)
    },
    at([x, y], layerOf = () => 0) {
      let top: { readonly hung: HungNote; readonly rank: number; readonly layer: number } | undefined
      for (const { hung, rank } of tree.search({ minX: x, minY: y, maxX: x, maxY: y })) {
        const layer = layerOf(hung.note.id)
        if (layer !== undefined && (!top || layer > top.layer || (layer === top.layer && rank > top.rank))) top = { hung, rank, layer }
      }
      return top?.hung
    },
    update(notes, ids) {
      const next = ordered?.slice()
      const damaged: Box[] = []
      let hasLeft = false
      let orderChanged = false
      for (const id of ids) {
        const before = entries.get(id)
        const note = notes.get(id)
        if (before) {
          damaged.push(before.hung)
          tree.remove(before)
          entries.delete(id)
        }
        if (!note) {
          hasLeft ||= before !== undefined
          continue
        }
        const entry: Entry = { hung: hang(note), rank: before?.rank ?? 0 }
        orderChanged ||= before?.hung.note.createdAt !== note.createdAt
        entries.set(id, entry)
        tree.insert(entry)
        damaged.push(entry.hung)
        if (next && before) next[entry.rank] = entry.hung
      }
      ordered = orderChanged || hasLeft ? undefined : next
      if (orderChanged) rerank(notes)
      return damaged
    },
    rebuild(notes) {
      ordered = undefined
      entries.clear()
      tree.clear()
      let rank = 0
      for (const [id, note] of notes) entries.set(id, { hung: hang(note), rank: rank++ })
      tree.load([...entries.values()])
    },
  }
}
