import type { NoteId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type Note, type WallPoint } from '#shared/wall/schema.ts'
import type { Box, Size } from './box.ts'
import { NOTE_GAP } from './findFreePlace.ts'
import { SECTION_ROOM } from './moveSection.ts'
import { pairRows, type Link } from './pairRows.ts'
import { EMPTY_SHEET, inColumns, sheetOf, stacked, type Sheet } from './sheet.ts'

export const ARRANGE_BY = ['country', 'topic', 'kind', 'pairs'] as const
export type ArrangeBy = (typeof ARRANGE_BY)[number]

/** `columns`: groups as tall as they can be, in one row or as few as a screen's proportions allow. `clusters`: groups in rows, each a cluster of its own. */
export const ARRANGE_AS = ['clusters', 'columns'] as const
export type ArrangeAs = (typeof ARRANGE_AS)[number]

/** The groups of an arrangement by pairs. */
export const PAIR_GROUPS = ['paired', 'openNeeds', 'openOffers'] as const

export interface Arrangement {
  /** The top left corner of each note; the whole is centred on the wall's origin. */
  readonly places: ReadonlyMap<NoteId, WallPoint>
  /** What stands together, with room at its edges. `key`: a country, a topic (empty for none), a kind, or one of {@link PAIR_GROUPS}. */
  readonly groups: readonly { readonly key: string; readonly box: Box }[]
}

/** What is known of the notes beside what stands on them. */
export interface ArrangeFacts {
  /** What a note is about first; `undefined` where that is not known. */
  readonly topicOf: (id: NoteId) => string | undefined
  readonly links: readonly Link[]
}
const NO_FACTS: ArrangeFacts = { topicOf: () => undefined, links: [] }

/** Between two groups: an aisle that is read as one at any zoom, with room for two borders and a title. */
const AISLE = 2 * SECTION_ROOM + 70
/** Width by height of the wall that is aimed at: a projector's. */
const SHAPE = 16 / 9

/** A group, and its notes as they stand in it when a column may be so high. */
interface Group {
  readonly key: string
  readonly sheet: (height: number) => Sheet
}

/**
 * A tidy wall: where each note goes so that groups stand apart and nothing overlaps. The same notes and facts give the
 * same wall, whoever tidies. In a country or topic needs come first, offers beside them; by pairs each need has its best
 * offers at its right.
 * @param sizeOf the size of a note as it is drawn
 */
export function arrangeNotes(notes: Iterable<Note>, by: ArrangeBy, as: ArrangeAs, sizeOf: (note: Note) => Size, facts: ArrangeFacts = NO_FACTS): Arrangement {
  const ordered = [...notes].sort(byCountryThenAge)
  const paper = (note: Note): Sheet => sheetOf(note.id, sizeOf(note))
  const groups = by === 'pairs' ? pairGroups(ordered, facts.links, paper) : keyGroups(ordered, keyOf(by, facts), by === 'kind', paper)
  const height = heightForShape(ordered, sizeOf)
  const rowsOf = (high: number): Rows<Sheet & { readonly key: string }> =>
    bestRows(groups.map(({ key, sheet }) => ({ key, ...sheet(high) })).filter((sheet) => sheet.places.length > 0))
  const rows = as === 'columns' ? fewestRows(rowsOf, height) : rowsOf(height / 2)
  const middle: WallPoint = [Math.round(rows.width / 2), Math.round(rows.height / 2)]
  const places = new Map<NoteId, WallPoint>()
  for (const { item, x, y } of rows.placed) {
    for (const [id, at] of item.places) places.set(id, [at[0] + x - middle[0], at[1] + y - middle[1]])
  }
  return {
    places,
    groups: rows.placed.map(({ item: { key, width, height: high }, x, y }) => ({
      key,
      box: { x: x - middle[0] - SECTION_ROOM, y: y - middle[1] - SECTION_ROOM, width: width + 2 * SECTION_ROOM, height: high + 2 * SECTION_ROOM },
    })),
  }
}

