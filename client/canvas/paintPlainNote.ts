import { NOTE } from '#shared/layout/noteShape.ts'
import type { HungNote } from './noteIndex.ts'
import type { NoteInk } from './noteInk.ts'

/** About the width of a character, in em: bars need no more. */
const CHARACTER_EM = 0.5

/**
 * Paints a note whose text could not be read: its paper, and bars for the lines when asked.
 * @param context in device pixels
 * @param x @param y device pixel of the note's top left corner
 * @param scale device pixels a wall unit
 */
export function paintPlainNote(
  context: CanvasRenderingContext2D,
  { note: { kind }, layout, width, height }: HungNote,
  ink: NoteInk,
  [x, y]: readonly [x: number, y: number],
  scale: number,
  withBars: boolean,
): void {
  const right = Math.round(width * scale)
  const bottom = Math.round(height * scale)
  context.fillStyle = ink.edge[kind]
  context.fillRect(x, y, right, bottom)
  context.fillStyle = ink.paper[kind]
  if (right < 5) {
    context.fillRect(x, y, right, bottom - 1)
    return
  }
  context.fillRect(x + 1, y + 1, right - 2, bottom - 2)
  if (!withBars) return
  context.fillStyle = kind === 'need' ? 'rgba(31, 31, 31, 0.5)' : 'rgba(255, 255, 255, 0.65)'
  const thickness = Math.max(1, layout.fontPx * 0.4 * scale)
  const most = (NOTE.width - 2 * NOTE.padding) * scale
  for (const line of layout.lines) {
    const length = Math.min(most, line.text.length * layout.fontPx * CHARACTER_EM * scale)
    context.fillRect(x + line.x * scale - (line.align === 'right' ? length : 0), y + line.y * scale - thickness, length, thickness)
  }
}
