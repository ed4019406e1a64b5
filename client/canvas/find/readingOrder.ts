import type { Box } from '#shared/layout/box.ts'

/**
 * Boxes as a page is read: row by row from the top, in each row from where reading begins. What begins above the middle of
 * a row's first box stands in that row: notes hang askew.
 * @param isMirrored rows are read from right to left
 */
export function readingOrder<T extends Box>(boxes: readonly T[], isMirrored: boolean): readonly T[] {
  const rows: T[][] = []
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && box.y < first.y + first.height / 2) row.push(box)
    else rows.push([box])
  }
  return rows.flatMap((row) => row.sort((a, b) => (isMirrored ? b.x + b.width - a.x - a.width : a.x - b.x) || a.y - b.y))
}
