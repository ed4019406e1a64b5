import { describe, expect, test } from 'vitest'
import { layoutNote, type MeasureText } from './layoutNote.ts'
import { NOTE } from './noteShape.ts'

/** A typewriter: every character is 0.6 em wide, bold ones 0.7 em. */
const measure: MeasureText = (text, fontPx, weight) => [...text].length * fontPx * (weight === 700 ? 0.7 : 0.6)
const note = (text: string, lang = 'en') => layoutNote({ text, lang, name: 'Amina', country: 'Kenya' }, measure)
const joined = (text: string, lang?: string) => note(text, lang).lines.map((line) => line.text).join('')

describe('layoutNote', () => {
  test('W4 a short text is set large in the smallest note', () => {
    const layout = note('Soil maps')
    expect(layout).toMatchObject({ width: NOTE.width, height: NOTE.minHeight, fontPx: NOTE.maxFontPx })
    expect(layout.lines).toEqual([{ text: 'Soil maps', dir: 'ltr', align: 'left', x: NOTE.padding, y: expect.any(Number) as number }])
  })

  test('W4 a longer text shrinks before the note grows', () => {
    const layout = note('Training for forty people in reading satellite pictures of mangroves and seagrass')
    expect(layout.height).toBe(NOTE.minHeight)
    expect(layout.fontPx).toBeLessThan(NOTE.maxFontPx)
    expect(layout.fontPx).toBeGreaterThanOrEqual(NOTE.minFontPx)
  })

  test('W4 a text that does not fit at the smallest size makes the note grow, and every word stays', () => {
    const text = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ')
    const layout = note(text)
    expect(layout.fontPx).toBe(NOTE.minFontPx)
    expect(layout.lines.map((line) => line.text).join(' ')).toBe(text)
    const last = layout.lines.at(-1)
    expect(last && last.y).toBeLessThan(layout.height - NOTE.cornerHeight)
  })

  test('W4 a word wider than the note is broken between graphemes, and nothing of it is lost', () => {
    const word = 'e\u0301\u{1F469}\u{1F3FD}\u200D\u{1F33E}'.repeat(1000)
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    const count = (text: string) => [...graphemes.segment(text)].length
    const { lines } = note(word)
    expect(lines.map((line) => line.text).join('')).toBe(word)
    expect(lines.reduce((sum, line) => sum + count(line.text), 0)).toBe(count(word))
  })

  test('W4 no line is wider than the note', () => {
    const { lines, fontPx } = note(`https://www.example.org/${'a'.repeat(80)}/x?y=1 and then some ordinary words to read`)
    for (const line of lines) expect(measure(line.text, fontPx, 400)).toBeLessThanOrEqual(NOTE.width - 2 * NOTE.padding)
  })

  test('the writer’s own newlines are kept, empty lines too', () => {
    expect(note('one\r\n\ntwo').lines.map((line) => line.text)).toEqual(['one', '', 'two'])
  })

  test('L3 a paragraph runs as its first strong character does', () => {
    const lines = note('25 خبيرًا WASH\nWASH خبيرًا\n12').lines
    expect(lines.map((line) => line.dir)).toEqual(['rtl', 'ltr', 'ltr'])
    expect(lines.map((line) => line.x)).toEqual([NOTE.width - NOTE.padding, NOTE.padding, NOTE.padding])
  })

  test('L3 Chinese breaks anywhere but before its punctuation, Thai between words', () => {
    const chinese = '我们需要二十台笔记本电脑，用于地区办公室的数据收集工作；请在六月之前联系我们，谢谢！'
    expect(joined(chinese, 'zh')).toBe(chinese)
    for (const line of note(chinese, 'zh').lines) expect(line.text).not.toMatch(/^[，；！]/)
    const thai = 'ต้องการผู้เชี่ยวชาญด้านการจัดการน้ำเพื่อฝึกอบรมเจ้าหน้าที่ท้องถิ่น'
    const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)].map((word) => word.index)
    let offset = 0
    for (const line of note(thai, 'th').lines) {
      expect(words).toContain(offset)
      offset += line.text.length
    }
    expect(offset).toBe(thai.length)
  })

  test('French keeps the space inside its quotation marks on one line', () => {
    for (const line of note('un appui « technique » pour les parcs ; des guides « verts » ?', 'fr').lines) {
      expect(line.text).not.toMatch(/^[»;?]|«$/)
    }
  })

  test('hostile characters are drawn as something harmless', () => {
    expect(note('a\u0000b\u0007\tc\ud800d\u202Ee\udc00').lines[0]?.text).toBe('a b  c\ufffdde\ufffd')
  })

  test('an empty note is laid out like any other', () => {
    expect(note('')).toMatchObject({ height: NOTE.minHeight, lines: [{ text: '' }] })
  })

  test('name and country share a row where they fit, at its two ends', () => {
    const { corner } = layoutNote({ text: '', lang: 'ar', name: 'علي', country: 'Jordan' }, measure)
    expect(corner).toMatchObject([
      { text: 'علي', weight: 700, dir: 'rtl', align: 'right', x: NOTE.width - NOTE.padding },
      { text: 'Jordan', weight: 400, dir: 'ltr', align: 'left', x: NOTE.padding },
    ])
  })

  test('W4 a long name and country wrap, are never cut, and the note grows for them', () => {
    const name = 'Ratu Viliame Naupoto-Tuilagi Cakobau'
    const country = 'Democratic Republic of the Congo'
    const { corner, height } = layoutNote({ text: 'word '.repeat(100), lang: 'en', name, country }, measure)
    expect(corner.filter((line) => line.weight === 700).map((line) => line.text).join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''))
    expect(corner.filter((line) => line.weight === 400).map((line) => line.text).join(' ')).toBe(country)
    const rows = corner.map((line) => line.y)
    expect([...rows].sort((a, b) => a - b)).toEqual(rows)
    expect(height - (rows.at(-1) ?? 0)).toBeGreaterThan(NOTE.cornerLinePx / 4)
  })
})
