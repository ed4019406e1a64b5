import { COLOUR_CODES } from './addColourFonts.ts'
import type { FontFace } from './FontFace.ts'
import { byteString, pdfLength, pdfName, pdfNumber, pdfText, type PdfRef } from './pdfObjects.ts'
import type { SetLine, TextRun } from './Typesetter.ts'

/** Red, green and blue, each 0...1. */
export type Colour = readonly [red: number, green: number, blue: number]

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An address, or a height of a page of this file in points from its upper edge. */
export type LinkTarget = string | { readonly page: PdfPage; readonly y: number; readonly title: string }

export interface Paint {
  readonly fill?: Colour
  readonly stroke?: Colour
  /** In points. */
  readonly lineWidth?: number
  /** Lengths of dash and gap, in points. */
  readonly dash?: readonly [number, number]
}

/** What the page asks of the document it is part of. */
export interface PageHost {
  fontName(face: FontFace): string
  /** The number of a new mark on this page that belongs to the current element of the structure. */
  mark(): { readonly tag: string; readonly number: number }
  addLink(rect: Rect, target: LinkTarget): void
  /** The name of a drawing that is in the file once, however often it is placed. */
  stampName(key: string, size: { readonly width: number; readonly height: number }, draw: (stamp: PdfPage) => void): string
  /** A colour as it goes on this paper. */
  inkOf(colour: Colour): Colour
}

/**
 * A page as one draws on it: points (1/72 inch) from the top left corner, y downwards. Text is marked as what is read;
 * lines and surfaces are marked as decoration.
 */
export class PdfPage {
  readonly ref: PdfRef
  readonly width: number
  readonly height: number
  /** Names of the fonts that the content asks for. */
  readonly fonts = new Set<string>()
  readonly #host: PageHost
  /** Names of the stamps that the content asks for. */
  readonly stamps = new Set<string>()
  readonly #content: string[] = []
  #inFigure = false
  #inArtifact = false

  constructor(ref: PdfRef, width: number, height: number, host: PageHost) {
    this.ref = ref
    this.width = width
    this.height = height
    this.#host = host
  }

  rect({ x, y, width, height }: Rect, paint: Paint & { readonly radius?: number }): void {
    const r = Math.min(paint.radius ?? 0, width / 2, height / 2)
    const right = x + width
    const bottom = y + height
    if (r <= 0) return this.path([['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']], paint)
    // The usual distance of the handles that makes a curve a quarter of a circle.
    const k = r * 0.4477
    this.path(
      [
        ['M', x + r, y],
        ['L', right - r, y],
        ['C', right - k, y, right, y + k, right, y + r],
        ['L', right, bottom - r],
        ['C', right, bottom - k, right - k, bottom, right - r, bottom],
        ['L', x + r, bottom],
        ['C', x + k, bottom, x, bottom - k, x, bottom - r],
        ['L', x, y + r],
        ['C', x, y + k, x + k, y, x + r, y],
        ['Z'],
      ],
      paint,
    )
  }

