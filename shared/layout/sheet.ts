import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { NOTE_GAP } from './findFreePlace.ts'
import type { Size } from './box.ts'

/** Things laid out beside each other, with the top left corner of each from that of the whole. */
export interface Sheet extends Size {
  readonly places: readonly (readonly [id: NoteId, at: WallPoint])[]
}

export const EMPTY_SHEET: Sheet = { width: 0, height: 0, places: [] }

export const sheetOf = (id: NoteId, { width, height }: Size): Sheet => ({ width, height, places: [[id, [0, 0]]] })

/** Sheets one below the other, or side by side; those without size leave no gap. */
export function stacked(sheets: readonly Sheet[], along: 'x' | 'y', gap: number = NOTE_GAP): Sheet {
  let reached = 0
  let across = 0
  const places: (readonly [NoteId, WallPoint])[] = []
  for (const sheet of sheets) {
    if (sheet.places.length === 0) continue
    const start = reached === 0 ? 0 : reached + gap
    for (const [id, [x, y]] of sheet.places) places.push([id, along === 'x' ? [x + start, y] : [x, y + start]])
    reached = start + (along === 'x' ? sheet.width : sheet.height)
    across = Math.max(across, along === 'x' ? sheet.height : sheet.width)
  }
  return along === 'x' ? { width: reached, height: across, places } : { width: across, height: reached, places }
}

/** Columns of about this height, filled evenly and side by side. */
export function inColumns(sheets: readonly Sheet[], height: number): Sheet {
  const total = sheets.reduce((sum, sheet) => sum + sheet.height + NOTE_GAP, 0)
  const even = total / Math.max(1, Math.ceil(total / Math.max(1, height)))
  const columns: Sheet[][] = []
  let filled = 0
  for (const sheet of sheets) {
    const needed = sheet.height + NOTE_GAP
    // The middle of what is placed says in which column it stands.
    const column = Math.floor((filled + needed / 2) / even)
    while (columns.length <= column) columns.push([])
    columns[column]?.push(sheet)
    filled += needed
  }
  return stacked(columns.map((column) => stacked(column, 'y')), 'x')
}
