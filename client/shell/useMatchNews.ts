import { useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
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
  // Whose a note is never changes: the notes need not be followed letter by letter.
  const keys = useStore(matches.store, useShallow(({ open }) => matchKeys(open, store.getState().wall.notes, me?.id)))
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const news = keys.filter((key) => !seen.has(key))
  if (isOpen && news.length > 0) setSeen(new Set([...seen, ...news]))
  return requests + (isOpen ? 0 : news.length)
}
