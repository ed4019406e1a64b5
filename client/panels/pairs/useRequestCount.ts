import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { requestsOf } from './requestsOf.ts'

/** How many requests wait for an answer of this person: for a badge. */
export function useRequestCount(): number {
  const { me } = useSession()
  return useSessionState(({ wall }) => requestsOf(wall, me?.id).length)
}
