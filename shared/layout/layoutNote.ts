import { cleanText } from './cleanText.ts'
import { NOTE } from './noteShape.ts'
import { textDirection, type TextDirection } from './textDirection.ts'
import { measureText, wrapText, type MeasuredText, type TextLine } from './wrapText.ts'

/** Width in pixels of a string set in the wall's fonts at this size and weight. */
export type MeasureText = (text: string, fontPx: number, weight: 400 | 700) => number

export interface NoteText {
  readonly text: string
  /** BCP 47 tag of the text. */
  readonly lang: string
  readonly name: string
  /** The country's name in the reader's language. */
  readonly country: string
}

/**
 * A line where it is drawn: `x` is its left edge when `align` is `left`, its right edge when `right`; `y` is the
 * baseline. Both are in wall units from the note's top left corner.
 */
export interface PlacedLine {
  readonly text: string
  readonly dir: TextDirection
  readonly align: 'left' | 'right'
  readonly x: number
  readonly y: number
}

export interface NoteLayout {
  readonly width: number
  readonly height: number
  readonly fontPx: number
  readonly lineHeightPx: number
  /** Top edge of the first line's box: where a textarea over the note begins. */
  readonly textTop: number
  readonly lines: readonly PlacedLine[]
  /** The corner's pieces, set at `NOTE.cornerFontPx`: the name in bold, the country after it. */
  readonly corner: readonly (PlacedLine & { readonly weight: 400 | 700 })[]
}

/**
 * Lays a note out, the same for screen and paper: the text shrinks to fit the note's smallest height, then the note
 * grows. Nothing is ever left out, whatever its length.
 * @param measure is asked once for each part of the text, at one size; a cache in it makes repeated words free
 */
export const layoutNote = (note: NoteText, measure: MeasureText): NoteLayout => createLayout(measure)(note)

/** Lays out the notes of a wall, one after the other: the corners of those who have written several are laid out once. */
export function createLayout(measure: MeasureText): (note: NoteText) => NoteLayout {
  const innerWidth = NOTE.width - 2 * NOTE.padding
  const corners = new Map<string, ReturnType<typeof layoutCorner>>()
  const cornerOf = (name: string, country: string): ReturnType<typeof layoutCorner> => {
    const key = `${name}\n${country}`
    let corner = corners.get(key)
    if (!corner) corners.set(key, (corner = layoutCorner(name, country, innerWidth, measure)))
    return corner
  }
  const measurePart = (part: string): number => measureEm(part, 400, measure)

  return ({ text, lang, name, country }) => {
    const corner = cornerOf(name, country)
    const cornerHeight = NOTE.cornerHeight + (corner.rows - 1) * NOTE.cornerLinePx
    const textTop = NOTE.headHeight + NOTE.gap
    const around = textTop + NOTE.gap + cornerHeight

    const { fontPx, lines } = fitText(measureText(text, lang, measurePart), innerWidth, NOTE.minHeight - around)
    const lineHeightPx = fontPx * NOTE.lineHeight
    const height = Math.max(NOTE.minHeight, Math.ceil(around + lines.length * lineHeightPx))
    return {
      width: NOTE.width,
      height,
      fontPx,
      lineHeightPx,
      textTop,
      lines: lines.map((line, row) => place(line, textTop + row * lineHeightPx, fontPx, lineHeightPx)),
      corner: corner.pieces.map(({ row, weight, line, align }) => {
        const top = height - cornerHeight + row * NOTE.cornerLinePx
        return { ...place(line, top, NOTE.cornerFontPx, NOTE.cornerLinePx, align), weight }
      }),
    }
  }
}

/** The largest type that fits the height and breaks no word; at the smallest size the text takes the height it needs. */
function fitText(text: MeasuredText, width: number, height: number): { fontPx: number; lines: readonly TextLine[] } {
  for (let fontPx = NOTE.maxFontPx; fontPx > NOTE.minFontPx; fontPx--) {
    if (text.widestPart * fontPx > width) continue
    const lines = wrapText(text, width / fontPx)
    if (lines.length * fontPx * NOTE.lineHeight <= height) return { fontPx, lines }
  }
  return { fontPx: NOTE.minFontPx, lines: wrapText(text, width / NOTE.minFontPx) }
}

interface CornerPiece {
  readonly row: number
  readonly weight: 400 | 700
  readonly line: TextLine
  readonly align: 'left' | 'right'
}

/** Name and country on one row, at its two ends, where they fit; else one below the other, each as long as it is. */
function layoutCorner(name: string, country: string, width: number, measure: MeasureText) {
  const nameLine = oneLine(name)
  const countryLine = oneLine(country)
  const start = nameLine.dir === 'rtl' ? 'right' : 'left'
  const end = nameLine.dir === 'rtl' ? 'left' : 'right'
  const nameWidth = measureEm(nameLine.text, 700, measure) * NOTE.cornerFontPx
  const countryWidth = measureEm(countryLine.text, 400, measure) * NOTE.cornerFontPx
  if (nameWidth + countryWidth + NOTE.cornerFontPx <= width) {
    const pieces: readonly CornerPiece[] = [
      { row: 0, weight: 700, line: nameLine, align: start },
      { row: 0, weight: 400, line: countryLine, align: end },
    ]
    return { rows: 1, pieces }
  }
  const wrap = (line: TextLine, weight: 400 | 700) =>
    wrapText(measureText(line.text, 'und', (part) => measureEm(part, weight, measure)), width / NOTE.cornerFontPx)
      .map((wrapped) => ({ weight, line: wrapped, align: start } as const))
  const pieces = [...wrap(nameLine, 700), ...wrap(countryLine, 400)].map((piece, row): CornerPiece => ({ ...piece, row }))
  return { rows: pieces.length, pieces }
}

function oneLine(text: string): TextLine {
  const clean = cleanText(text).replace(/\s+/g, ' ').trim()
  return { text: clean, dir: textDirection(clean) }
}

function place(
  { text, dir }: TextLine,
  top: number,
  fontPx: number,
  lineHeightPx: number,
  align: 'left' | 'right' = dir === 'rtl' ? 'right' : 'left',
): PlacedLine {
  const x = align === 'right' ? NOTE.width - NOTE.padding : NOTE.padding
  return { text, dir, align, x, y: top + baselineIn(fontPx, lineHeightPx) }
}

/** Distance from the top of a line's box to its baseline, in the unit of its arguments: capitals stand in the middle. */
export const baselineIn = (fontPx: number, lineHeightPx: number): number => lineHeightPx / 2 + 0.36 * fontPx

/** Large enough that a browser's rounding to whole or half pixels does not show. */
const MEASURED_AT_PX = 100

const measureEm = (text: string, weight: 400 | 700, measure: MeasureText): number =>
  measure(text, MEASURED_AT_PX, weight) / MEASURED_AT_PX
