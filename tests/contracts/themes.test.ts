import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { CURSOR_COLOURS } from '../../client/canvas/cursorColour.ts'
import { THEME_CHOICES, themeFor, type Theme } from '../../client/ui/theme.ts'

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../client', name), 'utf8')

/** The custom properties of each theme: what a theme does not say is as in the light one. */
function coloursOf(theme: Theme): (name: string) => Rgb {
  const sheet = read('ui/theme.css')
  const block = (head: string): string => sheet.split(`${head} {`)[1]?.split('}')[0] ?? ''
  const own = theme === 'light' ? '' : block(`:root[data-theme='${theme}']`)
  const values = new Map([...`${block(':root')}${own}`.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
  return (name) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`${theme} has no --${name}`)
    return rgbOf(value)
  }
}

type Rgb = readonly [red: number, green: number, blue: number]
const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
/** One colour laid over another. @param alpha 0 to 1 */
const over = (top: Rgb, alpha: number, below: Rgb): Rgb => top.map((part, i) => part * alpha + (below[i] ?? 0) * (1 - alpha)) as unknown as Rgb

/** As WCAG 2 has it: 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const light = (rgb: Rgb): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [more = 0, less = 0] = [light(a), light(b)].sort((x, y) => y - x)
  return (more + 0.05) / (less + 0.05)
}

const SURFACES = ['wall', 'surface', 'surface-quiet'] as const
const THEMES: readonly Theme[] = ['light', 'dark', 'contrast', 'contrast-dark']

describe.each(THEMES)('%s', (theme) => {
  const colour = coloursOf(theme)
  const least = theme.startsWith('contrast') ? 7 : 4.5
  /** What falls short, in words. */
  const short = (pairs: readonly (readonly [string, Rgb, Rgb])[], needed: number): string[] =>
    pairs.filter(([, a, b]) => contrast(a, b) < needed).map(([name, a, b]) => `${name} ${contrast(a, b).toFixed(2)}`)

  test('A20 words stand out from what they are written on', () => {
    const onSurfaces = ['ink', 'ink-quiet', 'accent', 'danger', 'warn'].flatMap((words) => SURFACES.map((ground) => [`${words} on ${ground}`, colour(words), colour(ground)] as const))
    const others = [
      ['accent-ink', 'accent'], ['danger-ink', 'danger'], ['accent', 'accent-quiet'], ['ink', 'accent-quiet'], ['warn', 'warn-quiet'], ['ink', 'warn-quiet'],
      ['surface', 'ink'], ['ink', 'need-mark'], ['ink', 'offer-mark'], ['need-ink', 'need'], ['offer-ink', 'offer'], ['chosen-ink', 'chosen'],
    ].map(([words = '', ground = '']) => [`${words} on ${ground}`, colour(words), colour(ground)] as const)
    expect(short([...onSurfaces, ...others], least)).toEqual([])
  })

  test('A20 what is painted on the wall stands out: the strip of a note, its edge, the ring, the threads, the names of pointers', () => {
    const strips = [
      ['need strip', colour('need-ink'), over([120, 84, 0], 0.1, colour('need'))],
      ['offer strip', colour('offer-ink'), over([60, 0, 0], 0.16, colour('offer'))],
      ...CURSOR_COLOURS.map((hex) => [`pointer ${hex}`, rgbOf('#ffffff'), rgbOf(hex)] as const),
    ] as const
    expect(short(strips, 4.5)).toEqual([])
    const marks = [
      ...(['need-edge', 'offer-edge', 'focus', 'accent'] as const).map((mark) => [`${mark} on wall`, colour(mark), colour('wall')] as const),
      ...SURFACES.map((ground) => [`line-strong on ${ground}`, colour('line-strong'), colour(ground)] as const),
      ...(['wall', 'surface'] as const).map((ground) => [`need-line on ${ground}`, colour('need-line'), colour(ground)] as const),
    ]
    expect(short(marks, theme.startsWith('contrast') ? 4.5 : 3)).toEqual([])
  })

  test('A20 a need is yellow and an offer is red', () => {
    const [lineRed, lineGreen, lineBlue] = colour('need-line')
    expect([lineRed > lineGreen, lineGreen > 0.7 * lineRed, lineBlue < lineRed / 2], 'the line of a need, too').toEqual([true, true, true])
    const [needRed, needGreen, needBlue] = colour('need')
    expect([needRed > 220, needGreen > 200, needBlue < 130]).toEqual([true, true, true])
    const [offerRed, offerGreen, offerBlue] = colour('offer')
    expect([offerRed > 150, offerGreen < 60, offerBlue < 60]).toEqual([true, true, true])
  })
})

test('A21 the page is in the theme that was chosen, or as the device is, before anything of it is painted', () => {
  const early = read('public/first.js')
  for (const choice of THEME_CHOICES) {
    for (const isDark of [false, true]) {
      for (const wantsContrast of [false, true]) {
        const dataset: { theme?: string } = {}
        const holds = (query: string): boolean => (query.includes('scheme') ? isDark : query.includes('prefers-contrast') && wantsContrast)
        runInNewContext(early, {
          localStorage: { getItem: () => (choice === 'system' ? null : choice) },
          matchMedia: (query: string) => ({ matches: holds(query) }),
          document: { documentElement: { dataset } },
          navigator: { languages: [] },
          addEventListener: () => undefined,
        })
        expect([choice, isDark, wantsContrast, dataset.theme]).toEqual([choice, isDark, wantsContrast, themeFor(choice, { isDark, wantsContrast })])
      }
    }
  }
})
