import type { ComponentType } from 'react'
import { createStore } from 'zustand/vanilla'
import type { WallCanvasProps } from '../canvas/WallCanvas.tsx'
import { loadMoreWords } from '../i18n/setUpI18n.ts'
import { loadFontsFor } from '../ui/fonts.ts'
import { isQuickHere } from '../ui/isQuick.ts'
import { PHONE } from '../ui/useMedia.ts'

export const loadCanvas = () => import('../canvas/WallCanvas.tsx')

/** The canvas, where it came before the notes did. */
export const canvasAhead = createStore<{ readonly WallCanvas?: ComponentType<WallCanvasProps> }>(() => ({}))

/**
 * Brings the canvas while the server is asked for the notes, where neither line nor device is slow. Elsewhere it comes after the notes, as it
 * does when it fails to come now; and a phone begins with the form.
 */
export async function loadAhead(): Promise<void> {
  if (!isQuickHere() || matchMedia(PHONE).matches) return
  void loadFontsFor('')
  try {
    const [{ WallCanvas }] = await Promise.all([loadCanvas(), loadMoreWords()])
    canvasAhead.setState({ WallCanvas })
  } catch {
    // Asked for again when it is its turn.
  }
}
