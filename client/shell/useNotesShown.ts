import { useEffect, useState } from 'react'
import { useSessionState } from '../session/SessionContext.tsx'
import { NOTES_ID } from './skipToNotes.ts'

/** Whether the notes have been painted, or none are to be waited for: what nobody needs to read and to write them comes only then. */
export function useNotesShown(): boolean {
  const isRead = useSessionState(({ loaded }) => loaded)
  const isCutOff = useSessionState(({ connection }) => connection.is === 'offline' || connection.is === 'closed')
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isShown && (isRead || isCutOff)) return whenListed(isRead, () => setShown(true))
  }, [isRead, isCutOff, isShown])
  return isShown
}

/**
 * Calls back once the list has painted its first rows, or has said that there are none. A list that nobody sees draws nothing,
 * and holds nothing up.
 * @returns how to stop waiting
 */
function whenListed(isRead: boolean, onListed: () => void): () => void {
  const list = document.getElementById(NOTES_ID)
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    const isListed = !isRead || !list?.offsetHeight || list.querySelector('[data-note], [data-no-notes]') !== null
    // What is there now is painted with this frame, and what is asked for here comes after it.
    if (isListed) frame ??= requestAnimationFrame(() => (timer = setTimeout(onListed)))
  }
  const rows = new MutationObserver(look)
  // Tells also when the list is put away.
  const size = new ResizeObserver(look)
  if (list) {
    rows.observe(list, { childList: true, subtree: true })
    size.observe(list)
  }
  look()
  return () => {
    rows.disconnect()
    size.disconnect()
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
