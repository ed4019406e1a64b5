/** One file of type: the same bytes serve @font-face, canvas, the PDF worker and Node. */
export interface FontFile {
  readonly family: 'Noto Sans' | 'Noto Sans Arabic' | 'Noto Sans SC'
  readonly weight: 400 | 700
  /** Its name in client/generated/fonts, where `npm run assets` puts it. */
  readonly file: string
  /** What it is there for, first and last character; the first file of the list that has a character draws it. */
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

const LATIN_CYRILLIC_GREEK: FontFile['ranges'] = [
  [0x0020, 0x052f],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
  [0x25a0, 0x25ff],
  [0xfb00, 0xfb06],
  [0xfffc, 0xfffd],
]
const ARABIC: FontFile['ranges'] = [
  [0x0600, 0x06ff],
  [0x0750, 0x077f],
  [0x08a0, 0x08ff],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
]
const CHINESE: FontFile['ranges'] = [
  [0x2e80, 0x312f],
  [0x31c0, 0x31ef],
  [0x3200, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
]

/** In the order in which they are asked for a character. Chinese comes in one weight, which serves as bold too. */
export const FONT_FILES: readonly FontFile[] = [
  { family: 'Noto Sans', weight: 400, file: 'NotoSans-400.ttf', ranges: LATIN_CYRILLIC_GREEK },
  { family: 'Noto Sans', weight: 700, file: 'NotoSans-700.ttf', ranges: LATIN_CYRILLIC_GREEK },
  { family: 'Noto Sans Arabic', weight: 400, file: 'NotoSansArabic-400.ttf', ranges: ARABIC },
  { family: 'Noto Sans Arabic', weight: 700, file: 'NotoSansArabic-700.ttf', ranges: ARABIC },
  { family: 'Noto Sans SC', weight: 400, file: 'NotoSansSC-400.ttf', ranges: CHINESE },
]

/** The files a text needs; those of the first family always, as every page has digits and spaces. */
export function fontFilesFor(text: string): readonly FontFile[] {
  const needed = new Set<FontFile['family']>(['Noto Sans'])
  for (const { family, ranges } of FONT_FILES) {
    if (!needed.has(family) && anyCharacterIn(text, ranges)) needed.add(family)
  }
  return FONT_FILES.filter((file) => needed.has(file.family))
}

function anyCharacterIn(text: string, ranges: FontFile['ranges']): boolean {
  // All ranges lie in the basic plane, so code units do.
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (ranges.some(([first, last]) => unit >= first && unit <= last)) return true
  }
  return false
}
