// The reference brings the types along; no tsconfig lists this folder's declarations for the linter.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./fontPackages.d.ts" />
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { convert } from 'fontverter'
import subsetFont from 'subset-font'
import { FONT_FILES, type FontFile } from '../shared/layout/fontFiles.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const fontsFolder = `${root}client/generated/fonts`
/** The licence goes where the fonts go: to everybody who opens the page. */
const licenceFolder = `${root}client/public/fonts`
const cssFile = `${root}client/generated/fonts.css`

/** What shaping needs; small capitals, old-style figures and the like would only bring glyphs that nobody asks for. */
const FEATURES = (
  'ccmp locl calt clig liga rlig rclt kern dist mark mkmk abvm blwm abvs blws init medi med2 fina fin2 fin3 isol mset curs ' +
  // Of Indic scripts and Khmer.
  'nukt akhn rphf rkrf pref blwf abvf half pstf vatu cjct cfar pres psts haln'
).split(' ')

/**
 * Cuts the typefaces down to the characters we speak and writes them as TTF: HarfBuzz (the PDF) reads no WOFF2, and one
 * file for screen and paper means one set of widths.
 * Does nothing when script, table and packages are those of the last run.
 */
export async function buildFonts(): Promise<void> {
  const stamp = `/* ${await inputsStamp()} */\n`
  if (await isBuiltWith(stamp)) return
  await mkdir(fontsFolder, { recursive: true })
  await mkdir(licenceFolder, { recursive: true })
  for (const font of FONT_FILES) {
    const whole = await readFile(sourceOf(font))
    const bytes =
      font.family === 'Twemoji'
        ? await convert(whole, 'sfnt') // kept whole: cutting it down would lose its colours
        : await subsetFont(whole, charactersOf(font), { targetFormat: 'sfnt', keepFeatures: FEATURES, noHinting: true })
    await writeFile(`${fontsFolder}/${font.file}`, bytes)
  }
  await copyFile(`${root}node_modules/twemoji-colr-font/LICENSE`, `${licenceFolder}/Twemoji-OFL.txt`)
  await copyFile(`${root}node_modules/@expo-google-fonts/noto-sans/LICENSE_FONT`, `${licenceFolder}/OFL.txt`)
  await writeFile(cssFile, stamp + FONT_FILES.map(fontFaceRule).join('\n'))
}

/** The style sheet is written last and begins with the stamp: where it stands, everything of that run does. */
async function isBuiltWith(stamp: string): Promise<boolean> {
  const css = await readFile(cssFile, 'utf8').catch(() => '')
  return css.startsWith(stamp) && FONT_FILES.every(({ file }) => existsSync(`${fontsFolder}/${file}`))
}

const packageOf = ({ family }: FontFile): string =>
  family === 'Twemoji' ? 'twemoji-colr-font' : `@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}`

function sourceOf(font: FontFile): string {
  const { family, weight } = font
  if (family === 'Twemoji') return `${root}node_modules/${packageOf(font)}/twemoji.woff2`
  const style = weight === 400 ? '400Regular' : '700Bold'
  return `${root}node_modules/${packageOf(font)}/${style}/${family.replaceAll(' ', '')}_${style}.ttf`
}

function charactersOf({ family, ranges, joiners = [] }: FontFile): string {
  const inRange = [...ranges, ...joiners].flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
  // All 20,000 ideographs would be 7 MB; these are what Chinese and Japanese are written with. Punctuation comes in full.
  const common = family === 'Noto Sans SC' ? twoByteCharacters('gb18030', 0xa1) : family === 'Noto Sans JP' ? jisX0208() : undefined
  return common ? inRange.filter((character) => common.has(character) || !/\p{Script=Han}/u.test(character)).join('') : inRange.join('')
}

/** In GB 18030 the pairs from A1A1 on are GB 2312. */
function twoByteCharacters(encoding: string, from: number): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding)
  const characters = new Set<string>()
  for (let high = from; high <= 0xf7; high++) {
    for (let low = from; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low))
      if (character.length === 1) characters.add(character)
    }
  }
  return characters
}

/** The two-byte part of EUC-JP, without what vendors have put at its end. */
const jisX0208 = (): ReadonlySet<string> => twoByteCharacters('euc-jp', 0xa1)

/** A browser makes the one weight of a family bold by smearing it. */
const isOnly = ({ family, file }: FontFile): boolean => FONT_FILES.every((other) => other.family !== family || other.file === file)

function fontFaceRule(font: FontFile): string {
  const { family, weight, file, ranges, joiners = [] } = font
  const unicodeRange = [...ranges, ...joiners].map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join(', ')
  return `@font-face {
  font-family: '${family}';
  font-weight: ${isOnly(font) ? '100 900' : weight};
  font-display: swap;
  src: url('./fonts/${file}') format('truetype');
  unicode-range: ${unicodeRange};
}
`
}

async function inputsStamp(): Promise<string> {
  const packages = new Set(FONT_FILES.map(packageOf))
  const inputs = [
    fileURLToPath(import.meta.url),
    `${root}shared/layout/fontFiles.ts`,
    ...['subset-font', 'fontverter', ...packages].map((name) => `${root}node_modules/${name}/package.json`),
  ]
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(await readFile(input))
  return hash.digest('hex')
}
