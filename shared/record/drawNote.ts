import type { NoteLayout } from '../layout/layoutNote.ts'
import { NOTE_FOLD } from '../layout/noteFold.ts'
import { NOTE } from '../layout/noteShape.ts'
import { textDirection } from '../layout/textDirection.ts'
import type { PdfPage } from '../pdf/PdfPage.ts'
import type { Typesetter } from '../pdf/Typesetter.ts'
import { drawKindMark } from './drawKindMark.ts'
import { drawPaper } from './drawPaper.ts'
import { NOTE_COLOURS } from './palette.ts'
import type { PlacedNote } from './placedNote.ts'
import { setWords } from './setWords.ts'
import type { WallRecord } from './WallRecord.ts'

/** A note as it hangs on the wall. @param at its upper left corner in points; @param scale points to a wall unit */
export function drawNote(
  page: PdfPage,
  typesetter: Typesetter,
  { labels, dir }: WallRecord,
  { note, layout }: PlacedNote,
  { x, y, scale }: { x: number; y: number; scale: number },
): void {
  const { ink } = NOTE_COLOURS[note.kind]
  const width = layout.width * scale
  const rtl = dir === 'rtl'
  const height = layout.height * scale
  const mark = 10 * scale
  const padding = NOTE.padding * scale
  page.stamp(`note ${note.kind} ${height} ${scale}`, { x, y, width, height }, (stamp) => {
    drawPaper(stamp, note.kind, { x: 0, y: 0, width, height }, scale, rtl)
    drawKindMark(stamp, note.kind, { x: rtl ? width - padding - mark : padding, y: (NOTE.headHeight * scale - mark) / 2, size: mark, fill: ink })
  })

  // The strip: shape and word at the start, the number at the end, clear of an offer's fold.
  const size = NOTE.cornerFontPx * scale
  const baseline = y + NOTE.headHeight * scale * 0.5 + size * 0.36
  const word = setWords(typesetter, labels.kind[note.kind], 700, dir)
  const number = setWords(typesetter, String(note.number), 700, 'ltr')
  const end = (NOTE_FOLD.offer + 5) * scale
  const wordX = rtl ? x + width - padding - 1.6 * mark - word.width * size : x + padding + 1.6 * mark
  page.text(word, { x: wordX, y: baseline, size, fill: ink })
  page.text(number, { x: rtl ? x + end : x + width - end - number.width * size, y: baseline, size, fill: ink })

  const draw = (line: NoteLayout['lines'][number], fontPx: number, weight: 400 | 700, lang: string): void => {
    if (!line.text) return
    const set = typesetter.setLine(line.text, { dir: line.dir, weight, lang })
    const lineX = x + line.x * scale - (line.align === 'right' ? set.width * fontPx * scale : 0)
    page.text(set, { x: lineX, y: y + line.y * scale, size: fontPx * scale, fill: ink })
  }
  for (const line of layout.lines) draw(line, layout.fontPx, 400, note.lang)
  for (const line of layout.corner) draw(line, NOTE.cornerFontPx, line.weight, textDirection(line.text) === 'rtl' ? 'ar' : note.lang)
}
