import type { Detail } from './levelOfDetail.ts'
import type { HungNote } from './noteIndex.ts'

/** Whether other type changes what is seen: of notes that are too small to be read, their size and the bars for their lines. */
export function looksOther(before: HungNote, now: HungNote | undefined, detail: Detail): boolean {
  if (!now || detail === 'text' || before.height !== now.height) return true
  if (detail === 'paper') return false
  const [old, lines] = [before.layout.lines, now.layout.lines]
  return before.layout.fontPx !== now.layout.fontPx || old.length !== lines.length || old.some(({ text }, i) => text.length !== lines[i]?.text.length)
}
