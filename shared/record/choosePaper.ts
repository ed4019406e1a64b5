import { NOTE } from '../layout/noteShape.ts'

/** Width and height in points, long side first: A4 to A0. */
const PAPERS: readonly (readonly [number, number])[] = [
  [841.89, 595.28],
  [1190.55, 841.89],
  [1683.78, 1190.55],
  [2383.94, 1683.78],
  [3370.39, 2383.94],
]
/** No reader draws a page beyond 200 inches. */
const LARGEST = 14_400
const SMALLEST_TYPE = 6
const MARGIN_SHARE = 0.03
const HEAD_SHARE = 0.075

export interface WallPaper {
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly headHeight: number
  /** Points to a wall unit. */
  readonly scale: number
}

/**
 * The smallest paper, A4 to A0 either way round, on which a wall's smallest type has 6 points; a larger wall gets a page
 * of its own size. Few notes are drawn at the size of real ones, not larger.
 * @param width @param height of what has to fit, in wall units
 */
export function choosePaper(width: number, height: number): WallPaper {
  const needed = SMALLEST_TYPE / NOTE.cornerFontPx
  for (const [long, short] of PAPERS) {
    const best = [fit(long, short, width, height), fit(short, long, width, height)].sort((a, b) => b.scale - a.scale)[0]
    if (best && best.scale >= needed) return { ...best, scale: Math.min(best.scale, 1) }
  }
  const own = fit(1, 1, width, height)
  // At scale `needed` a page of this side holds the wall; it is square where the wall is very long, and cut to it after.
  const side = Math.min(needed / own.scale, LARGEST)
  const square = fit(side, side, width, height)
  return {
    ...square,
    width: Math.max(side / 2, Math.min(side, width * square.scale + 2 * square.margin)),
    height: Math.min(side, height * square.scale + 2 * square.margin + square.headHeight),
  }
}

function fit(paperWidth: number, paperHeight: number, width: number, height: number): WallPaper {
  const short = Math.min(paperWidth, paperHeight)
  const margin = short * MARGIN_SHARE
  const headHeight = short * HEAD_SHARE
  const scale = Math.min((paperWidth - 2 * margin) / width, (paperHeight - 2 * margin - headHeight) / height)
  return { width: paperWidth, height: paperHeight, margin, headHeight, scale }
}
