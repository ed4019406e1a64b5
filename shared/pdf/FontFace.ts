import type * as HarfBuzz from 'harfbuzzjs'
import { subsetTrueType, type CodedGlyph, type GlyphPart } from './subsetTrueType.ts'
import { readTrueType, type TrueType } from './trueType.ts'

/** The module itself: the caller imports it, so that its WebAssembly is fetched only when a PDF is wanted. */
export type HarfBuzzModule = Pick<typeof HarfBuzz, 'Blob' | 'Face' | 'Font' | 'Buffer' | 'shape' | 'Direction'>

/** What cannot be told apart further: the glyphs that together stand for a stretch of text. Lengths in font units. */
export interface Cluster {
  readonly text: string
  readonly parts: readonly GlyphPart[]
  readonly advance: number
  /** What its code says that it advances, where that is neither its glyph's width nor `advance`: see `findable`. */
  readonly declared?: number
  /** Set by its face once it has been drawn. */
  code?: number
}

/** One colour of a glyph that has its own. */
export interface ColourLayer {
  /** As in SVG, in font units, y upwards: absolute M, L, Q, C and Z. */
  readonly outline: string
  /** Each 0...1; `undefined`: the colour of the text around. */
  readonly fill: readonly [red: number, green: number, blue: number] | undefined
}

// Levels of HarfBuzz clusters.
const GRAPHEMES = 0
const CHARACTERS = 2

/** Codes have two bytes; room is left for the components of composed glyphs. */
const MOST_CODES = 60_000

/**
 * One typeface of one PDF: shapes text, and gives each pair of (glyphs, text) a code of its own, so that every code says
 * exactly which text it stands for, however the glyphs were put together.
 */
export class FontFace {
  readonly name: string
  readonly trueType: TrueType
  /** Its glyphs have colours of their own (COLR), which no text font of a PDF can have: see `addColourFonts`. */
  readonly isColour: boolean
  readonly #harfBuzz: HarfBuzzModule
  readonly #face: HarfBuzz.Face
  readonly #font: HarfBuzz.Font
  readonly #buffer: HarfBuzz.Buffer
  readonly #covered: ReadonlySet<number>
  readonly #codes = new Map<string, number>()
  readonly coded: (CodedGlyph & { readonly text: string })[] = []

  /**
   * @param name PostScript name
   * @throws Error if the bytes are no TrueType font
   */
  constructor(harfBuzz: HarfBuzzModule, name: string, bytes: Uint8Array) {
    this.name = name
    this.trueType = readTrueType(bytes)
    this.#harfBuzz = harfBuzz
    this.isColour = this.trueType.table('COLR') !== undefined
    const face = (this.#face = new harfBuzz.Face(new harfBuzz.Blob(bytes)))
    this.#font = new harfBuzz.Font(face)
    this.#buffer = new harfBuzz.Buffer()
    this.#covered = new Set(face.collectUnicodes())
  }

  covers(codePoint: number): boolean {
    return this.#covered.has(codePoint)
  }

  /**
   * @param finest splits accents from their letters, also where the font draws them in another order: right-to-left text is then found as it was written, and a letter
   *   under a thousand accents stays within what a font can hold
   * @returns the clusters of `text` from left to right
   */
  shape(text: string, { rtl, lang, finest }: { rtl: boolean; lang: string; finest: boolean }): readonly Cluster[] {
    const buffer = this.#buffer
    buffer.reset()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    buffer.setDirection(rtl ? this.#harfBuzz.Direction.RTL : this.#harfBuzz.Direction.LTR)
    buffer.setLanguage(lang)
    buffer.setClusterLevel(finest ? CHARACTERS : GRAPHEMES)
    this.#harfBuzz.shape(this.#font, buffer)
    const positions = buffer.getGlyphPositions()
    const clusters: { start: number; parts: GlyphPart[]; advance: number }[] = []
    for (const [i, { codepoint: glyph, cluster: start }] of buffer.getGlyphInfos().entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
      let cluster = clusters.at(-1)
      if (cluster?.start !== start) clusters.push((cluster = { start, parts: [], advance: 0 }))
      cluster.parts.push({ glyph, x: cluster.advance + xOffset, y: yOffset })
      cluster.advance += xAdvance
    }
    const starts = clusters.map(({ start }) => start).sort((a, b) => a - b)
    const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]))
    const shaped = clusters.map(({ start, parts, advance }) => ({ text: text.slice(start, ends.get(start)), parts, advance }))
    return rtl ? togetherWithTheirGlyph(shaped) : shaped
  }

  /** The box for what this font cannot draw; the text stays, and is found. */
  missing(text: string): Cluster {
    return { text, parts: [{ glyph: 0, x: 0, y: 0 }], advance: this.trueType.advance(0) }
  }

  /** @returns the code of a cluster, 1...; 0 (the box) when a hostile wall has used them all up */
  codeOf(cluster: Cluster): number {
    return (cluster.code ??= this.#codeFor(cluster))
  }

  #codeFor({ text, parts, advance, declared }: Cluster): number {
    let key = declared === undefined ? text : `${text}\u0000\u0000${declared}`
    for (const { glyph, x, y } of parts) key += `\u0000${glyph},${x},${y}`
    const known = this.#codes.get(key)
    if (known !== undefined) return known
    if (this.coded.length >= MOST_CODES) return 0
    const only = parts.length === 1 ? parts[0] : undefined
    // Kerning is no part of the glyph: the width is the font's own, and the line moves what differs.
    this.coded.push({ text, parts, advance: declared ?? (only ? this.trueType.advance(only.glyph) : Math.max(0, advance)) })
    this.#codes.set(key, this.coded.length)
    return this.coded.length
  }

  advanceOf(code: number): number {
    return this.coded[code - 1]?.advance ?? this.trueType.advance(0)
  }

  /** What a glyph is painted of, from the back to the front. */
  layersOf(glyph: number): readonly ColourLayer[] {
    const layers = this.#face.getGlyphColorLayers(glyph)
    if (layers.length === 0) return [{ outline: this.#font.glyphToPath(glyph), fill: undefined }]
    const colours = this.#face.getColorPalettes()[0]?.colors ?? []
    return layers.map(({ glyph: part, colorIndex }) => {
      const colour = colorIndex === undefined ? undefined : colours[colorIndex]
      return { outline: this.#font.glyphToPath(part), fill: colour && [colour.red / 255, colour.green / 255, colour.blue / 255] }
    })
  }

  subset(): Uint8Array {
    return subsetTrueType(this.trueType, this.coded)
  }
}

/**
 * Two accents that are one glyph, such as doubling and vowel, have the place of one of them: the other would stay with the letter before and be turned round with it.
 * @param clusters from left to right, of text from right to left
 */
function togetherWithTheirGlyph(clusters: readonly Cluster[]): readonly Cluster[] {
  return clusters.map((cluster, i) => {
    const letter = clusters[i + 1]
    const own = cluster.text
    const accents = ACCENTS.test(own) ? (letter?.text.match(LETTER_WITH_ACCENTS)?.[2] ?? '') : ''
    if (accents) return { ...cluster, text: accents + own }
    const [, alone, with_ = ''] = own.match(LETTER_WITH_ACCENTS) ?? []
    return alone && with_ && ACCENTS.test(clusters[i - 1]?.text ?? '') ? { ...cluster, text: alone } : cluster
  })
}

const ACCENTS = /^\p{Mn}+$/u
const LETTER_WITH_ACCENTS = /^(\P{Mn}+)(\p{Mn}+)$/u
