import { useEffect, useState } from 'react'
import type { VersionsListed } from '#shared/protocol/api.ts'
import { listVersions, saveVersion, type Refusal } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession } from '../../session/SessionContext.tsx'

export interface Versions {
  /** `undefined` until they have come. */
  readonly listed: VersionsListed | undefined
  readonly task: { is: 'idle' | 'listing' | 'saving' | 'saved' } | { is: 'failed'; refusal: Refusal; again: () => void }
  /** Keeps the wall as it is now. */
  readonly save: () => void
}

/** The versions of the open wall as the server lists them, asked for when this is first used. */
export function useVersions(): Versions {
  const session = useSession()
  const [listed, setListed] = useState<VersionsListed>()
  const [task, setTask] = useState<Versions['task']>({ is: 'listing' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isWanted = true
    const list = async (): Promise<void> => {
      const answer = await askAs(session, listVersions)
      if (!isWanted) return
      if (answer.ok) setListed(answer.value)
      setTask(answer.ok ? { is: 'idle' } : { is: 'failed', refusal: answer.refusal, again: listAgain })
    }
    const listAgain = (): void => {
      setTask({ is: 'listing' })
      setAttempt(attempt + 1)
    }
    void list()
    return () => {
      isWanted = false
    }
  }, [session, attempt])

  const save = async (): Promise<void> => {
    setTask({ is: 'saving' })
    const answer = await askAs(session, saveVersion)
    if (answer.ok) setListed(answer.value)
    setTask(answer.ok ? { is: 'saved' } : { is: 'failed', refusal: answer.refusal, again: () => void save() })
  }
  return { listed, task, save: () => void save() }
}
