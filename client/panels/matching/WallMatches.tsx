import { ArrowUp } from 'lucide-react'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Exchange } from '#shared/matching/findExchanges.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { SpokenNews } from '../../ui/SpokenNews.tsx'
import type { Matches } from './createMatches.ts'
import { Exchanges } from './Exchanges.tsx'
import { isOn, type MatchFilter } from './matchFilter.ts'
import styles from './MatchPanel.module.css'
import { NothingYet } from './NothingYet.tsx'
import { RegionalNeeds } from './RegionalNeeds.tsx'
import { countNews, ROW_GROUPS, sectionsOf, wallRows, type Sections, type WallRow } from './wallRows.ts'
import { WallNeed } from './WallNeed.tsx'

interface WallMatchesProps {
  matches: Matches
  filter: MatchFilter
  exchanges: readonly Exchange[]
  opened: ReadonlySet<NoteId>
  onOpen: (id: NoteId, isOpen: boolean) => void
}

/** Enough to work through in one go; a page of all needs of a large wall would only be slow. */
const PAGE = 20

/** All needs of the wall with what may answer them, to be worked through: what nobody has taken up comes first. */
export function WallMatches({ matches, filter, exchanges, opened, onOpen }: WallMatchesProps) {
  const { t } = useTranslation()
  // Drawn a little at a time: all rows at once take longer than a frame, and nobody waits for them.
  const wall = useDeferredValue(useSessionState((state) => state.wall))
  const survey = useDeferredValue(useStore(matches.store, (state) => state.survey))
  const rows = useMemo(() => (survey ? wallRows(survey.pairs, wall, filter) : undefined), [survey, wall, filter])
  const byNeed = useMemo(() => new Map(rows?.map((row) => [row.need, row])), [rows])
  const { shown, news, takeIn } = useSteadyRows(rows, JSON.stringify(filter))
  if (!survey || !rows || !shown) return <p className={styles.quiet}>{t('match.searchingWall')}</p>

  const isEmpty = ROW_GROUPS.every((group) => shown[group].every((id) => !wall.notes.has(id)))
  return (
    <>
      <div className={styles.new}>
        {news > 0 && (
          <Button look="primary" icon={<ArrowUp aria-hidden="true" />} onPress={takeIn}>
            {t('match.new', { count: news })}
          </Button>
        )}
      </div>
      <SpokenNews words={news > 0 ? t('match.new', { count: news }) : ''} />
      {!isOn(filter) && <RegionalNeeds regional={survey.regional} />}
      {!isOn(filter) && <Exchanges exchanges={exchanges} />}
      {ROW_GROUPS.map((group) => (
        <Rows key={group} title={t(`match.rows.${group}`)} ids={shown[group]} byNeed={byNeed} {...{ matches, filter, exchanges, opened, onOpen }} />
      ))}
      {isEmpty && !isOn(filter) && <NothingYet title={t('match.noNeeds')} help={t('match.noNeedsHelp')} />}
    </>
  )
}

type RowsProps = WallMatchesProps & { title: string; ids: readonly NoteId[]; byNeed: ReadonlyMap<NoteId, WallRow> }

const Rows = memo(function Rows({ title, ids, byNeed, ...rest }: RowsProps) {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(PAGE)
  // A need that passes the filter no more, or has left the wall, is gone; all others stay where they are.
  const rows = ids.flatMap((id) => byNeed.get(id) ?? [])
  if (rows.length === 0) return null
  const left = rows.length - limit
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <ul role="list" className={styles.candidates}>
        {rows.slice(0, limit).map((row) => (
          <WallNeed key={row.need} row={row} {...rest} />
        ))}
      </ul>
      {left > 0 && (
        <Button look="quiet" className={styles.more} onPress={() => setLimit(limit + PAGE)}>
          {t('match.more', { count: Math.min(PAGE, left) })}
        </Button>
      )}
    </section>
  )
})

/** Keeps every row where it is until the reader asks for what is new, or asks for something else. */
function useSteadyRows(rows: readonly WallRow[] | undefined, question: string): { shown: Sections | undefined; news: number; takeIn: () => void } {
  const [before, setBefore] = useState<{ question: string; shown: Sections }>()
  const isFresh = before?.question !== question || ROW_GROUPS.every((group) => before.shown[group].length === 0)
  const shown = isFresh ? rows && sectionsOf(rows) : before.shown
  if (isFresh && shown && rows && rows.length > 0) setBefore({ question, shown })
  return {
    shown,
    news: shown && rows ? countNews(shown, rows) : 0,
    takeIn: () => rows && setBefore({ question, shown: sectionsOf(rows) }),
  }
}
