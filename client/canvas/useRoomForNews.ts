import { useEffect, type RefObject } from 'react'

/**
 * Tells the style sheet of the page where news stands over the wall and covers none of its bars: `--wall-left` and `--wall-right` from the
 * sides of the window, `--wall-bars` from the upper edge of the wall, in CSS pixels.
 * @param bars what lies over the upper edge, as soon as it is there
 */
export function useRoomForNews(frame: RefObject<HTMLElement | null>, bars: HTMLElement | null): void {
  useEffect(() => {
    const wall = frame.current
    if (!wall || !bars) return
    const { style } = document.documentElement
    const tell = (): void => {
      const { left, right, top, width } = wall.getBoundingClientRect()
      if (width === 0) return // something else is in front
      style.setProperty('--wall-left', `${left}px`)
      style.setProperty('--wall-right', `${innerWidth - right}px`)
      style.setProperty('--wall-bars', `${bars.getBoundingClientRect().bottom - top}px`)
    }
    const sizes = new ResizeObserver(tell)
    for (const element of [wall, bars]) sizes.observe(element)
    return () => {
      sizes.disconnect()
      for (const name of ['--wall-left', '--wall-right', '--wall-bars']) style.removeProperty(name)
    }
  }, [frame, bars])
}
