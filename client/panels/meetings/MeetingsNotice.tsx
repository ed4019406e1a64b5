import { Timer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { timetable } from '#shared/meetings/timetable.ts'
import type { Meetings } from '#shared/wall/schema.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { NewsCard, NewsPlace } from '../../ui/NewsCard.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { meetingsOf } from './meetingsOf.ts'
import { sayTime } from './sayTime.ts'

/** On a screen that nobody touches; elsewhere it stays until it is closed, or somebody who looked away would miss it. */
const SHOWN_MS = 60_000

/**
 * Tells everybody who is on the wall that a round of meetings was published, and their own first one, or that it was withdrawn.
 * @param onOpen where all of it is; without it there is nothing to press
 */
export function MeetingsNotice({ onOpen }: { onOpen?: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const [news, setNews] = useState<Meetings | 'withdrawn'>()
  const known = useRef<{ readonly at: number | undefined }>(undefined)
  useEffect(() => {
    const tell = (): void => {
      const { wall, loaded } = session.store.getState()
      if (!loaded) return
      const { meetings } = wall.settings
      const before = known.current
      known.current = { at: meetings?.at }
      // What stood here when one came in is no news.
      if (before && before.at !== meetings?.at) setNews(meetings ?? 'withdrawn')
    }
    tell()
    return session.store.subscribe(tell)
  }, [session])
  const isTouched = onOpen !== undefined
  useEffect(() => {
    if (!news || isTouched) return
    const timer = setTimeout(() => setNews(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [news, isTouched])
  const notes = useSessionState(({ wall }) => wall.notes)

  const close = (): void => setNews(undefined)
  const plan = news === 'withdrawn' ? undefined : news
  const [first] = plan && session.me ? meetingsOf(session.me.country, timetable(plan, notes)) : []
  return (
    <NewsPlace>
      {news && (
        <NewsCard
          icon={<Timer />}
          action={
            plan &&
            onOpen && (
              <Button
                onPress={() => {
                  close()
                  onOpen()
                }}
              >
                {t('meetingsNews.open')}
              </Button>
            )
          }
          onClose={isTouched ? close : undefined}
        >
          <p>{plan ? t('meetingsNews.published', { time: sayTime(plan.startsAt, language) }) : t('meetingsNews.withdrawn')}</p>
          {first && <p>{t('meetingsNews.first', { time: sayTime(first.startsAt, language), table: first.table, who: sayWho(first.theirs, language) })}</p>}
        </NewsCard>
      )}
    </NewsPlace>
  )
}
