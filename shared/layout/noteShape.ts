/**
 * The shape of a note, in wall units (1 unit is 1 CSS pixel at 100 %). From above: a strip with the kind's word and
 * shape, the text, the corner with who needs or offers it.
 */
export const NOTE = {
  width: 200,
  minHeight: 160,
  padding: 12,
  /** Height of the strip with the kind's word and shape. */
  headHeight: 26,
  /** Between strip and text, and at least between text and corner. */
  gap: 6,
  /** Height of a corner of one row, with the edge below it; each further row adds a `cornerLinePx`. */
  cornerHeight: 26,
  cornerFontPx: 12,
  cornerLinePx: 16,
  maxFontPx: 20,
  minFontPx: 13,
  /** Height of a line, as a multiple of the size of its type: room for Arabic vowel signs. */
  lineHeight: 1.36,
} as const
