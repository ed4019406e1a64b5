import { COLOUR_CODES } from './addColourFonts.ts'
import type { FontFace } from './FontFace.ts'
import { hex, pdfName, pdfNumber, type PdfRef } from './pdfObjects.ts'
import type { SetLine, TextRun } from './Typesetter.ts'

/** Red, green and blue, each 0...1. */
export type Colour = readonly [red: number, green: number, blue: number]

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

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
  addLink(rect: Rect, url: string): void
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
      const flipped = numbers.map((value, i) => pdfNumber(i % 2 === 0 ? value : this.height - value))
      return [...flipped, operators[command]].join(' ')
    })
    this.#decorate([
      ...(fill ? [`${colour(fill)} rg`] : []),
      ...(stroke ? [`${colour(stroke)} RG ${pdfNumber(lineWidth)} w [${(dash ?? []).map(pdfNumber).join(' ')}] 0 d`] : []),
      ...drawn,
      fill && stroke ? 'B' : fill ? 'f' : stroke ? 'S' : 'n',
    ])
  }

  /** @param x left end of the line; @param y its baseline; @param size in points */
  text(line: SetLine, { x, y, size, fill }: { x: number; y: number; size: number; fill: Colour }): void {
    const operators = line.runs.flatMap((run) => (run.face.isColour ? this.#colourRun(run, x, y, size) : this.#textRun(run, x, y, size)))
    this.#read(['BT', `${colour(fill)} rg`, ...operators, 'ET'])
  }

  #textRun({ face, clusters, x: runX }: TextRun, x: number, y: number, size: number): readonly string[] {
    const toPerMille = 1000 / face.trueType.unitsPerEm
    let shown = ''
    let codes = ''
    for (const cluster of clusters) {
      const code = face.codeOf(cluster)
      codes += hex(code, 4)
      const moved = (face.advanceOf(code) - cluster.advance) * toPerMille
      if (Math.abs(moved) < 0.5) continue
      shown += `<${codes}>${pdfNumber(moved)}`
      codes = ''
    }
    if (codes) shown += `<${codes}>`
    return [this.#startText(this.#host.fontName(face), x + runX * size, y, size), `[${shown}] TJ`]
  }

  /** Each glyph by itself: neighbours may be in different fonts. */
  #colourRun({ face, clusters, x: runX }: TextRun, x: number, y: number, size: number): readonly string[] {
    let at = x + runX * size
    return clusters.flatMap((cluster) => {
      const index = Math.max(0, face.codeOf(cluster) - 1)
      const font = `${this.#host.fontName(face)}-${Math.floor(index / COLOUR_CODES)}`
      const start = this.#startText(font, at, y, size)
      at += (cluster.advance / face.trueType.unitsPerEm) * size
      return [start, `<${hex(index % COLOUR_CODES, 2)}> Tj`]
    })
  }

  #startText(font: string, x: number, y: number, size: number): string {
    this.fonts.add(font)
    return `/${font} ${pdfNumber(size)} Tf 1 0 0 1 ${pdfNumber(x)} ${pdfNumber(this.height - y)} Tm`
  }

  /** The area opens this address; what is drawn in the element around it is its text. */
  link(rect: Rect, url: string): void {
    this.#host.addLink(rect, url)
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

  /** The finished content stream. */
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

const colour = (channels: Colour): string => channels.map(pdfNumber).join(' ')
