import * as Y from 'yjs'
import type { NoteId } from './ids.ts'
import { inPaintOrder, readLikenesses, readNote, readPairs, readPeople, readSections, readSettings, readWall, readWords } from './readWall.ts'
import { ROOT, type Note, type Wall } from './schema.ts'

/** Yjs's own signatures speak of its types in this way. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyType = Y.AbstractType<any>

export interface WallChange {
  readonly wall: Wall
  /** Notes that were added, changed, or left the wall; each is looked up in `wall.notes` and in the wall before. */
  readonly notes: ReadonlySet<NoteId>
  /** Made on this document itself; else it came from another one. */
  readonly isOwn: boolean
}

/**
 * Follows a live document. After each transaction that touched the board the listener gets the new wall, in which every
 * note that was not touched is still `===` to the one before; so are `pairs`, `people`, `settings`, `words`, `sections` and `likenesses` as a whole.
 * @returns the wall as it stands, and how to stop following
 */
export function watchWall(doc: Y.Doc, listener: (change: WallChange) => void): { wall: Wall; stop: () => void } {
  let wall = readWall(doc)
  const roots = {
    settings: doc.getMap(ROOT.settings),
    notes: doc.getMap(ROOT.notes),
    people: doc.getMap(ROOT.people),
    pairs: doc.getMap(ROOT.pairs),
    cards: doc.getMap(ROOT.cards),
    words: doc.getMap(ROOT.words),
    sections: doc.getMap(ROOT.sections),
    likenesses: doc.getMap(ROOT.likenesses),
  }

  const afterTransaction = (transaction: Y.Transaction): void => {
    const touched: ReadonlyMap<unknown, unknown> = transaction.changedParentTypes
    const changed = (root: Y.Map<unknown>): boolean => touched.has(root)
    const ids = changed(roots.notes) ? changedNotes(transaction, roots.notes) : new Set<NoteId>()
    const pairsChanged = changed(roots.pairs) || changed(roots.cards)
    if (ids.size === 0 && !Object.values(roots).some((root) => root !== roots.notes && changed(root))) return
    wall = {
      notes: ids.size > 0 ? withChangedNotes(wall.notes, ids, roots.notes) : wall.notes,
      pairs: pairsChanged ? readPairs(doc) : wall.pairs,
      people: changed(roots.people) ? readPeople(doc) : wall.people,
      settings: changed(roots.settings) ? readSettings(doc) : wall.settings,
      words: changed(roots.words) ? readWords(doc) : wall.words,
      sections: changed(roots.sections) ? readSections(doc) : wall.sections,
      likenesses: changed(roots.likenesses) ? readLikenesses(doc) : wall.likenesses,
    }
    listener({ wall, notes: ids, isOwn: transaction.local })
  }
  doc.on('afterTransaction', afterTransaction)
  return { wall, stop: () => doc.off('afterTransaction', afterTransaction) }
}

/** The notes a transaction touched: keys of the root itself, and the notes above anything deeper that changed. */
function changedNotes(transaction: Y.Transaction, root: Y.Map<unknown>): Set<NoteId> {
  const ids = new Set<NoteId>()
  for (const [type, keys] of transaction.changed) {
    if (type === (root as AnyType)) {
      for (const key of keys) if (key !== null) ids.add(key as NoteId)
      continue
    }
    let item = type._item
    while (item && item.parent !== (root as AnyType)) item = item.parent instanceof Y.AbstractType ? item.parent._item : null
    if (item?.parentSub != null) ids.add(item.parentSub as NoteId)
  }
  return ids
}

function withChangedNotes(
  before: ReadonlyMap<NoteId, Note>,
  ids: ReadonlySet<NoteId>,
  root: Y.Map<unknown>,
): ReadonlyMap<NoteId, Note> {
  const notes = new Map(before)
  let sameOrder = true
  for (const id of ids) {
    const note = readNote(id, root.get(id))
    sameOrder &&= note !== undefined && before.get(id)?.createdAt === note.createdAt
    if (note) notes.set(id, note)
    else notes.delete(id)
  }
  return sameOrder ? notes : inPaintOrder([...notes.values()])
}
