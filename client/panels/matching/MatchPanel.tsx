import { ArrowUp } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Exchange } from '#shared/matching/findExchanges.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { useOfWall } from '../../session/useOfWall.ts'
import { joinNotes, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { SpokenNews } from '../../ui/SpokenNews.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ToggleGroup } from '../../ui/ToggleGroup.tsx'
import type { Matches } from './createMatches.ts'
import { DismissedPairs } from './DismissedPairs.tsx'
import { FilteredOut } from './FilteredOut.tsx'
import { NO_FILTER, type MatchFilter } from './matchFilter.ts'
import { MatchFilters } from './MatchFilters.tsx'
import styles from './MatchPanel.module.css'
import { NoteMatches } from './NoteMatches.tsx'
import { notesToMatch } from './notesToMatch.ts'
import { NothingYet } from './NothingYet.tsx'
import { PairsUnderWay } from './PairsUnderWay.tsx'
import { useCandidateLines } from './useCandidateLines.ts'
import { useExchanges } from './useExchanges.ts'
import { useFilterChoices } from './useFilterChoices.ts'
import { useMatchView } from './useMatchView.ts'
import { useStops } from './useStops.ts'
import { WallMatches } from './WallMatches.tsx'

/** Who may help whom: for one's own notes, for the selected ones, or over the whole wall, with what is under way on top. */
export function MatchPanel({ matches }: { matches: Matches }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const { selected, mine, selectedCount } = useNotesToMatch()
  const { view, setView, views } = useMatchView(selected.length)
  const [filter, setFilter] = useState(NO_FILTER)
  const [opened, setOpened] = useState<ReadonlySet<NoteId>>(new Set())
  const status = useStore(matches.store, (state) => state.status)
  const top = useRef<HTMLDivElement>(null)
  const isWall = view === 'wall'
  const shown = view === 'selected' ? selected : mine
  // One's own are always looked at: their news are counted while something else is read.
  const ids = useMemo(() => [...new Set([...selected, ...mine, ...(isWall ? opened : [])])], [selected, mine, isWall, opened])
  const exchanges = useExchanges(matches)
  const choices = useFilterChoices(matches, shown)
  const stops = useStops(top)

  useEffect(() => matches.look(ids), [matches, ids])
  useEffect(() => (isWall ? matches.lookAtWall() : undefined), [matches, isWall])
  useEffect(() => () => joinNotes(undefined), [])
  useCandidateLines(matches, selected)
  useEffect(() => {
    if (view === 'selected') top.current?.scrollIntoView({ block: 'start' })
  }, [view, selected])

  // Always the same function, so that the rows of the wall are not drawn again for it.
  const open = useCallback((id: NoteId, isOpen: boolean): void => {
    setOpened((opened) => {
      const others = [...opened].filter((other) => other !== id)
      return new Set(isOpen ? [...others, id] : others)
    })
  }, [])
  return (
    <div ref={top} tabIndex={-1} className={styles.panel} {...stops}>
      <div className={styles.views}>
        <ToggleGroup label={t('match.views.title')} value={view} onChange={setView} options={views} />
      </div>
      <MatchFilters filter={filter} onFilter={setFilter} {...choices} topicLabel={matches.topicLabel} />
      {status === 'failed' && <Notice look="warn">{t('match.failed')}</Notice>}
      {!isWall && <NewMatches matches={matches} />}
      {!isWall && <PairsUnderWay ids={shown} />}
      {view === 'mine' && mine.length === 0 && <NothingYet title={t(me ? 'match.noNotes' : 'match.nothingSelected')} help={t(me ? 'match.noNotesHelp' : 'match.nothingSelectedHelp')} />}
      {view === 'selected' && selected.length === 0 && <NothingYet title={t('match.nothingSelected')} help={t('match.nothingSelectedHelp')} />}
      {!isWall && <NoteSections title={t(view === 'selected' ? 'match.selected' : 'match.mine')} ids={shown} {...{ matches, filter, exchanges }} />}
      {view === 'selected' && selectedCount > selected.length && (
        <p className={styles.quiet}>{t('match.tooMany', { shown: selected.length, count: selectedCount })}</p>
      )}
      {isWall && status !== 'failed' && <WallMatches {...{ matches, filter, exchanges, opened }} onOpen={open} />}
      <FilteredOut matches={matches} ids={isWall ? undefined : shown} filter={filter} onClear={() => setFilter(NO_FILTER)} />
      <DismissedPairs />
    </div>
  )
}

/** Both lists stay the same arrays while their notes do. */
function useNotesToMatch() {
  const { me } = useSession()
  const selection = useView((state) => state.selection)
  return useOfWall(useCallback(({ notes }) => notesToMatch(notes, me?.id, selection), [me, selection]))
}

interface NoteSectionsProps {
  title: string
  ids: readonly NoteId[]
  matches: Matches
  filter: MatchFilter
  exchanges: readonly Exchange[]
}

function NoteSections({ title, ids, ...rest }: NoteSectionsProps) {
  if (ids.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {ids.map((id) => (
        <NoteMatches key={id} id={id} {...rest} />
      ))}
    </section>
  )
}

/** What has arrived waits behind this button: the lists below do not move by themselves. */
function NewMatches({ matches }: { matches: Matches }) {
  const { t } = useTranslation()
  const count = useStore(matches.store, ({ shelves }) => [...shelves.values()].reduce((sum, { waiting }) => sum + waiting.length, 0))
  return (
    <>
      <div className={styles.new}>
        {count > 0 && (
          <Button look="primary" icon={<ArrowUp aria-hidden="true" />} onPress={() => matches.takeIn()}>
            {t('match.new', { count })}
          </Button>
        )}
      </div>
      <SpokenNews words={count > 0 ? t('match.new', { count }) : ''} />
    </>
  )
}
