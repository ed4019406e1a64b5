import type { SessionState } from './openSession.ts'

/** Why something of one's own is not on everybody's wall yet; `undefined` when all of it is, or is just going up. */
export function whyWaiting({ waiting, heldBy, connection }: Pick<SessionState, 'waiting' | 'heldBy' | 'connection'>): 'closed' | 'line' | 'lock' | 'server' | undefined {
  if (waiting === 0) return undefined
  if (connection.is === 'closed') return 'closed'
  return connection.is === 'open' ? heldBy : 'line'
}
