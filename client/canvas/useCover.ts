import { useEffect, type RefObject } from 'react'
import type { WallScene } from './wallScene.ts'

/** What the wall goes to comes to be seen below what lies over its upper edge, as long as something does. */
export function useCover(scene: WallScene | undefined, cover: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = cover.current
    if (!scene || !element) return
    const observer = new ResizeObserver(() => scene.coverTop(element.offsetHeight === 0 ? 0 : element.offsetTop + element.offsetHeight))
    observer.observe(element)
    return () => {
      observer.disconnect()
      scene.coverTop(0)
    }
  }, [scene, cover])
}
