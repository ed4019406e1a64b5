import { useEffect, useState } from 'react'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { listRemoved, readmitPerson } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession } from '../../session/SessionContext.tsx'

interface Removed {
  /** `undefined` until the server has said it; empty where it does not answer. */
  readonly removed: ReadonlySet<ParticipantId> | undefined
  /** For a facilitator. @returns whether they are let back in */
  readonly letBack: (person: ParticipantId) => Promise<boolean>
}

/** Who was removed from the open wall, asked for when this is first used. */
export function useRemoved(): Removed {
  const session = useSession()
  const [removed, setRemoved] = useState<ReadonlySet<ParticipantId>>()
  useEffect(() => {
    let isWanted = true
    void askAs(session, listRemoved).then((answer) => {
      if (isWanted) setRemoved(new Set(answer.ok ? answer.value.participants : []))
    })
    return () => {
      isWanted = false
    }
  }, [session])

  const letBack = async (person: ParticipantId): Promise<boolean> => {
    const { ok } = await askAs(session, (wall, token) => readmitPerson(wall, token, person))
    if (ok) setRemoved((known) => new Set([...(known ?? [])].filter((id) => id !== person)))
    return ok
  }
  return { removed, letBack }
}
