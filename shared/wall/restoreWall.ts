import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { pairOfCard } from './cards.ts'
import { notesOfPair, type NoteId, type PairId, type ParticipantId } from './ids.ts'
import { parsePairKey } from './pairFacts.ts'
import { ROOT } from './schema.ts'
import { spliceBetween } from './textSplice.ts'

interface Restorer {
  readonly participant: ParticipantId
  /** Milliseconds since 1970. */
  readonly now: number
  /** When the version was kept: from this everybody's page knows that it was restored. */
  readonly versionAt?: number
}

/**
 * Brings a live board back to how an earlier version of it reads, by writing forward: what differs is written anew, what
 * is the same is not touched, and everybody who is connected goes on. Notes that came later go to the bin, from where
 * they can be taken back with their pairs. Who joined later stays, and so does the lock, which is about now.
 */
export function restoreWall(doc: Y.Doc, version: Y.Doc, { participant, now, versionAt }: Restorer): void {
  doc.transact(() => {
    const earlier = version.getMap<unknown>(ROOT.notes)
    const wasThere = (id: NoteId): boolean => isMap(earlier.get(id))
    restoreEntries(doc.getMap(ROOT.notes), earlier)
    binLaterNotes(doc.getMap(ROOT.notes), wasThere, { by: participant, at: now })
    restoreValues(doc.getMap(ROOT.settings), version.getMap(ROOT.settings), (key) => !OF_NOW.has(key))
    if (versionAt !== undefined) doc.getMap(ROOT.settings).set('restored', { by: participant, at: now, to: versionAt })
    restoreValues(doc.getMap(ROOT.people), version.getMap(ROOT.people), (id) => version.getMap(ROOT.people).has(id))
    restoreValues(doc.getMap(ROOT.pairs), version.getMap(ROOT.pairs), (key) => {
      const pair = parsePairKey(key)?.pair
      return pair !== undefined && areBothThere(pair, wasThere)
    })
    restoreValues(doc.getMap(ROOT.words), version.getMap(ROOT.words), () => true)
    restoreValues(doc.getMap(ROOT.sections), version.getMap(ROOT.sections), () => true)
    restoreCards(doc.getMap(ROOT.cards), version.getMap(ROOT.cards), wasThere)
  })
}

/** Settings about this moment, and what holds of every version. */
const OF_NOW: ReadonlySet<string> = new Set(['locked', 'restored', 'shown', 'laser', 'erased', 'anonymised'])

/** `instanceof` alone would make every value `any`. */
const isMap = (value: unknown): value is Y.Map<unknown> => value instanceof Y.Map

function areBothThere(pair: PairId, wasThere: (id: NoteId) => boolean): boolean {
  const notes = notesOfPair(pair)
  return notes !== undefined && wasThere(notes.need) && wasThere(notes.offer)
}

function binLaterNotes(notes: Y.Map<unknown>, wasThere: (id: NoteId) => boolean, binned: { by: ParticipantId; at: number }): void {
  for (const [id, note] of notes) {
    if (isMap(note) && !wasThere(id as NoteId) && !note.has('binned')) note.set('binned', { ...binned })
  }
}

/** What the card of a pair said then. A card that was not there yet is emptied, so that somebody who has it open writes on. */
function restoreCards(cards: Y.Map<unknown>, earlier: Y.Map<unknown>, wasThere: (id: NoteId) => boolean): void {
  restoreEntries(cards, earlier)
  for (const [key, card] of cards) {
    const pair = pairOfCard(key)
    if (!isMap(card) || earlier.has(key) || pair === undefined || !areBothThere(pair, wasThere)) continue
    for (const field of card.keys()) restoreField(card, field, '')
  }
}

/** Each entry that was there: made again when it is gone, else field by field. */
function restoreEntries(entries: Y.Map<unknown>, earlier: Y.Map<unknown>): void {
  for (const [id, then] of earlier) {
    if (!isMap(then)) continue
    const now = entries.get(id)
    if (isMap(now)) restoreFields(now, then)
    else entries.set(id, new Y.Map([...then].flatMap(([field, value]) => freshField(field, value))))
  }
}

function freshField(field: string, value: unknown): [string, unknown][] {
  if (value instanceof Y.Text) return [[field, new Y.Text(value.toJSON())]]
  return value instanceof Y.AbstractType ? [] : [[field, value]]
}

function restoreFields(entry: Y.Map<unknown>, earlier: Y.Map<unknown>): void {
  // What was marked "do not publish" later was there to be published then; nobody wants that back.
  for (const field of [...entry.keys()]) if (!earlier.has(field) && field !== 'withheld') entry.delete(field)
  for (const [field, value] of earlier) restoreField(entry, field, value instanceof Y.Text ? value.toJSON() : value, value instanceof Y.Text)
}

/** A text is changed where it differs and not replaced: who writes in it at this moment writes on. */
function restoreField(entry: Y.Map<unknown>, field: string, then: unknown, isText = false): void {
  const now = entry.get(field)
  if (now instanceof Y.Text && typeof then === 'string') {
    const splice = spliceBetween(now.toJSON(), then)
    if (splice && splice.remove > 0) now.delete(splice.offset, splice.remove)
    if (splice?.insert) now.insert(splice.offset, splice.insert)
  } else if (isText && typeof then === 'string') {
    entry.set(field, new Y.Text(then))
  } else if (!(then instanceof Y.AbstractType) && !equalityDeep(now, then)) {
    entry.set(field, then)
  }
}

/** Plain values, but for those keys that are let be. */
function restoreValues(values: Y.Map<unknown>, earlier: Y.Map<unknown>, isRestored: (key: string) => boolean): void {
  for (const key of [...values.keys()]) if (isRestored(key) && !earlier.has(key)) values.delete(key)
  for (const [key, then] of earlier) {
    if (isRestored(key) && !(then instanceof Y.AbstractType) && !equalityDeep(values.get(key), then)) values.set(key, then)
  }
}
