import type { NoteId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type Note, type WallPoint } from '#shared/wall/schema.ts'
import type { Size } from './box.ts'
import { NOTE_GAP } from './findFreePlace.ts'

export type ArrangeBy = 'country' | 'kind'

/** Between two groups: wide enough to be read as an aisle at any zoom. */
const AISLE = 100
/** Width by height of the wall that is aimed at: a projector's. */
const SHAPE = 16 / 9

type SizeOf = (note: Note) => Size

/** Notes that stay together, as columns side by side. */
type Block = readonly (readonly Note[])[]

/**
 * A tidy wall: where each note goes so that groups stand apart and nothing overlaps. The same notes give the same wall,
 * whoever tidies. By country: a block for each country, its needs in one column, its offers in the next. By kind: all
 * needs on the left, all offers on the right, each ordered by country.
 * @param sizeOf the size of a note as it is drawn
 * @returns the top left corner of each note; the whole is centred on the wall's origin
 */
export function arrangeNotes(
  notes: Iterable<Note>,
  by: ArrangeBy,
  sizeOf: SizeOf,
): ReadonlyMap<NoteId, WallPoint> {
  const ordered = [...notes].sort(byCountryThenAge)
  const height = heightForShape(ordered, sizeOf)
  const blocks = by === 'country' ? countryBlocks(ordered, height / 2, sizeOf) : kindBlocks(ordered, height, sizeOf)
  const sized = blocks.map((block) => ({ block, ...sizeOfBlock(block, sizeOf) }))
  const rows = by === 'country' ? bestRows(sized) : inRows(sized, Infinity)
  const places = new Map<NoteId, WallPoint>()
  const middle: WallPoint = [Math.round(rows.width / 2), Math.round(rows.height / 2)]
  for (const { item, x, y } of rows.placed) placeBlock(item.block, [x - middle[0], y - middle[1]], sizeOf, places)
  return places
}

function byCountryThenAge(a: Note, b: Note): number {
  if (a.country !== b.country) return a.country < b.country ? -1 : 1
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** About how high the wall gets when it is as wide as the shape asks. */
function heightForShape(notes: readonly Note[], sizeOf: SizeOf): number {
  const area = sum(notes, (note) => (sizeOf(note).width + NOTE_GAP) * (sizeOf(note).height + NOTE_GAP))
  return Math.sqrt(area / SHAPE)
}

function countryBlocks(notes: readonly Note[], columnHeight: number, sizeOf: SizeOf): readonly Block[] {
  const countries = [...new Set(notes.map(({ country }) => country))]
  return countries.map((code) => {
    const ofCountry = notes.filter(({ country }) => country === code)
    return NOTE_KINDS.flatMap((kind) => intoColumns(ofCountry.filter((note) => note.kind === kind), columnHeight, sizeOf))
  })
}

function kindBlocks(notes: readonly Note[], columnHeight: number, sizeOf: SizeOf): readonly Block[] {
  return NOTE_KINDS.map((kind) => intoColumns(notes.filter((note) => note.kind === kind), columnHeight, sizeOf))
    .filter((block) => block.length > 0)
}

/** Columns of about this height, filled evenly. @returns no column at all for no notes */
function intoColumns(notes: readonly Note[], height: number, sizeOf: SizeOf): Block {
  const total = sum(notes, (note) => sizeOf(note).height + NOTE_GAP)
  const even = total / Math.max(1, Math.ceil(total / height))
  const columns: Note[][] = []
  let filled = 0
  for (const note of notes) {
    const needed = sizeOf(note).height + NOTE_GAP
    // The middle of a note says in which column it stands.
    const column = Math.floor((filled + needed / 2) / even)
    while (columns.length <= column) columns.push([])
    columns[column]?.push(note)
    filled += needed
  }
  return columns.filter((column) => column.length > 0)
}

function sizeOfBlock(block: Block, sizeOf: SizeOf): Size {
  const widths = block.map((column) => Math.max(...column.map((note) => sizeOf(note).width)))
  const heights = block.map((column) => sum(column, (note) => sizeOf(note).height + NOTE_GAP) - NOTE_GAP)
  return { width: sum(widths, (width) => width + NOTE_GAP) - NOTE_GAP, height: Math.max(...heights) }
}

function placeBlock(block: Block, [left, top]: WallPoint, sizeOf: SizeOf, places: Map<NoteId, WallPoint>): void {
  let x = left
  for (const column of block) {
    let y = top
    for (const note of column) {
      places.set(note.id, [x, y])
      y += sizeOf(note).height + NOTE_GAP
    }
    x += Math.max(...column.map((note) => sizeOf(note).width)) + NOTE_GAP
  }
}

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

/** The rows whose whole comes nearest to the shape aimed at: one row as wide as the first n items, for every n. */
function bestRows<T extends Size>(items: readonly T[]): Rows<T> {
  const offShape = ({ width, height }: Size): number => Math.abs(Math.log(width / height / SHAPE))
  let rowWidth = -AISLE
  let best = inRows(items, Infinity)
  for (const { width } of items) {
    rowWidth += width + AISLE
    const rows = inRows(items, rowWidth)
    if (offShape(rows) < offShape(best)) best = rows
  }
  return best
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0)
