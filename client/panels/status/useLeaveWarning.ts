import { useEffect } from 'react'
import { useSessionState } from '../../session/SessionContext.tsx'
import { mustStay } from './saveStatus.ts'

/** The browser asks before the page is closed, only while words would really be lost with it or left behind. */
export function useLeaveWarning(): void {
  const isNeeded = useSessionState(mustStay)
  useEffect(() => {
    if (!isNeeded) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isNeeded])
}
