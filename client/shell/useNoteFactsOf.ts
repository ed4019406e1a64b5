import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Matches } from '../panels/matching/createMatches.ts'
import { unansweredNeeds } from '../panels/matching/unansweredNeeds.ts'
import { useSession } from '../session/SessionContext.tsx'
import { NO_FACTS, useNoteFacts } from '../state/noteFacts.ts'
import { useView } from '../state/viewStore.ts'

/** Topics are asked for anew so long after something was written: soon while the filter goes by them. */
const TOPICS_MS = { wanted: 1000, idle: 10_000 } as const

/** Keeps what list and wall filter and mark by in step with the matcher, as far as somebody asks for it. */
export function useNoteFactsOf(matches: Matches): void {
  const session = useSession()
  const asksUnanswered = useView((view) => view.marksUnanswered || view.filter.onlyUnanswered)
  const asksTopics = useView((view) => view.filter.topic !== 'all')
  const isReady = useStore(matches.store, ({ status }) => status === 'ready')
  const labels = useStore(matches.store, (state) => state.labels)

  useEffect(() => {
    if (!asksUnanswered) return
    const find = (): void => {
      const { survey } = matches.store.getState()
      if (!survey) return
      const found = unansweredNeeds(survey.pairs, session.store.getState().wall)
      if (!isSame(found, useNoteFacts.getState().unanswered)) useNoteFacts.setState({ unanswered: found })
    }
    const stops = [
      matches.lookAtWall(),
      matches.store.subscribe((now, before) => now.survey !== before.survey && find()),
      session.store.subscribe((now, before) => now.wall.pairs !== before.wall.pairs && find()),
    ]
    find()
    return () => {
      for (const stop of stops) stop()
      useNoteFacts.setState({ unanswered: undefined })
    }
  }, [asksUnanswered, matches, session])

  useEffect(() => {
    if (!isReady) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async (): Promise<void> => {
      timer = undefined
      try {
        const topics = await matches.topics()
        if (!isOver) useNoteFacts.setState({ topics })
      } catch {
        // The matcher has failed; its panel says so, and no topics are offered here.
      }
    }
    void ask()
    const stop = session.onNotes(() => {
      timer ??= setTimeout(() => void ask(), asksTopics ? TOPICS_MS.wanted : TOPICS_MS.idle)
    })
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
    }
  }, [isReady, asksTopics, matches, session])

  useEffect(() => useNoteFacts.setState({ labels }), [labels])
  useEffect(() => () => useNoteFacts.setState(NO_FACTS), [session])
}

const isSame = (one: ReadonlySet<NoteId>, other: ReadonlySet<NoteId> | undefined): boolean =>
  other !== undefined && one.size === other.size && [...one].every((id) => other.has(id))