function byCountryThenAge(a: Note, b: Note): number {
  if (a.country !== b.country) return a.country < b.country ? -1 : 1
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** About how high the wall gets when it is as wide as the shape asks. */
function heightForShape(notes: readonly Note[], sizeOf: (note: Note) => Size): number {
  const area = notes.reduce((sum, note) => sum + (sizeOf(note).width + NOTE_GAP) * (sizeOf(note).height + NOTE_GAP), 0)
  return Math.sqrt(area / SHAPE)
}

function keyOf(by: Exclude<ArrangeBy, 'pairs'>, { topicOf }: ArrangeFacts): (note: Note) => string {
  if (by === 'topic') return ({ id }) => topicOf(id) ?? ''
  return by === 'country' ? ({ country }) => country : ({ kind }) => kind
}

/** Groups by key, needs before offers in each; what has no key comes last, and kinds come in their own order. */
function keyGroups(notes: readonly Note[], keyOfNote: (note: Note) => string, isByKind: boolean, paper: (note: Note) => Sheet): readonly Group[] {
  const members = new Map<string, Note[]>()
  for (const note of notes) {
    const key = keyOfNote(note)
    const group = members.get(key)
    if (group) group.push(note)
    else members.set(key, [note])
  }
  const keys = isByKind ? NOTE_KINDS.filter((kind) => members.has(kind)) : [...members.keys()].sort(emptyLast)
  return keys.map((key) => ({
    key,
    sheet: (height) => stacked(NOTE_KINDS.map((kind) => inColumns((members.get(key) ?? []).filter((note) => note.kind === kind).map(paper), height)), 'x'),
  }))
}

const emptyLast = (a: string, b: string): number => Number(a === '') - Number(b === '') || (a < b ? -1 : a > b ? 1 : 0)

/** Each need with its best offers at its right; then the needs without an offer, and the offers without a need. */
function pairGroups(notes: readonly Note[], links: readonly Link[], paper: (note: Note) => Sheet): readonly Group[] {
  const known = new Map(notes.map((note) => [note.id, note]))
  const isLink = ({ need, offer }: Link): boolean => known.get(need)?.kind === 'need' && known.get(offer)?.kind === 'offer'
  const rows = pairRows(links.filter(isLink))
  const placed = new Set(rows.flatMap(({ need, offers }) => [need, ...offers]))
  const rowSheets = rows.map(({ need, offers }) => stacked([need, ...offers].map((id) => {
    const note = known.get(id)
    return note ? paper(note) : EMPTY_SHEET
  }), 'x'))
  const open = (kind: Note['kind']): readonly Sheet[] => notes.filter((note) => note.kind === kind && !placed.has(note.id)).map(paper)
  return [
    { key: 'paired', sheet: (height) => stackedInColumns(rowSheets, height) },
    { key: 'openNeeds', sheet: (height) => inColumns(open('need'), height) },
    { key: 'openOffers', sheet: (height) => inColumns(open('offer'), height) },
  ]
}

/** Rows of pairs need more space between their columns than notes, or the offer of one would face the need of the next. */
const stackedInColumns = (rows: readonly Sheet[], height: number): Sheet =>
  inColumns(rows.map((row) => ({ ...row, width: row.width + 2 * NOTE_GAP })), height)

interface Rows<T> extends Size {
  readonly placed: readonly { readonly item: T; readonly x: number; readonly y: number }[]
}

/** Fills rows from the left, an aisle apart, none wider than `rowWidth` unless one item alone is. */
function inRows<T extends Size>(items: readonly T[], rowWidth: number): Rows<T> {
  let x = 0
  let y = 0
  let rowHeight = 0
  let widest = 0
  const placed = items.map((item) => {
    if (x > 0 && x + item.width > rowWidth) {
      x = 0
      y += rowHeight + AISLE
      rowHeight = 0
    }
    const place = { item, x, y }
    widest = Math.max(widest, x + item.width)
    x += item.width + AISLE
    rowHeight = Math.max(rowHeight, item.height)
    return place
  })
  return { placed, width: widest, height: y + rowHeight }
}

/** How far a wall is from the shape aimed at, whether it is too wide or too high; 0 is that shape. */
const offShape = ({ width, height }: Size): number => Math.abs(Math.log(width / height / SHAPE))
/** So far from it a wall still fills a screen well enough. */
const NEAR_SHAPE = Math.log(1.35)

/** The tallest groups whose rows come near the shape aimed at. @param height of a group that is as high as the wall */
function fewestRows<T extends Size>(rowsOf: (height: number) => Rows<T>, height: number): Rows<T> {
  let best = rowsOf(height)
  for (let share = 2; share <= 6 && offShape(best) > NEAR_SHAPE; share++) {
    const rows = rowsOf(height / share)
    if (offShape(rows) < offShape(best)) best = rows
  }
  return best
}

/** The rows whose whole comes nearest to the shape aimed at: one row as wide as the first n items, for every n. */
function bestRows<T extends Size>(items: readonly T[]): Rows<T> {
  let rowWidth = -AISLE
  let best = inRows(items, Infinity)
  for (const { width } of items) {
    rowWidth += width + AISLE
    const rows = inRows(items, rowWidth)
    if (offShape(rows) < offShape(best)) best = rows
  }
  return best
}
