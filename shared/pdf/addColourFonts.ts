import { strToU8 } from 'fflate'
import type { ColourLayer, FontFace } from './FontFace.ts'
import type { PdfFile } from './PdfFile.ts'
import { pdfName, pdfNumber, type PdfRef } from './pdfObjects.ts'
import type { GlyphPart } from './subsetTrueType.ts'
import { toUnicode } from './toUnicode.ts'

/** A Type 3 font has codes of one byte. */
export const COLOUR_CODES = 256

/**
 * Writes a face whose glyphs have colours of their own as Type 3 fonts, in which a glyph is a small drawing (ISO 32000-1,
 * 9.6.5): code n is the code n % 256 of font n / 256, both counted from 0.
 */
export function addColourFonts(file: PdfFile, face: FontFace): readonly PdfRef[] {
  const { unitsPerEm, ascent, descent } = face.trueType
  // Thousandths of an em, as all other fonts have it: a matrix of other numbers would be rounded.
  const scale = 1000 / unitsPerEm
  const fonts: PdfRef[] = []
  for (let start = 0; start < face.coded.length; start += COLOUR_CODES) {
    const coded = face.coded.slice(start, start + COLOUR_CODES)
    const names = coded.map((_, i) => `g${i}`)
    const drawings = coded.map(({ parts, advance }) => file.addStream({}, strToU8(drawingOf(face, parts, advance))))
    fonts.push(
      file.add({
        Type: pdfName('Font'),
        Subtype: pdfName('Type3'),
        FontBBox: [0, descent * scale, Math.max(...coded.map(({ advance }) => advance)) * scale, ascent * scale],
        FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
        FirstChar: 0,
        LastChar: coded.length - 1,
        Widths: coded.map(({ advance }) => advance * scale),
        Encoding: { Type: pdfName('Encoding'), Differences: [0, ...names.map(pdfName)] },
        CharProcs: Object.fromEntries(names.map((name, i) => [name, drawings[i]])),
        Resources: {},
        ToUnicode: file.addStream({}, strToU8(toUnicode(coded.map(({ text }) => text), { first: 0, bytes: 1 }))),
      }),
    )
  }
  return fonts
}

function drawingOf(face: FontFace, parts: readonly GlyphPart[], advance: number): string {
  const scale = 1000 / face.trueType.unitsPerEm
  const layers = parts.flatMap(({ glyph, x, y }) => face.layersOf(glyph).map((layer) => layerOf(layer, ([px, py]) => [(px + x) * scale, (py + y) * scale])))
  return [`${pdfNumber(advance * scale)} 0 d0`, ...layers].join('\n')
}

function layerOf({ outline, fill }: ColourLayer, place: (point: Point) => Point): string {
  const colour = fill ? [`${fill.map(pdfNumber).join(' ')} rg`] : []
  return [...colour, ...curvesOf(outline, place), 'f'].join('\n')
}

type Point = readonly [x: number, y: number]

/** PDF has no curves with one handle: a third of the way to it from both ends makes the same curve with two. */
function curvesOf(outline: string, place: (point: Point) => Point): readonly string[] {
  let from: Point = [0, 0]
  return Array.from(outline.matchAll(/([MLQCZ])([^MLQCZ]*)/g), ([, command = '', written = '']) => {
    const numbers = written.split(/[\s,]+/).filter(Boolean).map(Number)
    const points = Array.from({ length: numbers.length / 2 }, (_, i) => place([numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0]))
    const start = from
    from = points.at(-1) ?? from
    // Whole thousandths of the type's size: finer than any printer.
    const write = (drawn: readonly Point[], operator: string): string => [...drawn.flat().map(Math.round), operator].join(' ')
    const [handle = start, end = start] = points
    switch (command) {
      case 'M':
        return write(points, 'm')
      case 'L':
        return write(points, 'l')
      case 'C':
        return write(points, 'c')
      case 'Q':
        return write([towards(start, handle), towards(end, handle), end], 'c')
      default:
        return 'h'
    }
  })
}

const towards = ([x, y]: Point, [toX, toY]: Point): Point => [x + ((toX - x) * 2) / 3, y + ((toY - y) * 2) / 3]
