import { detailAtRest } from './levelOfDetail.ts'
import type { HungNote } from './noteIndex.ts'

/** Notes that are mere specks are painted as wholes of pixels: to grow by less changes one of them at most, in CSS pixels. */
const LEAST_PX = 1.5

/** Whether other type changes what is seen: of notes that are too small to be read, their size and the bars for their lines. */
export function looksOther(before: HungNote, now: HungNote | undefined, zoom: number): boolean {
  const detail = detailAtRest(zoom)
  if (!now || detail === 'text') return true
  if (detail === 'paper') return Math.abs(before.height - now.height) * zoom > LEAST_PX
  if (before.height !== now.height) return true
  const [old, lines] = [before.layout.lines, now.layout.lines]
  return before.layout.fontPx !== now.layout.fontPx || old.length !== lines.length || old.some(({ text }, i) => text.length !== lines[i]?.text.length)
}
