import { readFileSync } from 'node:fs'
import * as harfBuzz from 'harfbuzzjs'
import { expect, test } from 'vitest'
import { subsetTrueType } from './subsetTrueType.ts'
import { readTrueType } from './trueType.ts'

const bytes = new Uint8Array(readFileSync(new URL('../../client/generated/fonts/NotoSans-400.ttf', import.meta.url)))
const font = readTrueType(bytes)
const open = (data: Uint8Array) => new harfBuzz.Font(new harfBuzz.Face(new harfBuzz.Blob(data)))
const whole = open(bytes)
const idOf = (character: string): number => whole.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0
/** Every number of a path, moved. */
const path = (of: harfBuzz.Font, glyph: number, x = 0, y = 0): string =>
  of.glyphToJson(glyph).map(({ type, values }) => type + values.map((value, i) => value + (i % 2 === 0 ? x : y)).join(',')).join(' ')

test('R9 each code draws the outline of its glyph, also of one that is built from others', () => {
  const characters = [...'A é ẫ Ǻ ї — 8']
  const coded = characters.map((character) => ({ parts: [{ glyph: idOf(character), x: 0, y: 0 }], advance: font.advance(idOf(character)) }))
  const subset = open(subsetTrueType(font, coded))
  characters.forEach((character, i) => {
    expect(path(subset, i + 1), character).toBe(path(whole, idOf(character)))
    expect(subset.glyphHAdvance(i + 1), character).toBe(whole.glyphHAdvance(idOf(character)))
  })
  // At least one of them is built from others, or this would say nothing.
  expect(coded.some(({ parts }) => parts.some(({ glyph }) => new DataView(Uint8Array.from(font.glyph(glyph)).buffer).byteLength > 0 && (font.glyph(glyph)[0] ?? 0) >= 0x80))).toBe(true)
})

test('R9 glyphs that stand together for a text are drawn together, each where it was put', () => {
  const [q, dot] = [idOf('q'), idOf('\u0307')]
  const coded = [{ parts: [{ glyph: q, x: 0, y: 0 }, { glyph: dot, x: 300, y: -40 }], advance: 615 }]
  const subset = open(subsetTrueType(font, coded))
  expect(path(subset, 1)).toBe(`${path(whole, q)} ${path(whole, dot, 300, -40)}`)
  expect(subset.glyphHAdvance(1)).toBe(615)
})
