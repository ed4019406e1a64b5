import { useEffect, useState } from 'react'
import type { ContactGiven } from '#shared/protocol/api.ts'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import { askContact, type Answer } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'

/** How to reach somebody about a pair: asked of the server each time, and kept nowhere. */
export function useContact(pair: PairId, person: ParticipantId): { answer: Answer<ContactGiven> | undefined; askAgain: () => void } {
  const session = useSession()
  const [answer, setAnswer] = useState<Answer<ContactGiven>>()
  const [attempt, setAttempt] = useState(0)
  // The server gives it once it knows that both have said yes, and one's own yes may still be on its way.
  const isSaid = useSessionState(({ waiting, connection }) => waiting === 0 || connection.is !== 'open')
  const isTimeToAsk = isSaid || answer?.ok === true
  useEffect(() => {
    if (!isTimeToAsk) return
    let isWanted = true
    const ask = async (): Promise<void> => {
      const given = await askAs(session, (wall, token) => askContact(wall, token, pair, person))
      if (isWanted) setAnswer(given)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [session, pair, person, attempt, isTimeToAsk])
  return { answer, askAgain: () => setAttempt(attempt + 1) }
}
