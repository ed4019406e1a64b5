import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { MATCH_KEYS } from '../../keys/matchKeys.ts'
import { pressedLine } from '../../keys/press.ts'

/** Marks what the arrow keys stop at: a match, or a row of a list. */
export const STOP = { 'data-stop': '' } as const
const STOPS = '[data-stop]'

interface Stops {
  readonly onFocus: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Arrow keys, Home and End go from match to match, past all the buttons between them. And the focus is never lost: what had
 * it may go (a button that was pressed, a match that left); then it is given to the match that the button was part of, to
 * the one that stands in its place now, or to the panel itself.
 */
export function useStops(panel: RefObject<HTMLElement | null>): Stops {
  const last = useRef<{ element: Element; stop: HTMLElement | null; place: number }>(undefined)
  const stopsIn = (): readonly HTMLElement[] => [...(panel.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])]

  useEffect(() => {
    const root = panel.current
    if (!root) return
    const observer = new MutationObserver(() => {
      if (!last.current || last.current.element.isConnected || document.activeElement !== document.body) return
      const { stop, place } = last.current
      const stops = [...root.querySelectorAll<HTMLElement>(STOPS)]
      const next = stop?.isConnected ? stop : stop && stops[Math.min(place, stops.length - 1)]
      ;(next ?? root).focus({ preventScroll: true })
    })
    observer.observe(root, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [panel])

  return {
    onFocus({ target }) {
      const stop = target.closest<HTMLElement>(STOPS)
      last.current = { element: target, stop, place: stop ? stopsIn().indexOf(stop) : -1 }
    },
    onKeyDown(event) {
      const { target } = event
      const to = pressedLine(MATCH_KEYS, event.nativeEvent)?.command
      if (to === undefined || !(target instanceof HTMLElement)) return
      const stop = target.closest<HTMLElement>(STOPS)
      if (!stop || target.matches('input, textarea, select')) return
      const stops = stopsIn()
      const next = to === 'first' ? 0 : to === 'last' ? stops.length - 1 : stops.indexOf(stop) + to
      event.preventDefault()
      stops[Math.max(0, Math.min(next, stops.length - 1))]?.focus()
    },
  }
}
