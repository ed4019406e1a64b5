import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { NoteId } from '#shared/wall/ids.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { useView } from '../../state/viewStore.ts'
import { candidateLines } from './candidateLines.ts'
import type { Matches } from './createMatches.ts'

/** Has the wall draw what the panel lists for the selected notes. */
export function useCandidateLines(matches: Matches, selected: readonly NoteId[]): void {
  const { store } = useSession()
  const open = useStore(matches.store, (state) => state.open)
  useEffect(() => {
    const candidates = candidateLines(selected, open, store.getState().wall.notes)
    if (candidates.length > 0 || useView.getState().candidates.length > 0) useView.setState({ candidates })
  }, [store, open, selected])
  useEffect(() => () => useView.setState({ candidates: [] }), [])
}
