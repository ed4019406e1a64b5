import { breakableParts } from './breakableParts.ts'
import { cleanText } from './cleanText.ts'
import { textDirection, type TextDirection } from './textDirection.ts'

/** Width of a string in em: multiply by the size of the type. */
export type MeasureEm = (text: string) => number

export interface TextLine {
  readonly text: string
  readonly dir: TextDirection
}

/** A text, measured once; it can then be wrapped at any width and size without measuring again. */
export interface MeasuredText {
  readonly paragraphs: readonly { readonly dir: TextDirection; readonly parts: readonly Part[] }[]
  readonly measure: MeasureEm
  /** Width in em of the widest part that no line may break. */
  readonly widestPart: number
}

interface Part {
  readonly text: string
  /** With the spaces at its end, in em. */
  readonly width: number
  /** Without them: what counts at the end of a line. */
  readonly inkWidth: number
}

/**
 * Cuts a text into paragraphs (at its own newlines) and parts (where lines may end), and measures the parts.
 * @param lang BCP 47 tag of the text
 * @param fallback direction of paragraphs without a strong character before the first that has one
 */
export function measureText(text: string, lang: string, measure: MeasureEm, fallback: TextDirection = 'ltr'): MeasuredText {
  let dir = fallback
  let widestPart = 0
  const paragraphs = cleanText(text).split('\n').map((paragraph) => {
    dir = textDirection(paragraph, dir)
    const parts = breakableParts(paragraph, lang).map((part) => {
      const ink = part.trimEnd()
      const inkWidth = ink ? measure(ink) : 0
      widestPart = Math.max(widestPart, inkWidth)
      return { text: part, width: ink.length === part.length ? inkWidth : inkWidth + measure(part.slice(ink.length)), inkWidth }
    })
    return { dir, parts }
  })
  return { paragraphs, measure, widestPart }
}

/**
 * Fills lines one after the other. A part wider than a line is broken between graphemes: nothing is ever cut off. No such line ends with a
 * hyphen: where one may, the part would have ended.
 * @param width of a line, in em
 * @returns the lines without the spaces at their ends; an empty paragraph is an empty line
 */
export function wrapText({ paragraphs, measure }: MeasuredText, width: number): readonly TextLine[] {
  const lines: TextLine[] = []
  for (const { dir, parts } of paragraphs) {
    let line = ''
    let lineWidth = 0
    const endLine = (): void => {
      lines.push({ text: line.trimEnd(), dir })
      line = ''
      lineWidth = 0
    }
    for (const part of parts) {
      if (line && lineWidth + part.inkWidth > width) endLine()
      if (part.inkWidth <= width) {
        line += part.text
        lineWidth += part.width
        continue
      }
      for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(part.text)) {
        const segmentWidth = measure(segment)
        if (line && lineWidth + segmentWidth > width && segment.trim()) {
          const ink = line.replace(/-+$/, '')
          const hyphens = ink ? line.slice(ink.length) : ''
          line = ink || line
          endLine()
          line = hyphens
          lineWidth = hyphens ? measure(hyphens) : 0
        }
        line += segment
        lineWidth += segmentWidth
      }
    }
    endLine()
  }
  return lines
}
