import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PDF_READERS } from '../support/pdfReaders.ts'
import { setParagraphs, type Paragraph } from '../support/setParagraphs.ts'

/** One sentence of each kind that walls have; its name is that of the picture in tests/references. */
const SENTENCES: Readonly<Record<string, Paragraph>> = {
  english: { lang: 'en', text: 'Need: 20 laptops for the district office — "urgent" (café, naïve, fi ffl). AVATAR To Wa' },
  french: { lang: 'fr', text: 'Besoin : appui à la sécurité alimentaire — où, œuvre, cœur, 25 % dès l’été.' },
  spanish: { lang: 'es', text: 'Oferta: capacitación en gestión de riesgos. ¿Quién participa? ¡Señor Muñoz!' },
  portuguese: { lang: 'pt', text: 'Precisamos de formação em gestão de dados: ação, avô, não, você.' },
  russian: { lang: 'ru', text: 'Нужна помощь: обучение 40 специалистов по водоснабжению до 2027 г. Ёжик, съёмка.' },
  greek: { lang: 'el', text: 'Χρειαζόμαστε στοιχεία για τη διαχείριση των υδάτων.' },
  vietnamese: { lang: 'vi', text: 'Chúng tôi cần tập huấn về quản lý đất ngập nước và phục hồi rừng.' },
  arabic: { lang: 'ar', text: 'نحتاج إلى 25 خبيرًا في إدارة المياه (WASH) قبل 30/06/2027، البريد: ali@example.org والسعر 1,500 USD.' },
  'arabic-vowels': { lang: 'ar', text: 'الحمد لله، لا إله، محمّد، مُسْتَشْفَى، نَحْتَاجُ إِلَى تَدْرِيبٍ عَلَى إِدَارَةِ المِيَاهِ ١٢٣٤' },
  'arabic-mixed': { lang: 'ar', text: 'نَحْتَاجُ 25 خَبِيرًا فِي إِدَارَةِ المِيَاهِ (WASH) قَبْلَ ٣٠ يُونْيُو مَعَ UNDP وَالبَنْكِ الدَّوْلِيِّ فِي العَامِ القَادِمِ إِنْ شَاءَ اللهُ' },
  'arabic-in-latin': { lang: 'en', text: 'Offer from وزارة الصحة (Ministry of Health): 3 trainers, 2 weeks.' },
  chinese: { lang: 'zh', text: '我们需要二十台笔记本电脑，用于地区办公室的数据收集工作；请在6月30日之前联系（电话：010-12345678）。“谢谢！”' },
  japanese: { lang: 'ja', text: '防災研修の講師を３名提供できます。ワークショップは東京で開催します。骨、直、働く、込む。' },
  thai: { lang: 'th', text: 'ต้องการผู้เชี่ยวชาญด้านการจัดการน้ำเพื่อฝึกอบรมเจ้าหน้าที่ท้องถิ่นที่สุด น้ำ ที่ ปู่' },
  hindi: { lang: 'hi', text: 'हमें जल प्रबंधन के लिए प्रशिक्षकों की आवश्यकता है। क्षेत्रीय कार्यालय, श्री, विद्यार्थी, कर्ताओं।' },
  khmer: { lang: 'km', text: 'យើងត្រូវការអ្នកជំនាញផ្នែកគ្រប់គ្រងទឹកស្អាតសម្រាប់បណ្តុះបណ្តាលមន្ត្រីមូលដ្ឋាន' },
  amharic: { lang: 'am', text: 'ለውሃ አስተዳደር ባለሙያዎች ያስፈልጉናል፤ እባክዎ ያግኙን።' },
  emoji: { lang: 'en', text: 'Emoji: 👩🏽‍🌾 👨‍👩‍👧‍👦 🇰🇪 🇫🇷 👍🏿 ❤️ 🏳️‍🌈 ✅ 1️⃣ 😀 🐝 end © 25 %' },
  address: { lang: 'en', text: 'https://www.example.org/programmes/capacity-building/2027/workshop-materials/very-long-path-without-spaces?session=abcdef0123456789&lang=en' },
  'long-word': { lang: 'de', text: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft' },
}

const references = fileURLToPath(new URL('../references', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pollinate-scripts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Letters in any of their Unicode forms; readers mark where direction turns, and where a word is broken. */
const plain = (text: string): string =>
  text.normalize('NFKC').replace(/[\u202a-\u202e\u2066-\u2069]/g, ' ').replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/\s+/g, ' ').trim()

/** @returns the text with its lines as words apart, and with its lines joined: what has no spaces is broken anywhere */
const bothWays = (page: string): readonly string[] => [plain(page.replace(/\ufffe/g, '-')), plain(page.replace(/\r?\n|\ufffe/g, ''))]

const LETTER = '[\\p{L}\\p{M}\\p{N}]'

function isFoundIn(texts: readonly string[], word: string, lang: string): boolean {
  const quoted = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const alone = new RegExp(/^(zh|ja|th|km)$/.test(lang) ? quoted : `(?<!${LETTER})${quoted}(?!${LETTER})`, 'u')
  return texts.some((text) => alone.test(text))
}

const wordsOf = ({ lang, text }: Paragraph): readonly string[] =>
  Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(text))
    .filter(({ isWordLike, segment }) => isWordLike || /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment))
    .map(({ segment }) => plain(segment))

