import bidiFactory, { type Bidi } from 'bidi-js'
import { familiesFor, FONT_FILES } from '../layout/fontFiles.ts'
import type { TextDirection } from '../layout/textDirection.ts'
import { piecesFromRight, splitAccents, type Piece } from './findable.ts'
import { FontFace, type Cluster, type HarfBuzzModule } from './FontFace.ts'

export type FontWeight = 400 | 700

/** Neighbouring clusters of one font and direction. */
export interface TextRun {
  readonly face: FontFace
  readonly clusters: readonly Cluster[]
  /** Distance from the left end of the line, in em. */
  readonly x: number
  /** What it is to readers that ask for it, where its codes say more. */
  readonly actualText?: string
}

/** In which order fonts are asked: Japanese has shapes of its own for characters that it shares with Chinese. */
type FaceOrder = FontWeight | `ja${FontWeight}`

export interface SetLine {
  readonly runs: readonly TextRun[]
  /** In em. */
  readonly width: number
}

interface Drawn {
  readonly face: FontFace
  readonly kind: 'text' | 'crowded' | 'missing'
  readonly script: string
}

interface Item extends Drawn {
  text: string
  readonly level: number
}

/** Letters under more accents than this are shaped accent by accent. */
const CROWDED = 24

/** Sets lines of text in the wall's fonts: chooses the font of each character, orders directions, shapes. */
export class Typesetter {
  readonly #faces: (order: FaceOrder) => readonly FontFace[]
  readonly #bidi: Bidi = bidiFactory()
  readonly #graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  readonly #firstFace: FontFace
  readonly #known: Readonly<Record<FaceOrder, Map<string, Drawn>>> = { 400: new Map(), 700: new Map(), ja400: new Map(), ja700: new Map() }
  readonly #lines = new Map<string, SetLine>()
  readonly #widths: Readonly<Record<FontWeight, Map<string, number>>> = { 400: new Map(), 700: new Map() }

  /**
   * @param fonts bytes by file name (see FONT_FILES); a script whose file is not there is drawn as boxes, its text is found
   * @throws Error if none is there, or one is no TrueType font
   */
  constructor(harfBuzz: HarfBuzzModule, fonts: ReadonlyMap<string, Uint8Array>) {
    const loaded = FONT_FILES.flatMap((file) => {
      const bytes = fonts.get(file.file)
      return bytes ? [{ ...file, face: new FontFace(harfBuzz, file.file.replace(/\.ttf$/, ''), bytes) }] : []
    })
    const first = loaded[0]
    if (!first) throw new Error(`None of the fonts is there: ${FONT_FILES.map(({ file }) => file).join(', ')}`)
    this.#firstFace = first.face
    const inOrder = (lang: string, weight: FontWeight): readonly FontFace[] =>
      familiesFor(lang).flatMap((family) => {
        const ofFamily = loaded.filter((font) => font.family === family)
        return (ofFamily.find((font) => font.weight === weight) ?? ofFamily[0])?.face ?? []
      })
    const orders: Readonly<Record<FaceOrder, readonly FontFace[]>> = { 400: inOrder('und', 400), 700: inOrder('und', 700), ja400: inOrder('ja', 400), ja700: inOrder('ja', 700) }
    this.#faces = (order) => orders[order]
  }

  /** Width in em; the same string is measured once. */
  measureEm(text: string, weight: FontWeight): number {
    const known = this.#widths[weight].get(text)
    if (known !== undefined) return known
    const { width } = this.#setLine(text, 'ltr', weight, 'und')
    this.#widths[weight].set(text, width)
    return width
  }

  /** The same line is set once: most lines of a record stand in several of its lists. @param text cleaned (`cleanText`), without a newline */
  setLine(text: string, { dir, weight, lang }: { dir: TextDirection; weight: FontWeight; lang: string }): SetLine {
    const key = `${dir} ${weight} ${lang} ${text}`
    const known = this.#lines.get(key)
    if (known) return known
    const line = this.#setLine(text, dir, weight, lang)
    this.#lines.set(key, line)
    return line
  }

  #setLine(text: string, dir: TextDirection, weight: FontWeight, lang: string): SetLine {
    const items = this.#itemize(text, dir, /^ja\b/i.test(lang) ? `ja${weight}` : weight)
    const shaped = items.map((item) => this.#shape(item, lang))
    const runs: (readonly PlacedRun[])[] = []
    let x = 0
    for (const index of visualOrder(items.map(({ level }) => level))) {
      const item = items[index]
      const clusters = shaped[index]
      if (!item || !clusters) continue
      // Kept at their place in the text: readers that follow the file's order then find sentences in theirs.
      const isForward = item.level % 2 === 0
      const perEm = item.face.trueType.unitsPerEm
      const pieces: readonly Piece[] = isForward ? [{ clusters, x: 0 }] : piecesFromRight(clusters)
      runs[index] = pieces.map((piece) => ({ ...piece, face: item.face, x: x + piece.x / perEm, end: x + (piece.x + widthOf(piece.clusters)) / perEm, isForward }))
      x += widthOf(clusters) / perEm
    }
    return { runs: joined(runs.flat()), width: x }
  }

