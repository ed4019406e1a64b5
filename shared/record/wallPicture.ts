import type { Box } from '../layout/box.ts'
import { layoutNote } from '../layout/layoutNote.ts'
import type { PdfPage } from '../pdf/PdfPage.ts'
import type { Typesetter } from '../pdf/Typesetter.ts'
import { drawBadges, drawJoins } from './drawJoins.ts'
import { drawNote } from './drawNote.ts'
import type { PlacedNote, ToPage } from './placedNote.ts'
import type { WallRecord } from './WallRecord.ts'

/** The wall as it looks, ready to be drawn on one page or on many. */
export interface WallPicture {
  /** In the order of their numbers. */
  readonly placed: readonly PlacedNote[]
  /** What all notes take up, in wall units. */
  readonly box: Box
  /** @param scale points to a wall unit; @param within draws only what touches it, in wall units */
  draw(page: PdfPage, at: { readonly toPage: ToPage; readonly scale: number; readonly within?: Box }, onNote?: () => void): void
}

/** Room around a note for what stands on its edge: badges above, the shadow below. */
const AROUND = 40

/** Notes have the lines that they have on the screen. */
export function createWallPicture(typesetter: Typesetter, record: WallRecord): WallPicture {
  const placed = record.notes.map((note): PlacedNote => ({
    note,
    layout: layoutNote(note, (text, fontPx, weight) => typesetter.measureEm(text, weight) * fontPx),
  }))
  const left = Math.min(...placed.map(({ note }) => note.at[0]))
  const top = Math.min(...placed.map(({ note }) => note.at[1]))
  const right = Math.max(...placed.map(({ note, layout }) => note.at[0] + layout.width))
  const bottom = Math.max(...placed.map(({ note, layout }) => note.at[1] + layout.height))
  const painted = inPaintOrder(placed)
  return {
    placed,
    box: { x: left, y: top, width: right - left, height: bottom - top },
    draw(page, { toPage, scale, within }, onNote) {
      const touches = ({ note, layout }: PlacedNote): boolean =>
        !within ||
        (note.at[0] < within.x + within.width + AROUND && note.at[0] + layout.width > within.x - AROUND &&
          note.at[1] < within.y + within.height + AROUND && note.at[1] + layout.height > within.y - AROUND)
      // Behind the notes, so that every word can be read; the badges say who belongs to whom where a line is hidden.
      drawJoins(page, record, placed, toPage, scale)
      for (const one of painted) {
        if (!touches(one)) continue
        drawNote(page, typesetter, record, one, { ...toPage(one.note.at), scale })
        onNote?.()
      }
      drawBadges(page, typesetter, record, placed, touches, toPage, scale)
    },
  }
}

/** The record is numbered by country; on the wall notes may lie on each other, and what lies lower is drawn over. */
const inPaintOrder = (placed: readonly PlacedNote[]): readonly PlacedNote[] =>
  [...placed].sort((a, b) => a.note.at[1] - b.note.at[1] || a.note.at[0] - b.note.at[0] || a.note.number - b.note.number)