/**
 * What readers do by themselves, whoever wrote the file: PDFium puts the words of a line in order as if it did not know which way the line runs, and so it turns those
 * around of an Arabic name in a Latin line (also in what Chromium prints) and what dots join in an Arabic one; poppler drops a hyphen at the end of a line.
 */
const OF_THE_READERS: Readonly<Record<keyof typeof PDF_READERS, readonly string[]>> = {
  poppler: ['workshop', 'materials', 'without', 'spaces'],
  'pdf.js': [],
  PDFium: ['example.org'],
}

const READERS = ['poppler', 'pdf.js', 'PDFium'] as const

describe('R50 every script in both weights', () => {
  const sentences = Object.values(SENTENCES)
  const paragraphs = sentences.flatMap((sentence) => [sentence, { ...sentence, weight: 700 as const }])

  describe.each([['wide lines', 595], ['narrow lines', 240]] as const)('in %s', (_, width) => {
    let pdf: Uint8Array
    beforeAll(() => {
      pdf = setParagraphs(sentences, { width, apart: true })
    })

    test.each(READERS)('R50 %s finds each word by itself, as it was written', async (reader) => {
      const pages = (await PDF_READERS[reader](pdf)).split('\f')
      const missing = sentences.flatMap((sentence, i) => wordsOf(sentence).filter((word) => !isFoundIn(bothWays(pages[i] ?? ''), word, sentence.lang)))
      expect(missing.filter((word) => !OF_THE_READERS[reader].includes(word))).toEqual([])
      expect(missing.length / sentences.flatMap(wordsOf).length).toBeLessThan(0.01)
    })

    test('R87 pdf.js reads every sentence to the letter', async () => {
      const pages = (await PDF_READERS['pdf.js'](pdf)).split('\f')
      for (const [i, { text }] of sentences.entries()) expect(bothWays(pages[i] ?? '')).toContain(plain(text))
    })
  })

  test.each(READERS)('R50 %s finds words of all scripts on one page, and those that stand side by side, from the right too', async (reader) => {
    const texts = bothWays(await PDF_READERS[reader](setParagraphs(paragraphs, { height: 1700 })))
    const missing = sentences.flatMap((sentence) => wordsOf(sentence).filter((word) => !isFoundIn(texts, word, sentence.lang)))
    expect(missing.filter((word) => !OF_THE_READERS[reader].includes(word))).toEqual([])
    const [found = ''] = texts
    for (const phrase of [...(reader === 'PDFium' ? [] : ['وزارة الصحة']), '20 laptops for the district', 'Нужна помощь', 'نحتاج إلى', 'خبيرًا في إدارة المياه', 'الحمد لله', 'لا إله', 'نَحْتَاجُ إِلَى تَدْرِيبٍ عَلَى إِدَارَةِ المِيَاهِ']) expect(found).toContain(phrase)
  })

  test('R51 every font is embedded, and only what is used of it', () => {
    const path = join(folder, 'all.pdf')
    const pdf = setParagraphs(paragraphs)
    writeFileSync(path, pdf)
    const [, , ...fonts] = execFileSync('pdffonts', [path]).toString().trim().split('\n')
    expect(fonts.length).toBeGreaterThan(16)
    for (const font of fonts) expect(font).toMatch(/^(\[none\]\s+Type 3\s.*\byes\s+no|[A-Z]{6}\+\S+\s+CID TrueType\s.*\byes\s+yes)\s+yes\s+\d+\s+0$/)
    expect(pdf.length).toBeLessThan(300_000)
  })

  /** Both weights of a sentence, as poppler draws them. */
  function drawn(sentence: Paragraph, { inColour }: { inColour: boolean }): Buffer {
    const path = join(folder, 'sentence')
    writeFileSync(`${path}.pdf`, setParagraphs([sentence, { ...sentence, weight: 700 }], { width: 330, height: 84, size: 9 }))
    execFileSync('pdftoppm', ['-r', '200', ...(inColour ? [] : ['-gray']), '-png', '-singlefile', `${path}.pdf`, path])
    return readFileSync(`${path}.png`)
  }

  test.each(Object.entries(SENTENCES))('R52 %s looks as it did when somebody looked at it', (name, sentence) => {
    const now = drawn(sentence, { inColour: name === 'emoji' })
    const reference = join(references, `${name}.png`)
    if (process.env.LOOKED_AT === 'yes' && !existsSync(reference)) {
      mkdirSync(references, { recursive: true })
      writeFileSync(reference, now)
    }
    expect(mostDifferent(now, readFileSync(reference))).toBeLessThan(MOST_DIFFERENT)
  })

  test.each([
    ['the smallest vowel sign', 'arabic-mixed', /(?<=خ)َ/],
    ['a full stop', 'french', /\.$/],
    ['an accent', 'vietnamese', /(?<=ph)ụ/],
    ['a mark of Thai', 'thai', /(?<=ปู)่$/],
  ] as const)('R52 it is seen that %s is missing', (_, name, missing) => {
    const sentence = SENTENCES[name] ?? { lang: '', text: '' }
    const text = sentence.text.replace(missing, (found) => found.normalize('NFD').replace(/^[^\p{L}].*|(?<=\p{L})\p{M}+/u, ''))
    expect(text).not.toBe(sentence.text)
    expect(mostDifferent(drawn({ ...sentence, text }, { inColour: false }), readFileSync(join(references, `${name}.png`)))).toBeGreaterThanOrEqual(MOST_DIFFERENT)
  })
})

/** About as wide and high as a letter of the references, in pixels. */
const TILE = 16
/** Pixels of a tile: programs smooth edges each in their way; of the smallest sign 8 are dark. */
const MOST_DIFFERENT = 6

/** Pixels that differ, of the tile where the most do: what is missing is missing in one place, and the whole page hardly shows it. */
function mostDifferent(now: Buffer, then: Buffer): number {
  const [a, b] = [PNG.sync.read(now), PNG.sync.read(then)]
  const { width, height } = a
  expect([width, height]).toEqual([b.width, b.height])
  const { data } = new PNG({ width, height })
  pixelmatch(a.data, b.data, data, width, height, { threshold: 0.3, includeAA: true, diffMask: true })
  const isDifferent = (x: number, y: number): boolean => x < width && y < height && data[4 * (y * width + x) + 3] !== 0
  let most = 0
  for (let top = 0; top < height; top += TILE / 2) {
    for (let left = 0; left < width; left += TILE / 2) {
      let here = 0
      for (let i = 0; i < TILE * TILE; i++) if (isDifferent(left + (i % TILE), top + Math.floor(i / TILE))) here++
      most = Math.max(most, here)
    }
  }
  return most
}
