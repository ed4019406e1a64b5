import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as harfBuzz from 'harfbuzzjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanText } from '../layout/cleanText.ts'
import { FONT_FILES } from '../layout/fontFiles.ts'
import { textDirection } from '../layout/textDirection.ts'
import { measureText, wrapText } from '../layout/wrapText.ts'
import { PdfDocument } from './PdfDocument.ts'
import { Typesetter } from './Typesetter.ts'

const STRINGS: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'Need: 20 laptops for the district office — "urgent" (café, naïve, fi ffl). AVATAR To Wa'],
  ['fr', 'Besoin : appui à la sécurité alimentaire — où, œuvre, cœur, 25 % dès l’été.'],
  ['es', 'Oferta: capacitación en gestión de riesgos. ¿Quién participa? ¡Señor Muñoz!'],
  ['pt', 'Precisamos de formação em gestão de dados: ação, avô, não, você.'],
  ['ru', 'Нужна помощь: обучение 40 специалистов по водоснабжению до 2027 г. Ёжик, съёмка.'],
  ['ar', 'نحتاج إلى 25 خبيرًا في إدارة المياه (WASH) قبل 30/06/2027، البريد: ali@example.org والسعر 1,500 USD.'],
  ['ar', 'الحمد لله، لا إله، محمّد، مُسْتَشْفَى — العربية ١٢٣٤'],
  ['en', 'Offer from وزارة الصحة (Ministry of Health): 3 trainers, 2 weeks.'],
  ['zh', '我们需要二十台笔记本电脑，用于地区办公室的数据收集工作；请在6月30日之前联系（电话：010-12345678）。'],
  ['de', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'],
]

const HOSTILE = [
  'controls \u0000\u0007\u001b and newlines\r\n\u2028end1',
  'lone \ud800 surrogates \udc00 end2',
  'order \u202eturned \u2067round\u2069 end3',
  `${'x'.repeat(5000)} end4`,
  `many accents e${'\u0301'.repeat(3000)} end5`,
  'syntax ) Tj ET endstream endobj (\\ %% <</A>> end6',
  'emoji \u{1F469}\u{1F3FD}\u200D\u{1F33E} \u{1F1F0}\u{1F1EA} and ไทย ភាសា አማርኛ end7',
]

let folder = ''
let fonts: ReadonlyMap<string, Uint8Array> = new Map()

beforeAll(() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
  } catch {
    throw new Error('pdftotext is missing: install poppler-utils')
  }
  folder = mkdtempSync(join(tmpdir(), 'pollinate-pdf-'))
  fonts = new Map(FONT_FILES.map(({ file }) => [file, readFileSync(new URL(`../../client/generated/fonts/${file}`, import.meta.url))]))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A PDF with one paragraph for each text, each line where `wrapText` ends it. */
function writeParagraphs(texts: readonly (readonly [lang: string, text: string])[]): string {
  const typesetter = new Typesetter(harfBuzz, fonts)
  const document = new PdfDocument({ title: 'Проба — اختبار', lang: 'en', dir: 'ltr', createdAt: Date.UTC(2026, 10, 23) })
  let page = document.addPage(595, 842)
  let y = 60
  document.bookmark('First page', page, 0, 0)
  for (const [lang, text] of texts) {
    document.within('P', { lang }, () => {
      for (const line of wrapText(measureText(cleanText(text), lang, (part) => typesetter.measureEm(part, 400)), 475 / 11)) {
        if (y > 800) [page, y] = [document.addPage(595, 842), 60]
        const set = typesetter.setLine(line.text, { dir: line.dir, weight: 400, lang })
        page.text(set, { x: line.dir === 'rtl' ? 535 - set.width * 11 : 60, y, size: 11, fill: [0.1, 0.1, 0.1] })
        y += 16
      }
    })
    y += 6
  }
  const path = join(folder, `${texts.length}.pdf`)
  writeFileSync(path, document.toBytes())
  return path
}

const pdfToText = (path: string): string => execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 1e8 }).toString()

/** What is left of a text when only its letters and digits count, in any of their Unicode forms. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]/gu, '')

const wordsOf = (lang: string, text: string): readonly string[] =>
  Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => letters(segment))

describe('R1 the words of a PDF are found as they were written', () => {
  test.each(STRINGS)('R1 %s: %s', (lang, text) => {
    const found = letters(pdfToText(writeParagraphs([[lang, text]])))
    expect(wordsOf(lang, text).filter((word) => !found.includes(word))).toEqual([])
  })

  test('R1 Arabic stands in reading order, as a whole', () => {
    const text = 'نحتاج إلى خبير في إدارة المياه قبل نهاية العام'
    const found = pdfToText(writeParagraphs([['ar', text]])).replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    expect(found.replace(/\s+/g, ' ')).toContain(text)
  })
})

describe('R2 no text can break a PDF', () => {
  test.each(HOSTILE)('R2 hostile text %#', (text) => {
    const found = pdfToText(writeParagraphs([['en', text]]))
    expect(found).toMatch(/end\d/)
  })

  test('R2 what no font can draw is still found', () => {
    const found = letters(pdfToText(writeParagraphs([['th', 'ไทย አማርኛ']])))
    expect(found).toContain('ไทย')
    expect(found).toContain('አማርኛ')
  })

  test('R2 a checker finds nothing to complain about in a file with all of them', () => {
    const path = writeParagraphs([...STRINGS, ...HOSTILE.map((text) => ['en', text] as const)])
    // Poppler draws every page and says on its error stream what it had to guess; qpdf, where installed, ends with 2 or 3.
    expect(spawnSync('pdftoppm', ['-r', '20', '-png', path, join(folder, 'page')]).stderr.toString()).toBe('')
    const qpdf = spawnSync('qpdf', ['--check', path])
    if (qpdf.error === undefined) expect(qpdf.status, qpdf.stderr.toString() + qpdf.stdout.toString()).toBe(0)
  })
})

test('L4 an Arabic word is joined: its letters take other forms than alone', () => {
  const typesetter = new Typesetter(harfBuzz, fonts)
  const word = 'مياه'
  const alone = [...word].reduce((sum, letter) => sum + typesetter.measureEm(letter, 400), 0)
  expect(typesetter.measureEm(word, 400)).toBeLessThan(alone * 0.95)
  expect(textDirection(word)).toBe('rtl')
})
