import type * as Y from 'yjs'
import { publishableWall } from '../record/publishableWall.ts'
import { cardsByPair } from '../wall/cards.ts'
import { isId, notesOfPair, type NoteId, type PairId, type SectionId } from '../wall/ids.ts'
import { parsePairKey } from '../wall/pairFacts.ts'
import { readWall } from '../wall/readWall.ts'
import { ROOT, type PairState } from '../wall/schema.ts'

export const WALL_FILE_VERSION = 1

type Values = Readonly<Record<string, unknown>>

/**
 * A whole wall as data: the roots of the board as ARCHITECTURE.md describes them, texts as strings. What lies in the bin
 * stays out, and what is said about it; so does what is marked "do not publish", except in a full backup. docs/wall-file.schema.json describes it for other programs.
 */
export interface WallFile {
  readonly format: 'pollinate-wall'
  readonly version: typeof WALL_FILE_VERSION
  /** ISO 8601, UTC. */
  readonly exportedAt: string
  /** A full backup: with the notes that are marked "do not publish", so not to be passed on. */
  readonly isFull: boolean
  readonly settings: Values
  readonly notes: Readonly<Record<string, Values>>
  readonly people: Readonly<Record<string, Values>>
  /** Flat facts: `<need>~<offer>/<fact>/<whose>`. */
  readonly pairs: Values
  readonly cards: Readonly<Record<string, Values>>
  /** What was taught about words. */
  readonly words: Values
  /** Parts of the wall with a title: `{ title, box: [x, y, width, height] }`. */
  readonly sections: Values
  /** Where each pair stands; computed from `pairs` and `cards`, for whoever only reads. */
  readonly states: Readonly<Record<string, PairState>>
}

/** @param exportedAt milliseconds since 1970 */
export function buildWallFile(doc: Y.Doc, exportedAt: number, { isFull = false }: { isFull?: boolean } = {}): WallFile {
  const wall = isFull ? readWall(doc) : publishableWall(readWall(doc))
  const isOn = (pair: PairId | undefined): boolean => {
    const ends = pair && notesOfPair(pair)
    return ends !== undefined && wall.notes.has(ends.need) && wall.notes.has(ends.offer)
  }
  const cards = cardsByPair(doc.getMap(ROOT.cards))
  const states = [...wall.pairs.values()].flatMap(({ id, state }) => (state && isOn(id) ? [[id, state] as const] : []))
  return {
    format: 'pollinate-wall',
    version: WALL_FILE_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    isFull,
    settings: valuesOf(doc, ROOT.settings, (key) => key !== 'shown' && key !== 'laser'),
    notes: recordsOf(doc, ROOT.notes, (id) => wall.notes.has(id as NoteId)),
    people: recordsOf(doc, ROOT.people, isId),
    pairs: valuesOf(doc, ROOT.pairs, (key) => isOn(parsePairKey(key)?.pair)),
    cards: Object.fromEntries([...wall.pairs.values()].flatMap(({ id, card }) => (isOn(id) && cards.has(id) ? [[id, { ...card }]] : []))),
    words: valuesOf(doc, ROOT.words),
    sections: valuesOf(doc, ROOT.sections, (id) => wall.sections.has(id as SectionId)),
    states: Object.fromEntries(states),
  }
}

function valuesOf(doc: Y.Doc, root: string, isWanted: (key: string) => boolean = () => true): Values {
  const entries = Object.entries(doc.getMap(root).toJSON())
  return Object.fromEntries(entries.filter(([key]) => isWanted(key)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Entries that are maps; anything else under such a key is not ours. */
function recordsOf(doc: Y.Doc, root: string, isWanted: (key: string) => boolean): Readonly<Record<string, Values>> {
  const entries = Object.entries(valuesOf(doc, root, isWanted))
  return Object.fromEntries(entries.filter((entry): entry is [string, Values] => typeof entry[1] === 'object' && entry[1] !== null && !Array.isArray(entry[1])))
}
