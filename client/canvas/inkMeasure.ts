import type { MeasureText } from '#shared/layout/layoutNote.ts'
import { fontStack } from '../ui/fonts.ts'

/** @param lang BCP 47 tag: it chooses shapes; widths are the same in all languages */
export const fontOf = (fontPx: number, weight: 400 | 700, lang = 'und'): string => `${weight} ${fontPx}px ${fontStack(lang)}`

/** Measures in the wall's typefaces. To be made anew when type has arrived: what it has measured once it remembers. */
export function createInkMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('This browser draws no canvas.')
  context.textRendering = 'geometricPrecision'
  /** By weight, size and text: one key of all three would cost more than the rest of laying a note out. */
  const known = { 400: new Map<number, Map<string, number>>(), 700: new Map<number, Map<string, number>>() }
  return (text, fontPx, weight) => {
    let widths = known[weight].get(fontPx)
    if (!widths) known[weight].set(fontPx, (widths = new Map<string, number>()))
    const before = widths.get(text)
    if (before !== undefined) return before
    context.font = fontOf(fontPx, weight)
    const { width } = context.measureText(text)
    widths.set(text, width)
    return width
  }
}
