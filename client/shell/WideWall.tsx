import { LayoutList, List, PanelLeftClose, PanelRightClose, Sparkles, Table2 } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { MyNotes } from '../panels/form/MyNotes.tsx'
import { NoteForm } from '../panels/form/NoteForm.tsx'
import { NoteList } from '../panels/list/NoteList.tsx'
import { NoteTableLater } from '../panels/list/NoteTableLater.tsx'
import type { Matches } from '../panels/matching/createMatches.ts'
import { showSide, showTable, useView } from '../state/viewStore.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { TabList, TabPanel } from '../ui/Tabs.tsx'
import { CanvasLater } from './CanvasLater.tsx'
import { CountBadge } from './CountBadge.tsx'
import { MatchesLater } from './MatchesLater.tsx'
import { NOTES_ID } from './skipToNotes.ts'
import { useMatchCounts } from './useMatchCounts.ts'
import { useMatchNews } from './useMatchNews.ts'
import { NARROW, useMedia } from '../ui/useMedia.ts'
import { Part } from './Part.tsx'
import styles from './WideWall.module.css'

const GROUP = 'side'

interface WideWallProps {
  /** Another number, another beginning of the form. */
  formRound: number
  matches: Matches
}

/** Laptop and projector: the wall in the middle, reading and writing on one side of it, matches on the other. */
export function WideWall({ formRound, matches }: WideWallProps) {
  const { t } = useTranslation()
  const isNarrow = useMedia(NARROW)
  const { isListOpen, isMatchesOpen } = useView(useShallow(({ isListOpen, isMatchesOpen }) => ({ isListOpen, isMatchesOpen })))
  useEffect(() => {
    if (isNarrow) useView.setState({ isMatchesOpen: false })
  }, [isNarrow])
  const news = useMatchNews(matches, isMatchesOpen)
  // Where there is room for one panel only, the one that was asked for last is shown.
  const isListShown = isListOpen && !(isNarrow && isMatchesOpen)
  const isTable = useView((view) => view.isTableOpen && view.side === 'list') && isListShown && !isNarrow
  return (
    <main className={styles.wide}>
      {isListShown ? (
        <ListSide formRound={formRound} matches={matches} canBeTable={!isNarrow} isTable={isTable} />
      ) : (
        <div className={styles.rail}>
          <IconButton label={t('wall.showList')} onPress={() => useView.setState({ isListOpen: true, ...(isNarrow && { isMatchesOpen: false }) })}>
            <List aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <section aria-label={t('wall.canvas')} inert={isTable} className={styles.canvas}>
        <CanvasLater arrangeSource={matches} />
      </section>
      {!isMatchesOpen && (
        <div className={styles.rail}>
          <MatchesButton count={news} />
        </div>
      )}
      {/* Stays when it is hidden: what was read keeps its place, and its news are counted. */}
      <MatchesSide isOpen={isMatchesOpen} matches={matches} />
    </main>
  )
}

interface ListSideProps extends WideWallProps {
  /** There is room for a table. */
  canBeTable: boolean
  isTable: boolean
}

function ListSide({ formRound, matches, canBeTable, isTable }: ListSideProps) {
  const { t } = useTranslation()
  const side = useView((view) => view.side)
  const counts = useMatchCounts(matches)
  const isBesideMatches = useView((view) => view.isMatchesOpen)
  return (
    <div className={classes(styles.side, styles.list, isTable && styles.table, isTable && isBesideMatches && styles.besideMatches)}>
      <div className={styles.sideHead}>
        {/* Whoever opens the form has the caret in it. */}
        <TabList
          group={GROUP}
          label={t('wall.parts')}
          selected={side}
          onSelect={showSide}
          isManual
          className={styles.tabs}
          tabClassName={styles.tab}
          tabs={[
            { id: 'list', content: t('wall.tabList') },
            { id: 'form', content: t('wall.tabForm') },
          ]}
        />
        {side === 'list' && canBeTable && (
          <IconButton label={t(isTable ? 'table.close' : 'table.open')} className={styles.turn} onPress={() => showTable(!isTable)}>
            {isTable ? <LayoutList aria-hidden="true" /> : <Table2 aria-hidden="true" />}
          </IconButton>
        )}
        <IconButton label={t('wall.hideList')} className={styles.mirrored} onPress={() => useView.setState({ isListOpen: false })}>
          <PanelLeftClose aria-hidden="true" />
        </IconButton>
      </div>
      <TabPanel group={GROUP} id="list" isSelected={side === 'list'} stays className={styles.panel}>
        <div id={NOTES_ID} className={styles.whole}>
          <Part>{isTable ? <NoteTableLater matchCounts={counts} /> : <NoteList matchCounts={counts} onWrite={() => showSide('form')} />}</Part>
        </div>
      </TabPanel>
      <TabPanel group={GROUP} id="form" isSelected={side === 'form'} className={classes(styles.panel, styles.scrolls)}>
        <NoteForm key={formRound} autoFocus />
        <MyNotes />
      </TabPanel>
    </div>
  )
}

function MatchesSide({ isOpen, matches }: { isOpen: boolean; matches: Matches }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('wall.tabMatches')} hidden={!isOpen} className={classes(styles.side, styles.matches)}>
      <div className={styles.sideHead}>
        <h2 className={styles.title}>{t('wall.tabMatches')}</h2>
        <IconButton label={t('wall.hideMatches')} className={styles.mirrored} onPress={() => useView.setState({ isMatchesOpen: false })}>
          <PanelRightClose aria-hidden="true" />
        </IconButton>
      </div>
      <div className={styles.scroller} tabIndex={-1}>
        <MatchesLater matches={matches} />
      </div>
    </section>
  )
}

function MatchesButton({ count }: { count: number }) {
  const { t } = useTranslation()
  const news = count > 0 ? `, ${t('wall.newCount', { count })}` : ''
  return (
    <IconButton label={`${t('wall.showMatches')}${news}`} className={styles.badged} onPress={() => useView.setState({ isMatchesOpen: true })}>
      <Sparkles aria-hidden="true" />
      <CountBadge count={count} />
    </IconButton>
  )
}
