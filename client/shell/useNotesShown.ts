import { useEffect, useState } from 'react'
import { useSessionState } from '../session/SessionContext.tsx'

/** A list takes two or three to find out how high it is and to draw what fits; one that nobody sees draws nothing. */
const MOST_FRAMES = 10

/** Whether the notes have been painted, or none are to be waited for: what nobody needs to read and to write them comes only then. */
export function useNotesShown(): boolean {
  const isRead = useSessionState(({ loaded, connection }) => loaded || connection.is === 'offline' || connection.is === 'closed')
  const isEmpty = useSessionState(({ wall }) => wall.notes.size === 0)
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isRead || isShown) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let frames = 0
    const look = (): void => {
      frames += 1
      // What is there now is painted with this frame, and what is asked for here comes after it.
      if (isEmpty || document.querySelector('[data-note]') || frames === MOST_FRAMES) timer = setTimeout(() => setShown(true))
      else frame = requestAnimationFrame(look)
    }
    let frame = requestAnimationFrame(look)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isRead, isEmpty, isShown])
  return isShown
}
