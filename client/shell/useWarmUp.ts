import { useEffect } from 'react'
import { useSessionState } from '../session/SessionContext.tsx'

/** Long after the wall is there, so that on a weak line nothing that is looked at has to wait. */
const AFTER_MS = 20_000

async function warmUp(signal: AbortSignal): Promise<void> {
  try {
    const { warmUpExport } = await import('../export/warmUpExport.ts')
    await Promise.all([warmUpExport(signal), import('../panels/meetings/MeetingsPanel.tsx')])
  } catch {
    // The line went meanwhile; nothing was asked for yet, and it is fetched when it is.
  }
}

/** Fetches ahead what making a PDF takes and what shows the meetings, so that both are there when the line is gone. */
export function useWarmUp(): void {
  const isOpen = useSessionState(({ connection }) => connection.is === 'open')
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
    if (!isOpen || connection?.saveData) return
    const stopped = new AbortController()
    const timer = setTimeout(() => void warmUp(stopped.signal), AFTER_MS)
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [isOpen])
}
