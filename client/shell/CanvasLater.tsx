import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import type { WallCanvasProps } from '../canvas/WallCanvas.tsx'
import { loadFontsFor } from '../ui/fonts.ts'
import { later } from '../ui/later.tsx'
import { NotLoaded } from '../ui/NotLoaded.tsx'
import styles from './CanvasLater.module.css'
import { useNotesShown } from './useNotesShown.ts'

export const loadCanvas = () => import('../canvas/WallCanvas.tsx')
const WallCanvas = later(async () => (await loadCanvas()).WallCanvas, CanvasNotLoaded)

/** The wall as a picture. It comes after everything that can be read and written without it, and can stay away. `fit`: for the screen of the room. */
export function CanvasLater({ fit, arrangeSource }: Pick<WallCanvasProps, 'fit' | 'arrangeSource'>) {
  const { t } = useTranslation()
  const isTime = useNotesShown() || fit
  useEffect(() => {
    // With the code, and not after it: notes that are laid out before their type is here have to be laid out once more.
    if (isTime) void loadFontsFor('')
  }, [isTime])
  const waiting = <p className={styles.words}>{t('wall.drawing')}</p>
  return (
    <ErrorBoundary fallback={<p className={styles.words}>{t('wall.notDrawn')}</p>}>
      <Suspense fallback={waiting}>{isTime ? <WallCanvas fit={fit} arrangeSource={arrangeSource} /> : waiting}</Suspense>
    </ErrorBoundary>
  )
}

function CanvasNotLoaded() {
  return (
    <div className={styles.words}>
      <NotLoaded />
    </div>
  )
}
