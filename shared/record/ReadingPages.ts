import type { TextDirection } from '../layout/textDirection.ts'
import { measureText, wrapText, type TextLine } from '../layout/wrapText.ts'
import type { PdfDocument } from '../pdf/PdfDocument.ts'
import type { Colour, PdfPage } from '../pdf/PdfPage.ts'
import type { Tag } from '../pdf/StructureTree.ts'
import type { FontWeight, SetLine, Typesetter } from '../pdf/Typesetter.ts'
import { ACCENT, INK, INK_QUIET, LINE } from './palette.ts'
import { setWords } from './setWords.ts'

const A4 = { width: 595.28, height: 841.89 }
const MARGIN = { side: 54, top: 54, bottom: 62 }
const LEADING = 1.4

export interface TextStyle {
  /** In points. */
  readonly size: number
  readonly weight?: FontWeight
  readonly fill?: Colour
  /** Distance from the side where reading starts, in points. */
  readonly indent?: number
  /** Kept free at the other side, in points. */
  readonly endIndent?: number
  /**
   * `page`: the record's own words, in the record's direction. `own`: what somebody wrote, in its direction. `ownSide`: the
   * same, and from the side where it starts.
   */
  readonly runs?: 'page' | 'own' | 'ownSide'
  /** BCP 47 tag, where it is not the record's own language. */
  readonly lang?: string
  /** `inherit`: part of the element around it, whose language it has. */
  readonly tag?: Tag | 'inherit'
  /** Space below, in points. */
  readonly after?: number
}

/** A column of text on A4 that flows from page to page, from the right in a right-to-left record. Lengths in points. */
export class ReadingPages {
  readonly width = A4.width - 2 * MARGIN.side
  readonly #document: PdfDocument
  readonly #typesetter: Typesetter
  readonly #dir: TextDirection
  readonly #scale: number
  readonly #pages: PdfPage[] = []
  readonly #chapters: { title: string; page: PdfPage; y: number }[] = []
  readonly #broken = new Map<string, readonly TextLine[]>()
  #page: PdfPage
  #y = MARGIN.top

  /** @param scale how many times larger than A4 the paper is; all lengths stay those of A4 */
  constructor(document: PdfDocument, typesetter: Typesetter, dir: TextDirection, scale = 1) {
    this.#scale = scale
    this.#document = document
    this.#typesetter = typesetter
    this.#dir = dir
    this.#page = this.#addPage()
  }

  get page(): PdfPage {
    return this.#page
  }

  /** Distance of the next thing drawn from the page's upper edge. */
  get y(): number {
    return this.#y
  }

  /** Down to the foot of the page, in points. */
  get roomLeft(): number {
    return A4.height - MARGIN.bottom - this.#y
  }

  get dir(): TextDirection {
    return this.#dir
  }

  space(height: number): void {
    this.#y += height
  }

  /** Goes to where this much is left above the page's foot, if it is below what has been drawn. */
  toFoot(height: number): void {
    this.#y = Math.max(this.#y + 10, A4.height - MARGIN.bottom - height)
  }