  /** Commands as in SVG, absolute: M x y, L x y, C x1 y1 x2 y2 x y, Z. */
  path(commands: readonly PathCommand[], { fill, stroke, lineWidth = 1, dash }: Paint): void {
    const operators = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const
    const drawn = commands.map(([command, ...numbers]) => {
      const flipped = numbers.map((value, i) => pdfLength(i % 2 === 0 ? value : this.height - value))
      return [...flipped, operators[command]].join(' ')
    })
    this.#decorate([
      ...(fill ? [`${this.#colour(fill)} rg`] : []),
      ...(stroke ? [`${this.#colour(stroke)} RG ${pdfNumber(lineWidth)} w [${(dash ?? []).map(pdfNumber).join(' ')}] 0 d`] : []),
      ...drawn,
      fill && stroke ? 'B' : fill ? 'f' : stroke ? 'S' : 'n',
    ])
  }

  /** @param x left end of the line; @param y its baseline; @param size in points */
  text(line: SetLine, { x, y, size, fill }: { x: number; y: number; size: number; fill: Colour }): void {
    const operators = line.runs.flatMap((run) => (run.face.isColour ? this.#colourRun(run, x, y, size) : this.#textRun(run, x, y, size)))
    this.#read(['BT', `${this.#colour(fill)} rg`, ...operators, 'ET'])
  }

  #textRun({ face, clusters, x: runX, actualText }: TextRun, x: number, y: number, size: number): readonly string[] {
    const toPerMille = 1000 / face.trueType.unitsPerEm
    let shown = ''
    let codes = ''
    for (const cluster of clusters) {
      const code = face.codeOf(cluster)
      codes += String.fromCharCode(code >> 8, code & 0xff)
      const moved = (face.advanceOf(code) - cluster.advance) * toPerMille
      if (Math.abs(moved) < 0.5) continue
      shown += byteString(codes) + String(Math.round(moved))
      codes = ''
    }
    if (codes) shown += byteString(codes)
    const shownThere = [this.#startText(this.#host.fontName(face), x + runX * size, y, size), `[${shown}] TJ`]
    return actualText === undefined ? shownThere : [`/Span <</ActualText ${pdfText(actualText).syntax}>> BDC`, ...shownThere, 'EMC']
  }

  /** Each glyph by itself: neighbours may be in different fonts. */
  #colourRun({ face, clusters, x: runX }: TextRun, x: number, y: number, size: number): readonly string[] {
    let at = x + runX * size
    return clusters.flatMap((cluster) => {
      const index = Math.max(0, face.codeOf(cluster) - 1)
      const font = `${this.#host.fontName(face)}-${Math.floor(index / COLOUR_CODES)}`
      const start = this.#startText(font, at, y, size)
      at += (cluster.advance / face.trueType.unitsPerEm) * size
      return [start, `${byteString(String.fromCharCode(index % COLOUR_CODES))} Tj`]
    })
  }

  #startText(font: string, x: number, y: number, size: number): string {
    this.fonts.add(font)
    return `/${font} ${pdfLength(size)} Tf 1 0 0 1 ${pdfLength(x)} ${pdfLength(this.height - y)} Tm`
  }

  /** The area leads there; what is drawn in the element around it is its text. */
  link(rect: Rect, target: LinkTarget): void {
    this.#host.addLink(rect, target)
  }

  /**
   * Places a decoration that comes again and again, without text. Its drawing is asked for once for each key.
   * @param at its upper left corner and size; it may reach over its edges by as much as it is wide
   */
  stamp(key: string, { x, y, width, height }: Rect, draw: (stamp: PdfPage) => void): void {
    const name = this.#host.stampName(key, { width, height }, draw)
    this.stamps.add(name)
    this.#decorate([`q 1 0 0 1 ${pdfLength(x)} ${pdfLength(this.height - y - height)} cm ${pdfName(name).syntax} Do Q`])
  }

  /** Of what is drawn inside only the part in the rectangle shows. To be used within a figure. */
  clipped({ x, y, width, height }: Rect, draw: () => void): void {
    this.#content.push('q', [x, this.height - y - height, width, height].map(pdfNumber).join(' ') + ' re W n')
    draw()
    this.#content.push('Q')
  }

  /**
   * A line of text from a point on, turned.
   * @param angle in radians, clockwise from the right; @param from which end of the line stands at the point
   */
  turnedText(line: SetLine, { x, y, size, fill, angle, from }: { x: number; y: number; size: number; fill: Colour; angle: number; from: 'start' | 'end' }): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    // Drawn as if the point were the page's upper left corner, and the page turned about it.
    this.#content.push('q', [cos, -sin, sin, cos, x, this.height - y].map(pdfNumber).join(' ') + ' cm')
    const place = { x: from === 'start' ? 0 : -line.width * size, y: this.height + size * 0.36, size, fill }
    this.text(line, place)
    this.#content.push('Q')
  }

  #colour(of: Colour): string {
    return this.#host.inkOf(of).map(pdfNumber).join(' ')
  }

  /** All that is drawn inside is one picture of the structure; its text can still be selected and found. */
  figure(draw: () => void): void {
    this.#endArtifact()
    const { tag, number } = this.#host.mark()
    this.#content.push(`${pdfName(tag).syntax} <</MCID ${number}>> BDC`)
    this.#inFigure = true
    draw()
    this.#inFigure = false
    this.#content.push('EMC')
  }

  /** Text that repeats on every page, such as its number: not read aloud. */
  furniture(line: SetLine, place: { x: number; y: number; size: number; fill: Colour }): void {
    const inFigure = this.#inFigure
    this.#endArtifact()
    this.#content.push('/Artifact <</Type /Pagination>> BDC')
    this.#inFigure = true
    this.text(line, place)
    this.#inFigure = inFigure
    this.#content.push('EMC')
  }

  /** The operators alone, for what is placed on a page that marks them as what they are. */
  drawing(): string {
    return this.#content.filter((operator) => !/^(\/Artifact BMC|EMC)$/.test(operator)).join('\n')
  }

  /** The finished content stream: each character is a byte. */
  content(): string {
    this.#endArtifact()
    return this.#content.join('\n')
  }

  #decorate(operators: readonly string[]): void {
    if (!this.#inFigure && !this.#inArtifact) {
      this.#content.push('/Artifact BMC')
      this.#inArtifact = true
    }
    this.#content.push(...operators)
  }

  #read(operators: readonly string[]): void {
    if (this.#inFigure) {
      this.#content.push(...operators)
      return
    }
    this.#endArtifact()
    const { tag, number } = this.#host.mark()
    this.#content.push(`${pdfName(tag).syntax} <</MCID ${number}>> BDC`, ...operators, 'EMC')
  }

  #endArtifact(): void {
    if (!this.#inArtifact) return
    this.#content.push('EMC')
    this.#inArtifact = false
  }
}

export type PathCommand =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']
