import type { NoteLayout, PlacedLine } from '#shared/layout/layoutNote.ts'
import { NOTE_FOLD } from '#shared/layout/noteFold.ts'
import { NOTE } from '#shared/layout/noteShape.ts'
import type { Note, NoteKind } from '#shared/wall/schema.ts'
import { fontOf } from './inkMeasure.ts'
import type { NoteInk } from './noteInk.ts'

/** Room around a note for its shadow, in wall units. */
export const SHADOW_ROOM = 12

interface PaintedNote {
  readonly note: Note
  readonly layout: NoteLayout
}

/**
 * Paints one note as paper: shadow, sheet with a folded corner, strip with the kind's sign and word, text, corner.
 * @param context its origin is the note's top left corner, its unit the wall unit
 * @param withText `false` while the text is being written in a field above it
 * @param lifted held above the wall: the shadow falls farther
 */
export function paintNote(
  context: CanvasRenderingContext2D,
  { note, layout }: PaintedNote,
  ink: NoteInk,
  { withText = true, lifted = false }: { withText?: boolean; lifted?: boolean } = {},
): void {
  const { kind } = note
  paintPaper(context, layout, kind, ink, lifted)
  paintHead(context, note, ink)
  context.fillStyle = ink.letters[kind]
  context.textBaseline = 'alphabetic'
  if (withText) {
    context.font = fontOf(layout.fontPx, 400, note.lang)
    for (const line of layout.lines) if (line.text) paintLine(context, line)
  }
  for (const piece of layout.corner) {
    context.font = fontOf(NOTE.cornerFontPx, piece.weight, note.lang)
    paintLine(context, piece)
  }
}

function paintPaper(context: CanvasRenderingContext2D, { width, height }: NoteLayout, kind: NoteKind, ink: NoteInk, lifted: boolean): void {
  const { mirrored } = ink
  const side = NOTE_FOLD[kind]
  // Drawn with the fold on the right; for a reader from right to left it is on the left.
  const x = (fromLeft: number): number => (mirrored ? width - fromLeft : fromLeft)
  const sheet = new Path2D()
  const fold = new Path2D()
  sheet.moveTo(x(0), 0)
  if (kind === 'need') {
    sheet.lineTo(x(width), 0)
    sheet.lineTo(x(width), height - side)
    sheet.lineTo(x(width - side), height)
    fold.moveTo(x(width), height - side)
    fold.lineTo(x(width - side), height - side)
    fold.lineTo(x(width - side), height)
  } else {
    sheet.lineTo(x(width - side), 0)
    sheet.lineTo(x(width), side)
    sheet.lineTo(x(width), height)
    fold.moveTo(x(width - side), 0)
    fold.lineTo(x(width - side), side)
    fold.lineTo(x(width), side)
  }
  sheet.lineTo(x(0), height)
  sheet.closePath()
  fold.closePath()

  paintShadow(context, sheet, lifted)
  context.fillStyle = ink.paper[kind]
  context.fill(sheet)
  // The gummed strip at the back shows through.
  context.fillStyle = kind === 'need' ? 'rgba(120, 84, 0, 0.10)' : 'rgba(60, 0, 0, 0.16)'
  const stripEnd = kind === 'need' ? width : width - side
  context.fillRect(mirrored ? width - stripEnd : 0, 0, stripEnd, NOTE.headHeight)
  if (kind === 'offer') context.fillRect(x(mirrored ? width : width - side), side, side, NOTE.headHeight - side)
  context.fillStyle = kind === 'need' ? 'rgba(255, 255, 255, 0.55)' : 'rgba(255, 255, 255, 0.32)'
  context.fill(fold)
  context.lineWidth = 1
  context.strokeStyle = ink.edge[kind]
  context.stroke(sheet)
  context.stroke(fold)
}

/** The sheet's own shape, twice, translucent: a blurred shadow costs a hundred times as much. */
function paintShadow(context: CanvasRenderingContext2D, sheet: Path2D, lifted: boolean): void {
  context.fillStyle = 'rgba(48, 40, 20, 0.12)'
  for (const down of lifted ? [3, 9] : [1.5, 3.5]) {
    context.translate(0, down)
    context.fill(sheet)
    context.translate(0, -down)
  }
}

