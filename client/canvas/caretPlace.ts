import type { NoteLayout, PlacedLine } from '#shared/layout/layoutNote.ts'

/** Where a caret stands: in which line of the laid-out text, and after which of its words. */
interface CaretPlace {
  readonly row: number
  readonly line: PlacedLine
  /** What stands before it in its line. */
  readonly before: string
}

/**
 * Finds a place of the text in its lines. Spaces at which a line was broken stand in no line: a caret in them is at the end.
 * @param offset in UTF-16 code units; beyond the end it is at the end
 * @returns `undefined` where there is no line
 */
export function caretPlace(text: string, { lines }: Pick<NoteLayout, 'lines'>, offset: number): CaretPlace | undefined {
  let from = 0
  for (const [row, line] of lines.entries()) {
    const found = text.indexOf(line.text, from)
    const start = found === -1 ? from : found
    from = start + line.text.length
    if (offset <= from || row === lines.length - 1) return { row, line, before: line.text.slice(0, Math.max(0, offset - start)) }
  }
  return undefined
}
