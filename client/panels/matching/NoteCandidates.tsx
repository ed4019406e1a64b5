import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { Exchange } from '#shared/matching/findExchanges.ts'
import type { Note } from '#shared/wall/schema.ts'
import { pairOf } from '../../pairing/pairOf.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { AlsoNeeded } from './AlsoNeeded.tsx'
import { CandidateCard } from './CandidateCard.tsx'
import type { Matches } from './createMatches.ts'
import { isOn, passing, type MatchFilter } from './matchFilter.ts'
import styles from './MatchPanel.module.css'
import { NothingYet } from './NothingYet.tsx'
import { outlookInWords } from './outlookInWords.ts'

interface NoteCandidatesProps {
  note: Note
  matches: Matches
  filter: MatchFilter
  exchanges: readonly Exchange[]
}

/** What may belong to a note: the best of it, the rest one press away, or what would help where nothing is likely yet. */
export function NoteCandidates({ note, matches, filter, exchanges }: NoteCandidatesProps) {
  const { t } = useTranslation()
  const { notes, pairs } = useSessionState(({ wall }) => ({ notes: wall.notes, pairs: wall.pairs }))
  const shelf = useStore(matches.store, ({ shelves }) => shelves.get(note.id))
  const standing = useStore(matches.store, ({ standings }) => standings.get(note.id))
  const [isMoreOpen, setMoreOpen] = useState(false)
  const moreId = useId()
  if (!shelf) return <p className={styles.quiet}>{t('match.searching')}</p>

  const pass = (candidates: readonly Candidate[]): readonly Candidate[] =>
    passing(candidates, filter, { countryOf: (id) => notes.get(id)?.country, stateOf: (id) => pairs.get(pairOf(note, id))?.state })
  const [first, more] = [pass(shelf.first), pass(shelf.more)]
  const isFaint = more.every(({ likelihood }) => likelihood === 'faint')
  const list = (candidates: readonly Candidate[], listId?: string) => (
    <ul className={styles.candidates} id={listId}>
      {candidates.map((candidate) => (
        <CandidateCard key={candidate.id} note={note} candidate={candidate} isNew={shelf.isNew.has(candidate.id)} matches={matches} exchanges={exchanges} />
      ))}
    </ul>
  )
  return (
    <>
      {note.kind === 'need' && standing && standing.alike.length > 0 && <AlsoNeeded ids={standing.alike} />}
      {first.length > 0 && <h3 className={styles.subtitle}>{t(note.kind === 'need' ? 'match.needLooksFor' : 'match.offerLooksFor')}</h3>}
      {shelf.first.length === 0 && !isOn(filter) && (
        <NothingYet title={t('match.nothingYet')} help={outlookInWords(standing?.outlook, note.kind, t)} small />
      )}
      {first.length > 0 && list(first)}
      {more.length > 0 && (
        <>
          <Button
            look="quiet"
            icon={isMoreOpen ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
            aria-expanded={isMoreOpen}
            aria-controls={moreId}
            onPress={() => setMoreOpen(!isMoreOpen)}
            className={styles.more}
          >
            {isMoreOpen ? t('match.less') : t(isFaint ? 'match.moreFaint' : 'match.more', { count: more.length })}
          </Button>
          {isMoreOpen && list(more, moreId)}
        </>
      )}
    </>
  )
}
