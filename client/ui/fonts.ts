import { create } from 'zustand'
import { FONT_FILES, fontFilesFor } from '#shared/layout/fontFiles.ts'
import '../generated/fonts.css'

/** The typefaces of the wall, in the order in which they are asked for a character; theme.css has the same in `--font`. */
export const FONT_STACK = `${[...new Set(FONT_FILES.map(({ family }) => `"${family}"`))].join(', ')}, sans-serif`

interface FontState {
  /** Rises when type has arrived: what was measured before has to be measured again. */
  readonly epoch: number
  /** Files that are here. */
  readonly loaded: ReadonlySet<string>
}

/** `useFonts((state) => state.epoch)` in a component; `useFonts.subscribe` elsewhere. */
export const useFonts = create<FontState>(() => ({ epoch: 0, loaded: new Set() }))

/**
 * Brings the type a text needs; to be called before it is measured first. A canvas, unlike a page, does not ask for it.
 * Resolves when all is here or cannot be had now (no network): then it is asked for again at the next call.
 */
export async function loadFontsFor(text: string): Promise<void> {
  const missing = fontFilesFor(text).filter(({ file }) => !useFonts.getState().loaded.has(file))
  await Promise.all(
    missing.map(async ({ family, weight, file, ranges }) => {
      const sample = String.fromCharCode(ranges[0]?.[0] ?? 0x20)
      // A face that cannot be loaded leaves the browser's own in its place.
      const faces = await document.fonts.load(`${weight} 20px "${family}"`, sample).catch(() => [])
      if (faces.length === 0 || useFonts.getState().loaded.has(file)) return
      useFonts.setState(({ epoch, loaded }) => ({ epoch: epoch + 1, loaded: new Set([...loaded, file]) }))
    }),
  )
}
