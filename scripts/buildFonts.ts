// The reference brings the types along; no tsconfig lists this folder's declarations for the linter.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./subset-font.d.ts" />
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { FONT_FILES, type FontFile } from '../shared/layout/fontFiles.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const fontsFolder = `${root}client/generated/fonts`
/** The licence goes where the fonts go: to everybody who opens the page. */
const licenceFolder = `${root}client/public/fonts`
const cssFile = `${root}client/generated/fonts.css`

/** What shaping needs; small capitals, old-style figures and the like would only bring glyphs that nobody asks for. */
const FEATURES =
  'ccmp locl calt clig liga rlig rclt kern dist mark mkmk abvm blwm abvs blws init medi med2 fina fin2 fin3 isol mset curs'.split(' ')

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
    const subset = await subsetFont(whole, charactersOf(font), { targetFormat: 'sfnt', keepFeatures: FEATURES, noHinting: true })
    await writeFile(`${fontsFolder}/${font.file}`, subset)
  }
  await copyFile(`${root}node_modules/@expo-google-fonts/noto-sans/LICENSE_FONT`, `${licenceFolder}/OFL.txt`)
  await writeFile(cssFile, stamp + FONT_FILES.map(fontFaceRule).join('\n'))
}

/** The style sheet is written last and begins with the stamp: where it stands, everything of that run does. */
async function isBuiltWith(stamp: string): Promise<boolean> {
  const css = await readFile(cssFile, 'utf8').catch(() => '')
  return css.startsWith(stamp) && FONT_FILES.every(({ file }) => existsSync(`${fontsFolder}/${file}`))
}

function sourceOf({ family, weight }: FontFile): string {
  const folder = family.toLowerCase().replaceAll(' ', '-')
  const style = weight === 400 ? '400Regular' : '700Bold'
  return `${root}node_modules/@expo-google-fonts/${folder}/${style}/${family.replaceAll(' ', '')}_${style}.ttf`
}

function charactersOf({ family, ranges }: FontFile): string {
  const inRange = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)))
  if (family !== 'Noto Sans SC') return inRange.join('')
  // All 20,000 ideographs would be 7 MB; GB 2312 is what Chinese is written with. Its punctuation comes in full.
  const common = gb2312()
  return inRange.filter((character) => common.has(character) || !/\p{Script=Han}/u.test(character)).join('')
}

function gb2312(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb18030')
  const characters = new Set<string>()
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low))
      if (character.length === 1) characters.add(character)
    }
  }
  return characters
}

function fontFaceRule({ family, weight, file, ranges }: FontFile): string {
  const unicodeRange = ranges.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join(', ')
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: swap;
  src: url('./fonts/${file}') format('truetype');
  unicode-range: ${unicodeRange};
}
`
}

async function inputsStamp(): Promise<string> {
  const packages = new Set(FONT_FILES.map(({ family }) => `@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}`))
  const inputs = [
    fileURLToPath(import.meta.url),
    `${root}shared/layout/fontFiles.ts`,
    ...['subset-font', ...packages].map((name) => `${root}node_modules/${name}/package.json`),
  ]
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(await readFile(input))
  return hash.digest('hex')
}