const HEAD_FONT_PX = 12

function paintHead(context: CanvasRenderingContext2D, { kind, writtenBy: pencil, withheld, imported }: Note, ink: NoteInk): void {
  // Who held the pen; else that it was brought in, and the list says from where.
  const writtenBy = pencil ?? (imported === undefined ? undefined : ink.importedWord)
  const { mirrored } = ink
  const from = (start: number): number => (mirrored ? NOTE.width - start : start)
  const middle = NOTE.headHeight / 2
  context.strokeStyle = ink.letters[kind]
  context.fillStyle = ink.letters[kind]
  paintSign(context, kind, from(NOTE.padding + 5), middle)
  context.textBaseline = 'alphabetic'
  context.direction = mirrored ? 'rtl' : 'ltr'
  context.textAlign = mirrored ? 'right' : 'left'
  context.font = fontOf(HEAD_FONT_PX, 700)
  const word = ink.kindWord[kind]
  const wordStart = NOTE.padding + 16
  context.fillText(word, from(wordStart), middle + 4.3)
  const penStart = wordStart + context.measureText(word).width + 12
  const end = NOTE.width - NOTE_FOLD.offer - 4
  context.lineWidth = 1.2
  // With a name beside it there is room for the sign alone; the list and the forms have the word.
  const room = withheld ? paintWithheld(context, ink, { from, start: penStart, end, middle, withWord: !writtenBy }) : end
  if (!writtenBy) return
  context.stroke(pen(from(penStart + 4), middle))
  context.font = fontOf(HEAD_FONT_PX - 1, 400)
  // A name is never cut: a long one is set narrower.
  context.fillText(writtenBy, from(penStart + 13), middle + 4, room - penStart - 13)
}

interface HeadEnd {
  /** From the side where reading starts to the canvas's left. */
  readonly from: (start: number) => number
  readonly start: number
  readonly end: number
  readonly middle: number
  readonly withWord: boolean
}

/** An eye that is crossed out, at the end of the strip, and the word before it. @returns where the room for others ends */
function paintWithheld(context: CanvasRenderingContext2D, ink: NoteInk, { from, start, end, middle, withWord }: HeadEnd): number {
  const eye = end - 7
  context.stroke(crossedEye(from(eye), middle))
  if (!withWord) return eye - 11
  context.font = fontOf(HEAD_FONT_PX - 2, 700)
  const room = eye - 10 - start
  const width = Math.min(room, context.measureText(ink.withheldWord).width)
  context.fillText(ink.withheldWord, from(eye - 10 - width), middle + 3.7, room)
  return eye - 14 - width
}

function crossedEye(x: number, y: number): Path2D {
  const path = new Path2D()
  path.moveTo(x - 6, y)
  path.quadraticCurveTo(x, y - 7, x + 6, y)
  path.quadraticCurveTo(x, y + 7, x - 6, y)
  path.moveTo(x + 1.8, y)
  path.arc(x, y, 1.8, 0, 2 * Math.PI)
  path.moveTo(x - 5, y + 5)
  path.lineTo(x + 5, y - 5)
  return path
}

/** A ring has room in it, a full square gives: the same two signs as in lists and forms. */
function paintSign(context: CanvasRenderingContext2D, kind: NoteKind, x: number, y: number): void {
  if (kind === 'offer') {
    context.fillRect(x - 4.5, y - 4.5, 9, 9)
    return
  }
  context.beginPath()
  context.arc(x, y, 4, 0, 2 * Math.PI)
  context.lineWidth = 2
  context.stroke()
}

function pen(x: number, y: number): Path2D {
  const path = new Path2D()
  path.moveTo(x - 4, y + 4)
  path.lineTo(x - 3, y + 1)
  path.lineTo(x + 2, y - 4)
  path.lineTo(x + 4, y - 2)
  path.lineTo(x - 1, y + 3)
  path.closePath()
  return path
}

function paintLine(context: CanvasRenderingContext2D, { text, dir, align, x, y }: PlacedLine): void {
  context.direction = dir
  context.textAlign = align
  context.fillText(text, x, y)
}
