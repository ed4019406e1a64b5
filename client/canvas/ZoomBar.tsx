import { CornerUpLeft, LassoSelect, Maximize, Minus, Plus } from 'lucide-react'
import { useSyncExternalStore } from 'react'
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
  const language = useLanguage()
  const zoom = useSyncExternalStore(scene.man.onMove, () => Math.round(scene.man.camera().zoom * 100))
  const canGoBack = useSyncExternalStore(scene.man.onMove, scene.man.canGoBack)
  const isLassoOn = useView((view) => view.hasLasso)
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(zoom / 100)
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
      <Button className={styles.percent} aria-label={t('canvas.actualSize', { percent })} onPress={() => zoomAt(scene, 1, 'leap')}>
        {percent}
      </Button>
      <IconButton label={t('canvas.zoomIn')} onPress={() => zoomBy(scene, STEP)}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton label={t('canvas.fit')} onPress={() => scene.seek([])}>
        <Maximize aria-hidden="true" />
      </IconButton>
    </div>
  )
}
