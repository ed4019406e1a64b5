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

/** Letters and digits in any of their Unicode forms; a line may end within what has no spaces. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}\ufffe-]/gu, '')

const wordsOf = ({ lang, text }: Paragraph): readonly string[] =>
  Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(text))
    .filter(({ isWordLike, segment }) => isWordLike || /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment))
    .map(({ segment }) => plain(segment))

describe('R50 every script in both weights', () => {
  const paragraphs = Object.values(SENTENCES).flatMap((sentence) => [sentence, { ...sentence, weight: 700 as const }])

  test.each(['poppler', 'pdf.js', 'PDFium'] as const)('R50 %s finds the words as they were written', async (reader) => {
    const found = plain(await PDF_READERS[reader](setParagraphs(paragraphs)))
    const words = Object.values(SENTENCES).flatMap(wordsOf)
    const missing = words.filter((word) => !found.includes(word))
    // poppler loses the last vowel sign of an Arabic line on a page that is mostly Latin.
    expect(missing.filter((word) => !/[\u064b-\u0652]$/.test(word))).toEqual([])
    expect(missing.length / words.length).toBeLessThan(0.01)
  })

  test.each(['poppler', 'pdf.js', 'PDFium'] as const)('R50 %s finds words that stand side by side, from the right too', async (reader) => {
    const found = (await PDF_READERS[reader](setParagraphs(paragraphs))).normalize('NFKC').replace(/[\p{Cf}\s]+/gu, ' ')
    // PDFium turns the words of an Arabic name in a Latin line around.
    for (const phrase of [...(reader === 'PDFium' ? [] : ['وزارة الصحة']), '20 laptops for the district', 'Нужна помощь', 'نحتاج إلى', 'خبيرًا في إدارة المياه', 'الحمد لله', 'لا إله']) expect(found).toContain(phrase)
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

  test.each(Object.keys(SENTENCES))('R52 %s looks as it did when somebody looked at it', (name) => {
    const sentence = SENTENCES[name]
    if (!sentence) throw new Error(`No sentence ${name}`)
    const path = join(folder, `${name}.pdf`)
    writeFileSync(path, setParagraphs([sentence, { ...sentence, weight: 700 }], { width: 330, height: 84, size: 9 }))
    execFileSync('pdftoppm', ['-r', '100', ...(name === 'emoji' ? [] : ['-gray']), '-png', '-singlefile', path, join(folder, name)])
    const drawn = readFileSync(join(folder, `${name}.png`))
    const reference = join(references, `${name}.png`)
    if (process.env.LOOKED_AT === 'yes' && !existsSync(reference)) {
      mkdirSync(references, { recursive: true })
      writeFileSync(reference, drawn)
    }
    const [now, then] = [PNG.sync.read(drawn), PNG.sync.read(readFileSync(reference))]
    expect([now.width, now.height]).toEqual([then.width, then.height])
    // Programs smooth edges each in their way; a letter that is another, or elsewhere, differs in whole pixels.
    const different = pixelmatch(now.data, then.data, undefined, now.width, now.height, { threshold: 0.3 })
    const inked = then.data.filter((value, i) => i % 4 === 0 && value < 128).length
    expect(different / inked).toBeLessThan(0.03)
  })
})
