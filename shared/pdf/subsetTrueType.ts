import { viewOf, type TrueType } from './trueType.ts'

/** A glyph set at an offset, in font units. */
export interface GlyphPart {
  readonly glyph: number
  readonly x: number
  readonly y: number
}

/** What one code of the subset draws: one glyph, or several put together. */
export interface CodedGlyph {
  readonly parts: readonly GlyphPart[]
  readonly advance: number
}

interface Outline {
  readonly bytes: Uint8Array
  readonly advance: number
  readonly leftSideBearing: number
}

// Flags of a composite glyph's component (OpenType, glyf).
const ARGS_ARE_WORDS = 0x0001
const ARGS_ARE_XY = 0x0002
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_XY_SCALE = 0x0040
const HAS_TWO_BY_TWO = 0x0080

/**
 * Writes a font in which glyph 1 is the first coded glyph, glyph 2 the second, and so on: codes of the PDF are its glyph
 * ids. A coded glyph of several parts, or of one that is moved, becomes a composite glyph.
 */
export function subsetTrueType(font: TrueType, coded: readonly CodedGlyph[]): Uint8Array {
  const outlines: (Outline | undefined)[] = [outlineOf(font, 0), ...coded.map(() => undefined)]
  const newIds = new Map([[0, 0]])

  /** Brings the components of a composite glyph along and points to where they are now. */
  const remapped = (glyph: Uint8Array): Uint8Array => {
    if (!isComposite(glyph)) return glyph
    const copy = Uint8Array.from(glyph)
    const view = viewOf(copy)
    let at = 10
    let flags: number
    do {
      flags = view.getUint16(at)
      view.setUint16(at + 2, bring(view.getUint16(at + 2)))
      at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2)
      at += flags & HAS_SCALE ? 2 : flags & HAS_XY_SCALE ? 4 : flags & HAS_TWO_BY_TWO ? 8 : 0
    } while (flags & MORE_COMPONENTS)
    return copy
  }
  const bring = (glyph: number): number => {
    const known = newIds.get(glyph)
    if (known !== undefined) return known
    const id = outlines.length
    newIds.set(glyph, id)
    outlines.push(undefined)
    outlines[id] = { ...outlineOf(font, glyph), bytes: remapped(font.glyph(glyph)) }
    return id
  }

  // Glyphs that stand alone first: what is composed later can then use them.
  for (const [index, { parts, advance }] of coded.entries()) {
    const only = parts.length === 1 ? parts[0] : undefined
    if (!only || only.x !== 0 || only.y !== 0 || newIds.has(only.glyph)) continue
    newIds.set(only.glyph, index + 1)
    outlines[index + 1] = { bytes: remapped(font.glyph(only.glyph)), advance, leftSideBearing: font.leftSideBearing(only.glyph) }
  }
  for (const [index, { parts, advance }] of coded.entries()) {
    outlines[index + 1] ??= compose(font, parts.filter(({ glyph }) => font.glyph(glyph).length > 0), advance, bring)
  }
  return assemble(font, outlines.map((outline) => outline ?? { bytes: new Uint8Array(), advance: 0, leftSideBearing: 0 }))
}

const isComposite = (glyph: Uint8Array): boolean => glyph.length > 0 && viewOf(glyph).getInt16(0) < 0

const outlineOf = (font: TrueType, id: number): Outline => ({
  bytes: font.glyph(id),
  advance: font.advance(id),
  leftSideBearing: font.leftSideBearing(id),
})

function compose(font: TrueType, parts: readonly GlyphPart[], advance: number, bring: (glyph: number) => number): Outline {
  if (parts.length === 0) return { bytes: new Uint8Array(), advance, leftSideBearing: 0 }
  const bytes = new Uint8Array(10 + 8 * parts.length)
  const view = viewOf(bytes)
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity }
  parts.forEach(({ glyph, x, y }, i) => {
    const part = viewOf(font.glyph(glyph))
    box.left = Math.min(box.left, part.getInt16(2) + x)
    box.bottom = Math.min(box.bottom, part.getInt16(4) + y)
    box.right = Math.max(box.right, part.getInt16(6) + x)
    box.top = Math.max(box.top, part.getInt16(8) + y)
    const at = 10 + 8 * i
    view.setUint16(at, ARGS_ARE_WORDS | ARGS_ARE_XY | (i < parts.length - 1 ? MORE_COMPONENTS : 0))
    view.setUint16(at + 2, bring(glyph))
    view.setInt16(at + 4, x)
    view.setInt16(at + 6, y)
  })
  view.setInt16(0, -1)
  view.setInt16(2, box.left)
  view.setInt16(4, box.bottom)
  view.setInt16(6, box.right)
  view.setInt16(8, box.top)
  return { bytes, advance, leftSideBearing: box.left }
}

const padded = (length: number): number => (length + 3) & ~3

function assemble(font: TrueType, outlines: readonly Outline[]): Uint8Array {
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  const hmtx = new DataView(new ArrayBuffer(4 * outlines.length))
  const glyf = new Uint8Array(outlines.reduce((sum, { bytes }) => sum + padded(bytes.length), 0))
  let offset = 0
  outlines.forEach(({ bytes, advance, leftSideBearing }, id) => {
    loca.setUint32(4 * id, offset)
    hmtx.setUint16(4 * id, advance)
    hmtx.setInt16(4 * id + 2, leftSideBearing)
    glyf.set(bytes, offset)
    offset += padded(bytes.length)
  })
  loca.setUint32(4 * outlines.length, offset)

  const copy = (tag: string, change: (view: DataView) => void): Uint8Array => {
    const bytes = Uint8Array.from(font.table(tag) ?? [])
    change(viewOf(bytes))
    return bytes
  }
  const head = copy('head', (view) => {
    view.setUint32(8, 0)
    view.setInt16(50, 1) // long offsets
  })
  const hhea = copy('hhea', (view) => view.setUint16(34, outlines.length))
  const maxp = copy('maxp', (view) => {
    view.setUint16(4, outlines.length)
    // Readers size their buffers by these: composed glyphs have more of everything than the font had.
    view.setUint16(10, Math.max(view.getUint16(10), 4000)) // points in a composite
    view.setUint16(12, Math.max(view.getUint16(12), 400)) // contours in a composite
    view.setUint16(28, Math.max(view.getUint16(28), 64)) // components
    view.setUint16(30, Math.max(view.getUint16(30), 4)) // depth
  })
  return sfnt({ glyf, head, hhea, hmtx: new Uint8Array(hmtx.buffer), loca: new Uint8Array(loca.buffer), maxp })
}

function sfnt(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1))
  const file = new Uint8Array(entries.reduce((sum, [, bytes]) => sum + padded(bytes.length), 12 + 16 * entries.length))
  const view = viewOf(file)
  const power = 2 ** Math.floor(Math.log2(entries.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, entries.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, entries.length * 16 - power * 16)
  let offset = 12 + 16 * entries.length
  entries.forEach(([tag, bytes], i) => {
    const entry = 12 + 16 * i
    for (let j = 0; j < 4; j++) file[entry + j] = tag.charCodeAt(j)
    file.set(bytes, offset)
    view.setUint32(entry + 4, checksum(file.subarray(offset, offset + padded(bytes.length))))
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, bytes.length)
    offset += padded(bytes.length)
  })
  return file
}

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let i = 0; i + 3 < bytes.length; i += 4) sum = (sum + view.getUint32(i)) >>> 0
  return sum
}
