import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Matches } from '../panels/matching/createMatches.ts'
import { matchKeys } from '../panels/matching/matchNews.ts'
import { useRequestCount } from '../panels/pairs/useRequestCount.ts'
import { useSession } from '../session/SessionContext.tsx'

/**
 * What waits behind the word "Matches": requests to answer, and matches of one's own notes that were not in view yet.
 * @param isOpen whether they are in view now
 */
export function useMatchNews(matches: Matches, isOpen: boolean): number {
  const { me, store } = useSession()
  const requests = useRequestCount()
  const open = useStore(matches.store, (state) => state.open)
  // Whose a note is never changes: the notes need not be followed letter by letter.
  const keys = useMemo(() => matchKeys(open, store.getState().wall.notes, me?.id), [open, store, me])
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const news = keys.filter((key) => !seen.has(key))
  if (isOpen && news.length > 0) setSeen(new Set([...seen, ...news]))
  return requests + (isOpen ? 0 : news.length)
}
