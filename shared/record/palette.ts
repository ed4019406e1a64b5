import type { Colour } from '../pdf/PdfPage.ts'
import type { NoteKind } from '../wall/schema.ts'

function rgb(hex: string): Colour {
  const channel = (at: number): number => parseInt(hex.slice(at, at + 2), 16) / 255
  return [channel(0), channel(2), channel(4)]
}

/** The colours of the wall, on paper; client/ui/theme.css has the same. */
export const NOTE_COLOURS: Readonly<Record<NoteKind, { paper: Colour; head: Colour; fold: Colour; edge: Colour; ink: Colour }>> = {
  need: { paper: rgb('ffe066'), head: rgb('f0d35c'), fold: rgb('fff1b3'), edge: rgb('b38f00'), ink: rgb('1f1f1f') },
  offer: { paper: rgb('d32f2f'), head: rgb('bb2828'), fold: rgb('e17373'), edge: rgb('8e1b1b'), ink: rgb('ffffff') },
}
export const PAPER = rgb('ffffff')
export const INK = rgb('1f1f1f')
export const INK_QUIET = rgb('57534a')
export const LINE = rgb('d9d5ca')
export const SURFACE = rgb('f8f7f3')
export const ACCENT = rgb('14594a')
export const ACCENT_QUIET = rgb('e3f0ec')
