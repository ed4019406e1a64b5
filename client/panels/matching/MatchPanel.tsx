import { ArrowUp } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { NoteId } from '#shared/wall/ids.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { joinNotes, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { DismissedPairs } from './DismissedPairs.tsx'
import styles from './MatchPanel.module.css'
import { NoteMatches } from './NoteMatches.tsx'
import { notesToMatch } from './notesToMatch.ts'
import { NothingYet } from './NothingYet.tsx'
import type { Matches } from './createMatches.ts'
import { PairsUnderWay } from './PairsUnderWay.tsx'

/** Who may help whom: for the selected notes and for one's own, with what is under way on top. */
export function MatchPanel({ matches }: { matches: Matches }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const selection = useView((view) => view.selection)
  const { selected, mine, selectedCount } = useNotesToMatch(selection)
  const status = useStore(matches.store, (state) => state.status)
  const top = useRef<HTMLDivElement>(null)
  const ids = useMemo(() => [...selected, ...mine], [selected, mine])

  useEffect(() => matches.look(ids), [matches, ids])
  useEffect(() => () => joinNotes(undefined), [])
  useEffect(() => {
    if (selection.size > 0) top.current?.scrollIntoView({ block: 'start' })
  }, [selection])

  return (
    <div ref={top} className={styles.panel}>
      <NewMatches matches={matches} />
      {status === 'failed' && <Notice look="warn">{t('match.failed')}</Notice>}
      <PairsUnderWay ids={ids} />
      {ids.length === 0 && (
        <NothingYet
          title={t(me ? 'match.noNotes' : 'match.nothingSelected')}
          help={t(me ? 'match.noNotesHelp' : 'match.nothingSelectedHelp')}
        />
      )}
      <Section title={t('match.selected')} ids={selected} matches={matches} />
      {selectedCount > selected.length && (
        <p className={styles.quiet}>{t('match.tooMany', { shown: selected.length, count: selectedCount })}</p>
      )}
      <Section title={t('match.mine')} ids={mine} matches={matches} />
      <DismissedPairs />
    </div>
  )
}

/** Both lists stay the same arrays while their notes do. */
function useNotesToMatch(selection: ReadonlySet<NoteId>) {
  const { me } = useSession()
  const selected = useSessionState(({ wall }) => notesToMatch(wall.notes, me?.id, selection).selected)
  const mine = useSessionState(({ wall }) => notesToMatch(wall.notes, me?.id, selection).mine)
  const selectedCount = useSessionState(({ wall }) => notesToMatch(wall.notes, me?.id, selection).selectedCount)
  return { selected, mine, selectedCount }
}

function Section({ title, ids, matches }: { title: string; ids: readonly NoteId[]; matches: Matches }) {
  if (ids.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {ids.map((id) => (
        <NoteMatches key={id} id={id} matches={matches} />
      ))}
    </section>
  )
}

/** What has arrived waits behind this button: the lists below do not move by themselves. */
function NewMatches({ matches }: { matches: Matches }) {
  const { t } = useTranslation()
  const count = useStore(matches.store, ({ shelves }) => [...shelves.values()].reduce((sum, { waiting }) => sum + waiting.length, 0))
  return (
    <div role="status" className={styles.new}>
      {count > 0 && (
        <Button look="primary" icon={<ArrowUp aria-hidden="true" />} onPress={() => matches.takeIn()}>
          {t('match.new', { count })}
        </Button>
      )}
    </div>
  )
}
