import { useEffect, type RefObject } from 'react'
import type { Box } from '#shared/layout/box.ts'
import type { WallScene } from './wallScene.ts'

/**
 * Tells the scene what lies over it: whatever on the page has `data-cover`. That is `edge` where notes are not to be shown
 * below it when the wall is fitted.
 */
export function useCovers(scene: WallScene | undefined, frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current
    if (!scene || !element) return
    const read = (): void => {
      const { left, top } = element.getBoundingClientRect()
      const boxesOf = (selector: string): readonly Box[] =>
        [...document.querySelectorAll(selector)].map((cover) => cover.getBoundingClientRect()).filter(({ width }) => width > 0).map(({ x, y, width, height }) => ({ x: x - left, y: y - top, width, height }))
      scene.covers.lay(boxesOf(EDGE), boxesOf(OTHER))
    }
    const sizes = new ResizeObserver(read)
    const watch = (): void => {
      sizes.disconnect()
      for (const one of [element, ...document.querySelectorAll(ANY)]) sizes.observe(one)
    }
    // The figures of the zoom change in every frame: they are letters, and cover nothing.
    const comings = new MutationObserver((records) => {
      if (records.some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(holdsCover))) watch()
    })
    watch()
    comings.observe(document.body, { childList: true, subtree: true })
    return () => {
      sizes.disconnect()
      comings.disconnect()
      scene.covers.lay([], [])
    }
  }, [scene, frame])
}

const EDGE = '[data-cover=edge]'
const OTHER = '[data-cover=other]'
const ANY = '[data-cover]'

const holdsCover = (node: Node): boolean => node instanceof Element && (node.matches(ANY) || node.querySelector(ANY) !== null)
