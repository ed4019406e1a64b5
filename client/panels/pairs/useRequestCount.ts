import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { isDue, requestsOf } from './requestsOf.ts'

/** How many requests this person is to answer now: for a badge. */
export function useRequestCount(): number {
  const { me } = useSession()
  return useSessionState(({ wall }) => requestsOf(wall, me?.id).filter(isDue).length)
}
