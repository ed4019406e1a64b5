import type Konva from 'konva'
import type { Context } from 'konva/lib/Context'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Size } from '#shared/layout/box.ts'
import { useSession } from '../session/SessionContext.tsx'
import { useView } from '../state/viewStore.ts'
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

/** Keeps a scene for the wall that is open, as large as its host. Made anew when the language changes; what is seen stays. */
export function useWallScene({ host, layer, insets, isScreen }: SceneParts) {
  const session = useSession()
  const language = useLanguage()
  const { t } = useTranslation()
  const [scene, setScene] = useState<WallScene>()
  const [size, setSize] = useState({ width: 0, height: 0 })
  const lastCamera = useRef<Camera>(undefined)
  /** What is painted: before anything that stands over it is made. */
  const painted = useRef<WallScene>(undefined)
  const hasPainted = useRef(false)
  const isSized = size.width > 0

  // Looked at before the page is painted: the observer alone would speak a frame later, and frames are slow while a page opens.
  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const measure = (): void => {
      const now = sizeOf(element)
      setSize((before) => (before.width === now.width && before.height === now.height ? before : now))
    }
    measure()
    const observer = new ResizeObserver(measure)
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
    painted.current = next
    let stop = (): void => undefined
    if (hasPainted.current) setScene(next)
    else {
      // The first picture does not wait for all the bars and buttons that stand over it.
      hasPainted.current = true
      fitTo(sizeOf(host.current), next, layer.current)
      stop = afterFrame(() => setScene(next))
    }
    return () => {
      stop()
      // Where the whole wall was seen it is again, and goes on fitting.
      lastCamera.current = next.isWhole() ? undefined : next.man.camera()
      next.close()
      painted.current = undefined
      setScene(undefined)
    }
  }, [session, language, t, insets, isScreen, isSized, host, layer])

  useEffect(() => {
    if (scene) useView.setState({ isWallShown: true })
  }, [scene])

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
    fitTo(size, scene, layer.current)
    // A window that is dragged to another screen changes its ratio and not its size.
    const other = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
    const onOther = (): void => setSize({ ...size })
    other.addEventListener('change', onOther)
    return () => other.removeEventListener('change', onOther)
  }, [scene, size, isSized, layer])

  // Always the same function: Konva paints all of the wall once more when it gets another.
  const paint = useCallback((context: Context) => painted.current?.paint(bare(context)), [])
  return { scene, size, paint }
}

/** Konva wraps the canvas's own context; its wrapper would count and forward each of our thousands of calls. */
function bare(context: Context): CanvasRenderingContext2D {
  return context._context
}

const sizeOf = (element: HTMLElement | null): Size => ({ width: element?.clientWidth ?? 0, height: element?.clientHeight ?? 0 })

function fitTo(size: Size, scene: WallScene, layer: Konva.Layer | null): void {
  const ratio = Math.min(MOST_RATIO, devicePixelRatio)
  const canvas = layer?.getCanvas()
  // To set it empties the canvas, though it be the same.
  if (canvas && canvas.getPixelRatio() !== ratio) canvas.setPixelRatio(ratio)
  scene.resize(size, ratio)
}

/** After the next frame has been painted. @returns how to let it be */
function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => (timer = setTimeout(run)))
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
