import { create } from 'zustand'
import { familiesFor, fontFilesFor, type FontFile } from '#shared/layout/fontFiles.ts'
import '../generated/fonts.css'

/** The typefaces of the wall, in the order in which they are asked for a character; theme.css has the same in `--font`. */
const stackOf = (lang: string): string => `${familiesFor(lang).map((family) => `"${family}"`).join(', ')}, sans-serif`
const STACK = stackOf('und')
const JAPANESE_STACK = stackOf('ja')

/** @param lang BCP 47 tag of the text */
export const fontStack = (lang: string): string => (lang.startsWith('ja') ? JAPANESE_STACK : STACK)

interface FontState {
  /** Rises when type has arrived: what was measured before has to be measured again. */
  readonly epoch: number
  /** Files that are here. */
  readonly loaded: ReadonlySet<string>
}

/** `useFonts((state) => state.epoch)` in a component; `useFonts.subscribe` elsewhere. */
export const useFonts = create<FontState>(() => ({ epoch: 0, loaded: new Set() }))

const SHOWN = 'pollinate.type'

/**
 * Sets the page in our typefaces. Until then it is in the device's own: ours are larger than all that it takes to read the
 * notes, and would share the line with it. A device that has them begins with them: see public/first.js.
 */
export function showType(): void {
  document.documentElement.dataset.type = 'ours'
  try {
    localStorage.setItem(SHOWN, 'ours')
  } catch {
    // Storage is switched off: the next page begins in the device's own too.
  }
}

/**
 * Brings the type a text needs; to be called before it is measured first. A canvas, unlike a page, does not ask for it.
 * Resolves when all is here or cannot be had now (no network): then it is asked for again at the next call.
 */
export async function loadFontsFor(text: string): Promise<void> {
  const missing = fontFilesFor(text).filter(({ file }) => !useFonts.getState().loaded.has(file))
  // Notes are set in the regular weight: on a weak line the bold of names does not hold them up.
  await Promise.all(missing.filter(({ weight }) => weight === 400).map(load))
  await Promise.all(missing.filter(({ weight }) => weight === 700).map(load))
}

async function load({ family, weight, file, ranges }: FontFile): Promise<void> {
  const sample = String.fromCodePoint(ranges[0]?.[0] ?? 0x20)
  // A face that cannot be loaded leaves the browser's own in its place.
  const faces = await document.fonts.load(`${weight} 20px "${family}"`, sample).catch(() => [])
  if (faces.length === 0 || useFonts.getState().loaded.has(file)) return
  useFonts.setState(({ epoch, loaded }) => ({ epoch: epoch + 1, loaded: new Set([...loaded, file]) }))
}
