import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { notesOfPair } from '#shared/wall/ids.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { openPair, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { isStillNews, pairNews, type PairNews } from './pairNews.ts'
import styles from './PairNewsBanner.module.css'

/** More than this at once would cover the wall; everything stays in the panel anyway. */
const MOST = 3
/** Long enough to be read twice; the clock stands still while the pointer or the focus is on it. */
const SHOWN_MS = 20_000

interface Item {
  readonly id: number
  readonly news: PairNews
}

/** What the other sides have just done, told politely over the wall. */
export function PairNewsBanner() {
  const { t } = useTranslation()
  const session = useSession()
  const [items, setItems] = useState<readonly Item[]>([])
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    let count = 0
    const stopNews = session.store.subscribe((state, before) => {
      // What was there before the wall was read is no news.
      if (!before.loaded || state.wall.pairs === before.wall.pairs) return
      const { openPair: inView } = useView.getState()
      const news = pairNews(before.wall, state.wall, session.me?.id).filter(({ pair }) => pair !== inView)
      const items = news.map((one) => ({ id: count++, news: one }))
      setItems((shown) => {
        const held = shown.filter((item) => isStillNews(item.news, state.wall))
        return items.length === 0 && held.length === shown.length ? shown : [...held, ...items].slice(-MOST)
      })
    })
    // Who has opened the pair, from here or elsewhere, has the news before them.
    const stopView = useView.subscribe(({ openPair: inView }) => {
      if (inView) setItems((shown) => shown.filter(({ news }) => news.pair !== inView))
    })
    return () => {
      stopNews()
      stopView()
    }
  }, [session])

  const oldest = items[0]?.id
  useEffect(() => {
    if (oldest === undefined || isHeld) return
    const timer = setTimeout(() => setItems((shown) => shown.filter(({ id }) => id !== oldest)), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [oldest, isHeld])

  const drop = (id: number): void => {
    setItems((shown) => shown.filter((item) => item.id !== id))
    setHeld(false)
  }
  return (
    <div
      role="log"
      aria-label={t('pair.news.region')}
      className={styles.banner}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {items.map(({ id, news }) => (
        <NewsItem key={id} news={news} onDrop={() => drop(id)} />
      ))}
    </div>
  )
}

function NewsItem({ news, onDrop }: { news: PairNews; onDrop: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const notes = notesOfPair(news.pair)
  const sayNote = (id: NoteId | undefined): string => {
    const note = id && session.store.getState().wall.notes.get(id)
    return note ? sayWho(note, language) : ''
  }
  const sayPerson = (id: ParticipantId): string => {
    const person = session.store.getState().wall.people.get(id)
    return person ? sayWho(person, language) : t('contact.somebody')
  }
  const sayNews = (): string => {
    if ('side' in news) return t(`pair.news.${news.is}`, { who: sayNote(notes?.[news.side]) })
    return 'by' in news ? t(`pair.news.${news.is}`, { who: sayPerson(news.by) }) : t(`pair.news.${news.is}`)
  }
  const open = (): void => {
    openPair(news.pair)
    onDrop()
  }
  return (
    <div className={styles.item}>
      <div className={styles.words}>
        <p>{sayNews()}</p>
        {news.line && (
          <p dir="auto" className={styles.line}>
            {news.line}
          </p>
        )}
      </div>
      <Button look="primary" onPress={open}>
        {t('pair.news.open')}
      </Button>
      <IconButton label={t('pair.news.dismiss')} onPress={onDrop}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  )
}
