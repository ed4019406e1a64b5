import { useCallback } from 'react'
import { useStore } from 'zustand'
import { findExchanges, type Exchange } from '#shared/matching/findExchanges.ts'
import { notesOfPair, pairIdOf } from '#shared/wall/ids.ts'
import type { Pair } from '#shared/wall/schema.ts'
import { isDismissed } from '../../pairing/isDismissed.ts'
import { pairOf } from '../../pairing/pairOf.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { useOfWall } from '../../session/useOfWall.ts'
import type { Matches } from './createMatches.ts'

/** The two-way pairs among the matches that are looked at: of the whole wall, or of some notes. What came to nothing is none. */
export function useExchanges(matches: Matches): readonly Exchange[] {
  const { me } = useSession()
  const shelves = useStore(matches.store, (state) => state.shelves)
  const survey = useStore(matches.store, (state) => state.survey)
  return useOfWall(useCallback(({ notes, pairs }) => {
    const isOver = (pair: Pair | undefined): boolean =>
      pair !== undefined && (pair.state === 'declined' || pair.state === 'dropped' || isDismissed(pair, me?.id, notes))
    const found = [...shelves].flatMap(([id, { first, waiting, more }]) => {
      const note = notes.get(id)
      if (!note) return []
      return [...first, ...waiting, ...more].flatMap(({ id: other, score, likelihood }) => {
        const ends = notesOfPair(pairOf(note, other))
        return likelihood === 'faint' || !ends ? [] : [{ ...ends, score, likelihood }]
      })
    })
    const open = (survey?.pairs ?? found).filter(({ need, offer }) => !isOver(pairs.get(pairIdOf(need, offer))))
    return findExchanges(open, (id) => notes.get(id)?.country)
  }, [shelves, survey, me]))
}