  /** Starts a page if less than this is left of the current one; what is higher than a page has to break anyway. */
  need(height: number): void {
    const room = A4.height - MARGIN.top - MARGIN.bottom
    if (this.#y > MARGIN.top && this.#y + Math.min(height, room) > A4.height - MARGIN.bottom) this.newPage()
  }

  newPage(): void {
    this.#page = this.#addPage()
    this.#y = MARGIN.top
  }

  /** From the side where reading starts to a place on the page. @param width of what stands there */
  left(indent: number, width: number): number {
    return this.#dir === 'rtl' ? A4.width - MARGIN.side - indent - width : MARGIN.side + indent
  }

  /** Broken once: to learn its height, to be drawn, and again in other lists. */
  lines(text: string, style: TextStyle): readonly TextLine[] {
    const { size, weight = 400, indent = 0, endIndent = 0, lang = 'und', runs = 'page' } = style
    const key = `${size} ${weight} ${indent} ${endIndent} ${lang} ${runs} ${text}`
    const known = this.#broken.get(key)
    if (known) return known
    const lines = this.#breakLines(text, style)
    this.#broken.set(key, lines)
    return lines
  }

  #breakLines(text: string, style: TextStyle): readonly TextLine[] {
    const { size, weight = 400, indent = 0, endIndent = 0, lang = 'und', runs = 'page' } = style
    const measured = measureText(text, lang, (part) => this.#typesetter.measureEm(part, weight), this.#dir)
    const lines = wrapText(measured, (this.width - indent - endIndent) / size)
    return runs === 'page' ? lines.map((line) => ({ ...line, dir: this.#dir })) : lines
  }

  heightOf(text: string, style: TextStyle): number {
    return this.lines(text, style).length * style.size * LEADING + (style.after ?? 0)
  }

  /** A paragraph; it breaks over pages between its lines. `beside` is drawn at each line, for a bar along the text. */
  paragraph(text: string, style: TextStyle, beside?: (page: PdfPage, y: number, height: number) => void): void {
    const { size, weight = 400, fill = INK, indent = 0, endIndent = 0, lang, tag = 'P', after = 0, runs } = style
    const width = this.width - indent - endIndent
    const left = this.left(indent, width)
    const lineHeight = size * LEADING
    const draw = (): void => {
      for (const line of this.lines(text, style)) {
        if (this.#y + lineHeight > A4.height - MARGIN.bottom) this.newPage()
        beside?.(this.#page, this.#y, lineHeight)
        if (line.text) {
          const set = this.#typesetter.setLine(line.text, { dir: line.dir, weight, lang: lang ?? 'und' })
          const side = runs === 'ownSide' ? line.dir : this.#dir
          const x = side === 'rtl' ? left + width - set.width * size : left
          this.#page.text(set, { x, y: this.#y + size * 1.06, size, fill })
        }
        this.#y += lineHeight
      }
    }
    if (tag === 'inherit') draw()
    else this.#document.within(tag, lang === undefined ? {} : { lang }, draw)
    if (after > 0) beside?.(this.#page, this.#y, after)
    this.#y += after
  }

  /** Width in em. */
  measure(text: string, weight: FontWeight = 400): number {
    return this.#typesetter.measureEm(text, weight)
  }

  /** A line of the record's own words, to be drawn where the caller wants it. */
  set(text: string, weight: FontWeight = 400): SetLine {
    return setWords(this.#typesetter, text, weight, this.#dir)
  }

  /** Two paragraphs that begin at the same height; what follows stands below the longer. `fill` is told what is left open. */
  sideBySide(first: () => void, second: () => void, fill: (page: PdfPage, y: number, height: number) => void): void {
    const start = this.#y
    const page = this.#page
    first()
    const firstEnd = this.#y
    if (this.#page === page) this.#y = start
    second()
    if (this.#page !== page || this.#y >= firstEnd) return
    fill(page, this.#y, firstEnd - this.#y)
    this.#y = firstEnd
  }

  /** A word or number at a place of the current line, not part of a paragraph. @returns its width */
  words(text: string, place: { indent: number; size: number; weight?: FontWeight; fill?: Colour; down: number; fromEnd?: boolean }): number {
    const { indent, size, weight = 400, fill = INK, down, fromEnd = false } = place
    const set = setWords(this.#typesetter, text, weight, this.#dir)
    const width = set.width * size
    this.#page.text(set, { x: this.left(fromEnd ? this.width - indent - width : indent, width), y: this.#y + down, size, fill })
    return width
  }

  /** A chapter: on a new page unless there is room for a good part of it; with a line below and an entry in the outline. */
  chapter(title: string): void {
    if (this.#y > MARGIN.top) this.space(22)
    this.need(150)
    this.#document.bookmark(title, this.#page, this.#y - 8, 0)
    this.#chapters.push({ title, page: this.#page, y: this.#y - 8 })
    this.paragraph(title, { size: 17, weight: 700, fill: ACCENT, tag: 'H2', after: 2 })
    this.#page.rect({ x: MARGIN.side, y: this.#y, width: this.width, height: 1.2 }, { fill: ACCENT })
    this.space(10)
  }

  /** @param keepWith height of what must stand on the same page */
  section(title: string, keepWith: number): void {
    this.need(34 + keepWith)
    this.space(6)
    this.#document.bookmark(title, this.#page, this.#y - 6, 1)
    this.paragraph(title, { size: 12.5, weight: 700, tag: 'H3', after: 5 })
  }

  /** A fine line between two things; none is needed where a page begins. */
  rule(): void {
    if (this.#y === MARGIN.top) return
    this.#page.rect({ x: MARGIN.side, y: this.#y, width: this.width, height: 0.6 }, { fill: LINE })
    this.#y += 9
  }

  /** Puts the foot on every page: what this is, and which page of how many. */
  foot(text: string): void {
    const total = this.#document.pages.length
    this.#pages.forEach((page) => {
      const y = A4.height - 34
      const size = 8
      const number = setWords(this.#typesetter, `${this.#document.pages.indexOf(page) + 1} / ${total}`, 400, 'ltr')
      const numberX = this.#dir === 'rtl' ? MARGIN.side : A4.width - MARGIN.side - number.width * size
      page.furniture(number, { x: numberX, y, size, fill: INK_QUIET })
      const line = setWords(this.#typesetter, text, 400, this.#dir)
      // A title can be long: it shrinks rather than runs into the number.
      const fitting = Math.min(size, (this.width - number.width * size - 20) / line.width)
      const x = this.#dir === 'rtl' ? A4.width - MARGIN.side - line.width * fitting : MARGIN.side
      page.furniture(line, { x, y, size: fitting, fill: INK_QUIET })
    })
  }

  /** Where chapters begin, in order. */
  get chapters(): readonly { readonly title: string; readonly page: PdfPage; readonly y: number }[] {
    return this.#chapters
  }

  #addPage(): PdfPage {
    const page = this.#document.addPage(A4.width, A4.height, this.#scale)
    this.#pages.push(page)
    return page
  }
}
