import type { Box, Size } from '#shared/layout/box.ts'
import type { WallPoint } from '#shared/wall/schema.ts'

/** Smaller than this a title is no word any more. */
const LEAST_SCALE = 0.65

/**
 * Where the title of a section stands when the wall is seen from afar, and a title is as large as notes are: on the upper edge; lower
 * where notes hang close above it, as far as those below leave room; smaller where that is not enough.
 * @param at the upper left corner of the section
 * @param size of the title; like all lengths here in wall units
 * @param notes those around it
 * @returns how far below the edge it ends, and at which scale; `undefined` where it would cover notes all the same
 */
export function titlePlace([x, y]: WallPoint, { width, height }: Size, notes: readonly Box[]): { readonly below: number; readonly scale: number } | undefined {
  const across = notes.filter((note) => note.x < x + width && note.x + note.width > x)
  const above = Math.max(...across.map((note) => note.y + note.height).filter((bottom) => bottom <= y))
  const under = Math.min(...across.map((note) => note.y).filter((top) => top >= y))
  const scale = Math.min(1, (under - above) / height)
  if (scale < LEAST_SCALE) return undefined
  return { below: Math.max(0, above + height * scale - y), scale }
}
