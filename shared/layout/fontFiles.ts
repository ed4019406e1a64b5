type Ranges = readonly (readonly [first: number, last: number])[]

/** One file of type: the same bytes serve @font-face, canvas, the PDF worker and Node. */
export interface FontFile {
  readonly family:
    | 'Noto Sans'
    | 'Noto Sans Arabic'
    | 'Noto Sans Thai'
    | 'Noto Sans Devanagari'
    | 'Noto Sans Khmer'
    | 'Noto Sans Ethiopic'
    | 'Noto Sans SC'
    | 'Noto Sans JP'
    | 'Twemoji'
  readonly weight: 400 | 700
  /** Its name in client/generated/fonts, where `npm run assets` puts it. */
  readonly file: string
  /** What it is there for, first and last character; the first file of the list that has a character draws it. */
  readonly ranges: Ranges
  /** What it draws in company of those only: joiners, and marks that choose a form. */
  readonly joiners?: Ranges
  /** Of these alone a text needs the file, though its ranges are wider: Chinese and Japanese share most characters. */
  readonly askedForBy?: Ranges
}

const LATIN_CYRILLIC_GREEK: Ranges = [
  [0x0020, 0x052f],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
  [0x25a0, 0x25ff],
  [0xfb00, 0xfb06],
  [0xfffc, 0xfffd],
]
const ARABIC: Ranges = [
  [0x0600, 0x06ff],
  [0x0750, 0x077f],
  [0x08a0, 0x08ff],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
]
const THAI: Ranges = [[0x0e00, 0x0e7f]]
const DEVANAGARI: Ranges = [
  [0x0900, 0x097f],
  [0x1cd0, 0x1cff],
  [0xa8e0, 0xa8ff],
]
const KHMER: Ranges = [
  [0x1780, 0x17ff],
  [0x19e0, 0x19ff],
]
const ETHIOPIC: Ranges = [
  [0x1200, 0x139f],
  [0x2d80, 0x2ddf],
  [0xab00, 0xab2f],
]
const CHINESE: Ranges = [
  [0x2e80, 0x312f],
  [0x31c0, 0x31ef],
  [0x3200, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
]
/** Not the digits that a keycap is made of: every page has digits. */
const EMOJI: Ranges = [
  [0x20e3, 0x20e3],
  [0x2300, 0x23ff],
  [0x24c2, 0x24c2],
  [0x2600, 0x27bf],
  [0x2934, 0x2935],
  [0x2b05, 0x2b55],
  [0x1f000, 0x1faff],
]
const KANA: Ranges = [[0x3041, 0x30ff]]
/** Joiners keep Indic and Khmer letters apart or together; the circle carries a sign that stands alone. */
const INDIC_JOINERS: Ranges = [
  [0x200b, 0x200d],
  [0x25cc, 0x25cc],
]
/** As wide as that of Noto Sans. A word and the space after it in one font are one piece of text to whoever reads a PDF. */
const SPACE: Ranges = [[0x20, 0x20]]
/** Joiner, colour form, and the letters that flags of regions are spelt with. */
const EMOJI_JOINERS: Ranges = [
  [0x200d, 0x200d],
  [0xfe0f, 0xfe0f],
  [0xe0020, 0xe007f],
]

const both = (family: FontFile['family'], more: Pick<FontFile, 'ranges' | 'joiners' | 'askedForBy'>): readonly FontFile[] =>
  ([400, 700] as const).map((weight) => ({ family, weight, file: `${family.replaceAll(' ', '')}-${weight}.ttf`, ...more }))

/** In the order in which they are asked for a character; a Japanese text asks Noto Sans JP before SC. */
export const FONT_FILES: readonly FontFile[] = [
  ...both('Noto Sans', { ranges: LATIN_CYRILLIC_GREEK }),
  ...both('Noto Sans Arabic', { ranges: ARABIC, joiners: SPACE }),
  ...both('Noto Sans Thai', { ranges: THAI, joiners: INDIC_JOINERS }),
  ...both('Noto Sans Devanagari', { ranges: DEVANAGARI, joiners: INDIC_JOINERS }),
  ...both('Noto Sans Khmer', { ranges: KHMER, joiners: INDIC_JOINERS }),
  ...both('Noto Sans Ethiopic', { ranges: ETHIOPIC }),
  ...both('Noto Sans SC', { ranges: CHINESE }),
  ...both('Noto Sans JP', { ranges: CHINESE, askedForBy: KANA }),
  { family: 'Twemoji', weight: 400, file: 'Twemoji.ttf', ranges: EMOJI, joiners: EMOJI_JOINERS },
]

/** The families in the order in which they are asked for a character of a text in this language (BCP 47 tag). */
export function familiesFor(lang: string): readonly FontFile['family'][] {
  const families = [...new Set(FONT_FILES.map(({ family }) => family))]
  if (!/^ja\b/i.test(lang)) return families
  // The same character has another shape in Japan.
  return families.flatMap((family) => (family === 'Noto Sans SC' ? ['Noto Sans JP', family] as const : family === 'Noto Sans JP' ? [] : [family]))
}

/** Files small enough to be brought ahead, for notes that are written when the line is gone; Chinese and Japanese are not. */
export const SMALL_FONT_FILES: readonly FontFile[] = FONT_FILES.filter(({ ranges }) => ranges !== CHINESE)

const FIRST_FAMILY: FontFile['family'] = 'Noto Sans'
const FIRST_FILES = FONT_FILES.filter(({ family }) => family === FIRST_FAMILY)
/** Most text of most walls has none of these, and needs no file but those of the first family. */
const BEYOND_LATIN = /[^\0-\u052f]/
/** What finds the characters that ask for a file. An expression looks through a text ten times as fast as a loop does. */
const ASKS = new Map(FONT_FILES.filter(({ family }) => family !== FIRST_FAMILY).map(({ family, ranges, askedForBy }) => [family, anyOf(askedForBy ?? ranges)]))

/** The files a text needs; those of the first family always, as every page has digits and spaces. */
export function fontFilesFor(text: string): readonly FontFile[] {
  if (!BEYOND_LATIN.test(text)) return FIRST_FILES
  return FONT_FILES.filter(({ family }) => ASKS.get(family)?.test(text) ?? true)
}

function anyOf(ranges: Ranges): RegExp {
  const escaped = (code: number): string => `\\u{${code.toString(16)}}`
  return new RegExp(`[${ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join('')}]`, 'u')
}
