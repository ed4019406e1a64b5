import { List, PenLine, Sparkles, StickyNote, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MyNotes } from '../panels/form/MyNotes.tsx'
import { NoteForm } from '../panels/form/NoteForm.tsx'
import { NoteList } from '../panels/list/NoteList.tsx'
import type { Matches } from '../panels/matching/createMatches.ts'
import { showTab, useView } from '../state/viewStore.ts'
import { classes } from '../ui/classes.ts'
import { TabList, TabPanel } from '../ui/Tabs.tsx'
import { CanvasLater } from './CanvasLater.tsx'
import { CountBadge } from './CountBadge.tsx'
import { MatchesLater } from './MatchesLater.tsx'
import { Part } from './Part.tsx'
import styles from './PhoneWall.module.css'
import { NOTES_ID } from './skipToNotes.ts'
import { useMatchCounts } from './useMatchCounts.ts'
import { useMatchNews } from './useMatchNews.ts'

const GROUP = 'phone'

/** Phone: the form first, the wall and the rest one tap away. What was opened once stays as it was left. */
export function PhoneWall({ formRound, matches }: { formRound: number; matches: Matches }) {
  const { t } = useTranslation()
  const tab = useView((view) => view.tab)
  const news = useMatchNews(matches, tab === 'matches')
  const counts = useMatchCounts(matches)
  const [isWallOpened, setWallOpened] = useState(false)
  if (tab === 'wall' && !isWallOpened) setWallOpened(true)
  const matchesLabel = news > 0 ? `${t('wall.tabMatches')}, ${t('wall.newCount', { count: news })}` : undefined
  return (
    <div className={styles.phone}>
      <nav className={styles.bar}>
        <TabList
          group={GROUP}
          label={t('wall.parts')}
          selected={tab}
          onSelect={showTab}
          className={styles.tabs}
          tabClassName={styles.tab}
          tabs={[
            { id: 'form', content: <TabSign icon={PenLine} words={t('wall.tabForm')} /> },
            { id: 'wall', content: <TabSign icon={StickyNote} words={t('wall.tabWall')} /> },
            { id: 'list', content: <TabSign icon={List} words={t('wall.tabList')} /> },
            { id: 'matches', label: matchesLabel, content: <TabSign icon={Sparkles} words={t('wall.tabMatches')} count={news} /> },
          ]}
        />
      </nav>
      <main className={styles.panels}>
        <TabPanel group={GROUP} id="form" isSelected={tab === 'form'} stays className={classes(styles.panel, styles.scrolls)}>
          <NoteForm key={formRound} autoFocus={formRound > 0} />
          <MyNotes />
        </TabPanel>
        <TabPanel group={GROUP} id="wall" isSelected={tab === 'wall'} stays className={styles.panel}>
          {isWallOpened && <CanvasLater arrangeSource={matches} />}
        </TabPanel>
        <TabPanel group={GROUP} id="list" isSelected={tab === 'list'} stays className={styles.panel}>
          <div id={NOTES_ID} className={styles.whole}>
            <Part>
              <NoteList matchCounts={counts} onWrite={() => showTab('form')} />
            </Part>
          </div>
        </TabPanel>
        <TabPanel group={GROUP} id="matches" isSelected={tab === 'matches'} stays isStop className={classes(styles.panel, styles.scrolls)}>
          <MatchesLater matches={matches} />
        </TabPanel>
      </main>
    </div>
  )
}

function TabSign({ icon: Icon, words, count = 0 }: { icon: LucideIcon; words: string; count?: number }) {
  return (
    <>
      <Icon aria-hidden="true" />
      {words}
      <CountBadge count={count} />
    </>
  )
}
