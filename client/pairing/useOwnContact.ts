import { useEffect, useState } from 'react'
import type { OwnContact } from '#shared/protocol/api.ts'
import { readOwnContact, setOwnContact, type Answer } from '../session/api.ts'
import { askAs } from '../session/askAs.ts'
import { useSession } from '../session/SessionContext.tsx'

interface OwnContactState {
  /** What the server keeps; `undefined` until it has answered. */
  readonly answer: Answer<OwnContact> | undefined
  /** @returns whether it is saved; then `answer` holds it */
  readonly save: (contact: string, consent: boolean) => Promise<boolean>
}

/** How one is reached oneself and what that may be used for, as the server keeps it. */
export function useOwnContact(): OwnContactState {
  const session = useSession()
  const [answer, setAnswer] = useState<Answer<OwnContact>>()
  useEffect(() => {
    let isWanted = true
    void askAs(session, readOwnContact).then((given) => isWanted && setAnswer(given))
    return () => {
      isWanted = false
    }
  }, [session])
  return {
    answer,
    async save(contact, consent) {
      const saved = await askAs(session, (wall, token) => setOwnContact(wall, token, contact, consent))
      if (saved.ok) setAnswer(saved)
      return saved.ok
    },
  }
}
