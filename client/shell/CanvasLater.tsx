import { memo, useEffect, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import type { WallCanvasProps } from '../canvas/WallCanvas.tsx'
import { useSessionState } from '../session/SessionContext.tsx'
import { loadFontsFor } from '../ui/fonts.ts'
import { loadPart } from '../ui/later.tsx'
import { NotLoaded } from '../ui/NotLoaded.tsx'
import styles from './CanvasLater.module.css'
import { canvasAhead, loadCanvas } from './loadCanvas.ts'
import { useNotesShown } from './useNotesShown.ts'

const loadWall = (): Promise<ComponentType<WallCanvasProps>> => loadPart(async () => (await loadCanvas()).WallCanvas, CanvasNotLoaded)

/** The wall as a picture. It comes after everything that can be read and written without it, and can stay away. `fit`: for the screen of the room. */
export const CanvasLater = memo(function CanvasLater({ fit, arrangeSource }: Pick<WallCanvasProps, 'fit' | 'arrangeSource'>) {
  const { t } = useTranslation()
  const isTime = useNotesShown() || fit
  const isRead = useSessionState(({ loaded }) => loaded)
  const [WallCanvas, setWallCanvas] = useState(() => canvasAhead.getState().WallCanvas)
  useEffect(() => {
    // With the code, and not after it: notes that are laid out before their type is here have to be laid out once more.
    if (isTime) void loadFontsFor('')
  }, [isTime])
  useEffect(() => {
    if (WallCanvas) return
    let isGone = false
    const take = (part: ComponentType<WallCanvasProps> | undefined): void => {
      if (!isGone) setWallCanvas(() => part)
    }
    if (isTime) void loadWall().then(take)
    const stop = canvasAhead.subscribe((now) => take(now.WallCanvas))
    return () => {
      isGone = true
      stop()
    }
  }, [WallCanvas, isTime])
  const waiting = <p className={styles.words}>{t('wall.drawing')}</p>
  return (
    <ErrorBoundary fallback={<p className={styles.words}>{t('wall.notDrawn')}</p>}>
      {WallCanvas && (isRead || isTime) ? <WallCanvas fit={fit} arrangeSource={arrangeSource} /> : waiting}
    </ErrorBoundary>
  )
})

function CanvasNotLoaded() {
  return (
    <div className={styles.words}>
      <NotLoaded />
    </div>
  )
}
