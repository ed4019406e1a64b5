import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { CandidateCard } from './CandidateCard.tsx'
import styles from './MatchPanel.module.css'
import { NothingYet } from './NothingYet.tsx'
import type { Matches } from './createMatches.ts'

/** One note and what may belong to it. */
export function NoteMatches({ id, matches }: { id: NoteId; matches: Matches }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const note = useSessionState(({ wall }) => wall.notes.get(id))
  const shelf = useStore(matches.store, ({ shelves }) => shelves.get(id))
  const [isMoreOpen, setMoreOpen] = useState(false)
  const moreId = useId()
  if (!note) return null
  const whose = note.author === me?.id && note.writtenBy === undefined ? t('match.yourNote') : undefined
  const isFaint = shelf?.more.every(({ likelihood }) => likelihood === 'faint') ?? false
  const list = (candidates: readonly Candidate[], listId?: string) => (
    <ul className={styles.candidates} id={listId}>
      {candidates.map((candidate) => (
        <CandidateCard key={candidate.id} note={note} candidate={candidate} isNew={shelf?.isNew.has(candidate.id) ?? false} topicLabel={matches.topicLabel} />
      ))}
    </ul>
  )
  return (
    <article className={styles.group}>
      <NotePaper note={note} whose={whose} />
      {shelf && shelf.first.length > 0 && (
        <h3 className={styles.subtitle}>{t(note.kind === 'need' ? 'match.needLooksFor' : 'match.offerLooksFor')}</h3>
      )}
      {!shelf && <p className={styles.quiet}>{t('match.searching')}</p>}
      {shelf?.first.length === 0 && <NothingYet title={t('match.nothingYet')} help={t('match.nothingYetHelp')} small />}
      {shelf && shelf.first.length > 0 && list(shelf.first)}
      {shelf && shelf.more.length > 0 && (
        <>
          <Button
            look="quiet"
            icon={isMoreOpen ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
            aria-expanded={isMoreOpen} aria-controls={moreId} onPress={() => setMoreOpen(!isMoreOpen)} className={styles.more}>
            {isMoreOpen ? t('match.less') : t(isFaint ? 'match.moreFaint' : 'match.more', { count: shelf.more.length })}
          </Button>
          {isMoreOpen && list(shelf.more, moreId)}
        </>
      )}
    </article>
  )
}
