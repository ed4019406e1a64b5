import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Exchange } from '#shared/matching/findExchanges.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { pairOf } from '../../pairing/pairOf.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import type { Matches } from './createMatches.ts'
import { isOn, passing, type MatchFilter } from './matchFilter.ts'
import styles from './MatchPanel.module.css'
import { NoteCandidates } from './NoteCandidates.tsx'

interface NoteMatchesProps {
  id: NoteId
  matches: Matches
  filter: MatchFilter
  exchanges: readonly Exchange[]
}

/** One note and what may belong to it; while a filter is on, only if something passes it. */
export function NoteMatches({ id, matches, filter, exchanges }: NoteMatchesProps) {
  const { t } = useTranslation()
  const { me } = useSession()
  const note = useSessionState(({ wall }) => wall.notes.get(id))
  const hasAny = useHasAny(matches, id, filter)
  if (!note || (isOn(filter) && !hasAny)) return null
  const whose = note.author === me?.id && note.writtenBy === undefined ? t('match.yourNote') : undefined
  return (
    <article className={styles.group}>
      <NotePaper note={note} whose={whose} />
      <NoteCandidates note={note} matches={matches} filter={filter} exchanges={exchanges} />
    </article>
  )
}

function useHasAny(matches: Matches, id: NoteId, filter: MatchFilter): boolean {
  const shelf = useStore(matches.store, ({ shelves }) => shelves.get(id))
  return useSessionState(({ wall: { notes, pairs } }) => {
    const note = notes.get(id)
    if (!note || !shelf) return false
    const traits = { countryOf: (other: NoteId) => notes.get(other)?.country, stateOf: (other: NoteId) => pairs.get(pairOf(note, other))?.state }
    return passing([...shelf.first, ...shelf.more], filter, traits).length > 0
  })
}
