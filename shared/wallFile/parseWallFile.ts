import * as Y from 'yjs'
import { readWall } from '../wall/readWall.ts'
import { CARD_TEXTS, ROOT, type Wall } from '../wall/schema.ts'
import { WALL_FILE_VERSION } from './buildWallFile.ts'

/**
 * Why a file is no wall that can be put up: of another program, of a later version of ours, with a text longer than any wall
 * takes, or with more in it than a wall holds.
 */
export type WallFileProblem = 'notAWall' | 'laterVersion' | 'tooLong' | 'tooMuch'
export type ParsedWallFile =
  | { readonly ok: true; readonly wall: Wall; readonly exportedAt: number; readonly skipped: number }
  | { readonly ok: false; readonly problem: WallFileProblem }

/** What a file may hold: notes as many as a wall is built for, and of everything else in proportion. What a model finds is found anew. */
const MOST_ENTRIES: Readonly<Record<Exclude<keyof typeof ROOT, 'likenesses'>, number>> = { settings: 100, notes: 10_000, people: 10_000, pairs: 100_000, cards: 20_000, words: 5000, sections: 1000 }
const FILED = Object.keys(MOST_ENTRIES) as (keyof typeof MOST_ENTRIES)[]
/** Fields of all notes and cards together: each costs a hundred times the memory that it takes in the file. */
const MOST_FIELDS = 350_000
/** As in the room: the longest text of a note, or of a field of a card. */
const MOST_TEXT = 10_000

/**
 * A wall from the JSON of one, whoever wrote it: its entries are read as those of a board are, so nothing gets past that a
 * board would not show. Nothing is stored of what it does not know.
 */
export function parseWallFile(file: unknown): ParsedWallFile {
  if (!isRecord(file) || file.format !== 'pollinate-wall' || typeof file.version !== 'number') return { ok: false, problem: 'notAWall' }
  if (file.version > WALL_FILE_VERSION) return { ok: false, problem: 'laterVersion' }
  const doc = new Y.Doc()
  let fields = 0
  for (const root of FILED) {
    const entries = entriesOf(file[root])
    if (!entries) return { ok: false, problem: 'notAWall' }
    if (entries.length > MOST_ENTRIES[root]) return { ok: false, problem: 'tooMuch' }
    for (const [key, value] of entries) {
      if (!canBeHeld(value)) continue
      if (root !== 'notes' && root !== 'cards') doc.getMap(root).set(key, value)
      else if (isRecord(value)) {
        fields += Object.keys(value).length
        if (fields > MOST_FIELDS) return { ok: false, problem: 'tooMuch' }
        const entry = entryOf(value, root === 'notes' ? ['text'] : CARD_TEXTS)
        if (!entry) return { ok: false, problem: 'tooLong' }
        doc.getMap(root).set(key, entry)
      }
    }
  }
  const wall = readWall(doc)
  // Each pair has a card.
  if (wall.pairs.size > MOST_ENTRIES.cards) return { ok: false, problem: 'tooMuch' }
  const exportedAt = typeof file.exportedAt === 'string' ? Date.parse(file.exportedAt) : NaN
  return { ok: true, wall, exportedAt: Number.isFinite(exportedAt) ? exportedAt : 0, skipped: doc.getMap(ROOT.notes).size - wall.notes.size }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Yjs asks each value for its constructor, and an object of a file may answer as it likes. */
const canBeHeld = (value: unknown): boolean => !isRecord(value) || !Object.hasOwn(value, 'constructor')

/** A file of an earlier version may lack a root. */
function entriesOf(value: unknown): [string, unknown][] | undefined {
  if (value === undefined) return []
  return isRecord(value) ? Object.entries(value) : undefined
}

/** @returns `undefined` when one of its texts is too long */
function entryOf(values: Record<string, unknown>, texts: readonly string[]): Y.Map<unknown> | undefined {
  const entry = new Y.Map<unknown>()
  for (const [field, value] of Object.entries(values)) {
    if (!canBeHeld(value)) continue
    if (!texts.includes(field)) entry.set(field, value)
    else if (typeof value === 'string') {
      if (value.length > MOST_TEXT) return undefined
      entry.set(field, new Y.Text(value))
    }
  }
  return entry
}
