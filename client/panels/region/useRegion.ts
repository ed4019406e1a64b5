import { useEffect, useState } from 'react'
import { countRegion, type Region } from '#shared/region/countRegion.ts'
import { useSession } from '../../session/SessionContext.tsx'
import type { RegionSource } from './regionSource.ts'

/** Numbers that change with every letter cannot be read; so often at most they are counted anew. */
const CALM_MS = 3000

export interface CountedRegion {
  readonly region: Region
  /** Whether the topics are known; without a matcher there are none. */
  readonly hasTopics: boolean
}

/** The region as the wall stands, followed calmly; `undefined` until it has been counted. */
export function useRegion(source: RegionSource): CountedRegion | undefined {
  const session = useSession()
  const [counted, setCounted] = useState<CountedRegion>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isClosed = false
    const count = async (): Promise<void> => {
      timer = undefined
      // A matcher that cannot be had leaves the topics out; the rest is counted without it.
      const topics = await source.topics().catch(() => undefined)
      if (!isClosed) setCounted({ region: countRegion(session.store.getState().wall, topics ?? new Map()), hasTopics: topics !== undefined })
    }
    const stop = session.store.subscribe((state, before) => {
      if (state.wall !== before.wall) timer ??= setTimeout(() => void count(), CALM_MS)
    })
    // Once the matcher has been started, which the page does in the same breath.
    timer = setTimeout(() => void count())
    return () => {
      isClosed = true
      clearTimeout(timer)
      stop()
    }
  }, [session, source])
  return counted
}
