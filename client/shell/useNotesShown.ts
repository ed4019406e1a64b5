import { useEffect, useState } from 'react'
import { useSessionState } from '../session/SessionContext.tsx'

/** Whether the notes have been painted, or none are to be waited for: what nobody needs to read and to write them comes only then. */
export function useNotesShown(): boolean {
  const isRead = useSessionState(({ loaded, connection }) => loaded || connection.is === 'offline' || connection.is === 'closed')
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isRead) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // Code that runs after a frame was asked for, and let go, runs after it was painted.
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setShown(true))))
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isRead])
  return isShown
}