  /** Cuts a line into stretches of one font, level and script; the first font that has a character draws it. */
  #itemize(text: string, dir: TextDirection, order: FaceOrder): readonly Item[] {
    const levels = dir === 'rtl' || MAY_RUN_BACKWARDS.test(text) ? this.#bidi.getEmbeddingLevels(text, dir).levels : undefined
    const items: Item[] = []
    for (const { segment, index } of SINGLES.test(text) ? eachUnit(text) : this.#graphemes.segment(text)) {
      const { face: own, kind, script } = this.#lookUp(segment, order)
      const level = levels?.[index] ?? 0
      const last = items.at(-1)
      // Between words from right to left a space in another font is lost to pdf.js: it reads such words one by one, from the left.
      const face = segment === ' ' && level % 2 === 1 && last?.level === level && last.face.covers(0x20) ? last.face : own
      const joins =
        last?.kind === kind && kind === 'text' && last.face === face && last.level === level && (last.script === script || !script)
      if (joins) last.text += segment
      else items.push({ text: segment, level, face, kind, script })
    }
    return items
  }

  /** How a grapheme is drawn; found out once, as a wall has a few hundred of them a hundred thousand times. */
  #lookUp(grapheme: string, order: FaceOrder): Drawn {
    const known = this.#known[order].get(grapheme)
    if (known) return known
    const face = this.#faceFor(grapheme, order)
    const kind = !face ? 'missing' : grapheme.length > CROWDED ? 'crowded' : 'text'
    const drawn: Drawn = { face: face ?? this.#firstFace, kind, script: scriptOf(grapheme) }
    this.#known[order].set(grapheme, drawn)
    return drawn
  }

  #faceFor(grapheme: string, order: FaceOrder): FontFace | undefined {
    const visible = Array.from(grapheme).filter((character) => !IGNORABLE.test(character))
    const inColour = COLOURED.test(grapheme)
    const has = (characters: readonly string[]) => {
      const able = this.#faces(order).filter((face) => characters.every((character) => face.covers(character.codePointAt(0) ?? 0)))
      // What has the form of text and that of an emoji is text, unless it says otherwise.
      return able.find(({ isColour }) => isColour === inColour) ?? able[0]
    }
    const whole = has(visible)
    // A letter stays a letter when only its accent is missing; an emoji of which one part is known would mislead.
    return whole ?? (EMOJI.test(grapheme) ? undefined : has(visible.slice(0, 1)))
  }

  #shape({ text, level, face, kind }: Item, lang: string): readonly Cluster[] {
    if (kind === 'missing') return [face.missing(text)]
    const rtl = level % 2 === 1
    const clusters = face.shape(text, { rtl, lang, finest: rtl || kind === 'crowded' })
    // Joiners and direction marks have done their work; as codes they would only stand between letters when searching.
    const seen = clusters.filter((cluster) => cluster.advance !== 0 || !ONLY_IGNORABLE.test(cluster.text))
    return rtl ? seen : splitAccents(seen)
  }
}

const widthOf = (clusters: readonly Cluster[]): number => clusters.reduce((sum, { advance }) => sum + advance, 0)

/** Texts in which every code unit is a grapheme: nothing that joins, nothing of two units. To find that out is quicker than a segmenter. */
const SINGLES = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u0621-\u064a\u0660-\u066f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u3000-\u3029\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff60]*$/

function* eachUnit(text: string): Iterable<{ segment: string; index: number }> {
  for (let index = 0; index < text.length; index++) yield { segment: text.charAt(index), index }
}

interface PlacedRun extends TextRun {
  /** In em. */
  readonly end: number
  readonly isForward: boolean
}

/** What is written one after the other in one font becomes one run: names in a line are kept apart only while it is put in order. */
function joined(runs: readonly PlacedRun[]): readonly TextRun[] {
  const whole: PlacedRun[] = []
  for (const run of runs) {
    // A mark that only steers direction leaves a run without anything in it.
    if (run.clusters.length === 0) continue
    const last = whole.at(-1)
    const follows = last?.face === run.face && last.isForward && run.isForward && Math.abs(last.end - run.x) < 1e-9
    if (follows) whole[whole.length - 1] = { ...last, clusters: [...last.clusters, ...run.clusters], end: run.end }
    else whole.push(run)
  }
  return whole
}

/** Right-to-left letters and digits, and the marks that steer direction: without any of them a line runs as it is written. */
const MAY_RUN_BACKWARDS = /[\u0590-\u08ff\u200e\u200f\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u
const ONLY_IGNORABLE = /^\p{Default_Ignorable_Code_Point}+$/u
const COLOURED = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\u20e3/u
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

/** Scripts that share a font and are still shaped apart, as browsers do; empty for what belongs to any. */
function scriptOf(grapheme: string): string {
  if (/^\p{Script=Cyrillic}/u.test(grapheme)) return 'cyrillic'
  if (/^\p{Script=Greek}/u.test(grapheme)) return 'greek'
  return /^\p{L}/u.test(grapheme) ? 'other' : ''
}

/** Rule L2 of UAX 9: from the highest level down, every stretch of that level or higher is turned round. */
function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, i) => i)
  for (let level = Math.max(0, ...levels); level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end++
      if (end === start) continue
      order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = end
    }
  }
  return order
}
