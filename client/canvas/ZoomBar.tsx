import { CornerUpLeft, LassoSelect, Maximize, Minus, Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { takeLasso, useView } from '../state/viewStore.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { zoomedTo } from './camera.ts'
import { giveHint } from './hints.ts'
import type { WallScene } from './wallScene.ts'
import styles from './ZoomBar.module.css'

const STEP = 1.25

/** Zooms about the middle of the wall in sight. */
export function zoomBy(scene: WallScene, factor: number): void {
  const camera = scene.man.camera()
  zoomAt(scene, camera.zoom * factor)
}
/** @param how a `leap` is a way that leads back */
export function zoomAt({ man }: WallScene, zoom: number, how: 'fly' | 'leap' = 'fly'): void {
  const { width, height } = man.size()
  man[how](zoomedTo(man.camera(), zoom, [width / 2, height / 2]))
}

interface ZoomBarProps {
  scene: WallScene
  /** Notes can be selected here. */
  hasLasso: boolean
}

export function ZoomBar({ scene, hasLasso }: ZoomBarProps) {
  const { t } = useTranslation()
  const canGoBack = useSyncExternalStore(scene.man.onMove, scene.man.canGoBack)
  const isLassoOn = useView((view) => view.hasLasso)
  return (
    <div role="group" aria-label={t('canvas.zoom')} className={styles.bar}>
      {hasLasso && (
        <IconButton
          label={t('hand.lasso')}
          aria-pressed={isLassoOn}
          onPress={() => {
            takeLasso(!isLassoOn)
            giveHint(isLassoOn ? undefined : { text: t('hand.lassoHint') })
          }}
        >
          <LassoSelect aria-hidden="true" />
        </IconButton>
      )}
      {canGoBack && (
        <IconButton label={t('hand.goBack')} onPress={() => scene.man.back()}>
          <CornerUpLeft aria-hidden="true" />
        </IconButton>
      )}
      <IconButton label={t('canvas.zoomOut')} onPress={() => zoomBy(scene, 1 / STEP)}>
        <Minus aria-hidden="true" />
      </IconButton>
      <Percent scene={scene} />
      <IconButton label={t('canvas.zoomIn')} onPress={() => zoomBy(scene, STEP)}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton label={t('canvas.fit')} onPress={() => scene.seek([])}>
        <Maximize aria-hidden="true" />
      </IconButton>
    </div>
  )
}

/** While the zoom changes its figures follow so often: faster nobody reads them, and each time the page is laid out. */
const FIGURES_MS = 120

/** The zoom in figures. While it changes only its letters and its name do: drawing the bar in every frame would take half of each. */
function Percent({ scene }: Pick<ZoomBarProps, 'scene'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { man } = scene
  const button = useRef<HTMLButtonElement>(null)
  const letters = useRef<HTMLSpanElement>(null)
  const format = useMemo(() => {
    const numbers = new Intl.NumberFormat(language, { style: 'percent' })
    return (zoom: number): string => numbers.format(zoom)
  }, [language])
  useEffect(() => {
    let shown: number | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = (): void => {
      const { zoom } = man.camera()
      if (zoom === shown || timer !== undefined || !letters.current) return
      shown = zoom
      timer = setTimeout(() => {
        timer = undefined
        follow()
      }, FIGURES_MS)
      const percent = format(zoom)
      if (letters.current.textContent === percent) return
      letters.current.textContent = percent
      button.current?.setAttribute('aria-label', t('canvas.actualSize', { percent }))
    }
    follow()
    const stop = man.onMove(follow)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [man, format, t])
  const percent = format(man.camera().zoom)
  return (
    <Button ref={button} className={styles.percent} aria-label={t('canvas.actualSize', { percent })} onPress={() => zoomAt(scene, 1, 'leap')}>
      <span ref={letters}>{percent}</span>
    </Button>
  )
}
