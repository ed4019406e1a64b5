import type Konva from 'konva'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/SessionContext.tsx'
import { useTheme } from '../ui/theme.ts'
import { useLanguage } from '../ui/useLanguage.ts'
import type { Camera, Insets } from './camera.ts'
import { markUnanswered } from './find/markUnanswered.ts'
import { siftByFilter } from './find/siftByFilter.ts'
import { readNoteInk } from './noteInk.ts'
import { createWallScene, type WallScene } from './wallScene.ts'

interface SceneParts {
  host: RefObject<HTMLDivElement | null>
  layer: RefObject<Konva.Layer | null>
  insets: Insets
  isScreen: boolean
}

/** More than two device pixels to a CSS pixel cost four times the painting, and nobody sees them. */
const MOST_RATIO = 2

/** Keeps a scene for the wall that is open, as large as its host. Made anew when the language changes; the camera stays. */
export function useWallScene({ host, layer, insets, isScreen }: SceneParts) {
  const session = useSession()
  const language = useLanguage()
  const { t } = useTranslation()
  const [scene, setScene] = useState<WallScene>()
  const [size, setSize] = useState({ width: 0, height: 0 })
  const lastCamera = useRef<Camera>(undefined)
  const isSized = size.width > 0

  useEffect(() => {
    const element = host.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [host])

  useEffect(() => {
    if (!isSized) return
    const next = createWallScene({
      session,
      language,
      ink: readNoteInk(t, language),
      insets,
      isScreen,
      draw: () => layer.current?.drawScene(),
      start: lastCamera.current,
    })
    setScene(next)
    return () => {
      lastCamera.current = next.man.camera()
      next.close()
      setScene(undefined)
    }
  }, [session, language, t, insets, isScreen, isSized, layer])

  useEffect(() => {
    if (!scene) return
    return useTheme.subscribe((now, before) => {
      if (now.theme !== before.theme) scene.paintIn(readNoteInk(t, language))
    })
  }, [scene, t, language])

  useEffect(() => {
    if (!scene || isScreen) return
    const stops = [siftByFilter(scene, session, language), markUnanswered(scene)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [scene, session, language, isScreen])

  useEffect(() => {
    if (!scene || !isSized) return
    const ratio = Math.min(MOST_RATIO, devicePixelRatio)
    layer.current?.getCanvas().setPixelRatio(ratio)
    scene.resize(size, ratio)
    // A window that is dragged to another screen changes its ratio and not its size.
    const other = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
    const onOther = (): void => setSize({ ...size })
    other.addEventListener('change', onOther)
    return () => other.removeEventListener('change', onOther)
  }, [scene, size, isSized, layer])

  return { scene, size }
}
