import { List, PenLine, Sparkles, StickyNote, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MyNotes } from '../panels/form/MyNotes.tsx'
import { NoteForm } from '../panels/form/NoteForm.tsx'
import { NoteList } from '../panels/list/NoteList.tsx'
import type { Matches } from '../panels/matching/createMatches.ts'
import { showTab, useView, type ViewState } from '../state/viewStore.ts'
import { classes } from '../ui/classes.ts'
import { CanvasLater } from './CanvasLater.tsx'
import { CountBadge } from './CountBadge.tsx'
import { MatchesLater } from './MatchesLater.tsx'
import { Part } from './Part.tsx'
import styles from './PhoneWall.module.css'
import { NOTES_ID } from './skipToNotes.ts'
import { useMatchCounts } from './useMatchCounts.ts'
import { useMatchNews } from './useMatchNews.ts'

/** Phone: the form first, the wall and the rest one tap away. What was opened once stays as it was left. */
export function PhoneWall({ formRound, matches }: { formRound: number; matches: Matches }) {
  const { t } = useTranslation()
  const tab = useView((view) => view.tab)
  const news = useMatchNews(matches, tab === 'matches')
  const counts = useMatchCounts(matches)
  const [isWallOpened, setWallOpened] = useState(false)
  if (tab === 'wall' && !isWallOpened) setWallOpened(true)
  return (
    <Tabs selectedKey={tab} onSelectionChange={(key) => showTab(key as ViewState['tab'])} className={classes(styles.phone)}>
      <nav className={styles.bar}>
        <TabList aria-label={t('wall.parts')} className={classes(styles.tabs)}>
          <PhoneTab id="form" icon={PenLine} words={t('wall.tabForm')} />
          <PhoneTab id="wall" icon={StickyNote} words={t('wall.tabWall')} />
          <PhoneTab id="list" icon={List} words={t('wall.tabList')} />
          <PhoneTab id="matches" icon={Sparkles} words={t('wall.tabMatches')} count={news} />
        </TabList>
      </nav>
      <main className={styles.panels}>
        <TabPanel id="form" shouldForceMount className={classes(styles.panel, styles.scrolls)}>
          <NoteForm key={formRound} autoFocus={formRound > 0} />
          <MyNotes />
        </TabPanel>
        <TabPanel id="wall" shouldForceMount className={classes(styles.panel)}>
          {isWallOpened && <CanvasLater arrangeSource={matches} />}
        </TabPanel>
        <TabPanel id="list" shouldForceMount className={classes(styles.panel)}>
          <div id={NOTES_ID} className={styles.whole}>
            <Part>
              <NoteList matchCounts={counts} onWrite={() => showTab('form')} />
            </Part>
          </div>
        </TabPanel>
        <TabPanel id="matches" shouldForceMount className={classes(styles.panel, styles.scrolls)}>
          <MatchesLater matches={matches} />
        </TabPanel>
      </main>
    </Tabs>
  )
}

function PhoneTab({ id, icon: Icon, words, count = 0 }: { id: ViewState['tab']; icon: LucideIcon; words: string; count?: number }) {
  const { t } = useTranslation()
  return (
    <Tab id={id} aria-label={count > 0 ? `${words}, ${t('wall.newCount', { count })}` : undefined} className={classes(styles.tab)}>
      <Icon aria-hidden="true" />
      {words}
      <CountBadge count={count} />
    </Tab>
  )
}
