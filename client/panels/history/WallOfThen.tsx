import { Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallDifference } from '#shared/wall/compareWalls.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { later } from '../../ui/later.tsx'
import { NotLoaded } from '../../ui/NotLoaded.tsx'
import { ToggleGroup } from '../../ui/ToggleGroup.tsx'
import styles from './WallOfThen.module.css'

const WallMiniature = later(async () => (await import('../../canvas/WallMiniature.tsx')).WallMiniature, NotLoaded)

type Shown = 'all' | 'came' | 'gone' | 'changed'

interface WallOfThenProps {
  wall: Wall
  /** How the open wall differs from it. */
  difference: WallDifference
  when: string
}

/** The wall of then as a picture, its notes to read, and what has come, gone and changed since. */
export function WallOfThen({ wall, difference, when }: WallOfThenProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown>('all')
  const { came, gone, changed, moved, pairs } = difference
  const lists = { all: [...wall.notes.values()], came, gone, changed }
  const offered = (['all', 'came', 'gone', 'changed'] as const).filter((id) => id === 'all' || lists[id].length > 0)
  const ringed = useMemo(() => {
    const ids: Record<Shown, readonly NoteId[]> = { all: [], came: [], gone: gone.map(({ id }) => id), changed: changed.map(({ then }) => then.id) }
    return new Set(ids[shown])
  }, [shown, gone, changed])
  const isSame = offered.length === 1 && moved === 0 && pairs === 0
  return (
    <>
      <ErrorBoundary fallback={<p>{t('wall.notDrawn')}</p>}>
        <Suspense fallback={<p>{t('wall.drawing')}</p>}>
          <WallMiniature notes={wall.notes} ringed={ringed} label={t('history.picture', { when, count: wall.notes.size })} />
        </Suspense>
      </ErrorBoundary>
      <section className={styles.since}>
        {isSame && <p>{t('history.same')}</p>}
        {moved > 0 && <p>{t('history.moved', { count: moved })}</p>}
        {pairs > 0 && <p>{t('history.pairs', { count: pairs })}</p>}
        <ToggleGroup
          label={t('history.shown')}
          value={shown}
          onChange={setShown}
          options={offered.map((id) => ({ id, label: t(`history.show.${id}`, { number: lists[id].length }) }))}
        />
        <ul role="list" aria-label={t(`history.show.${shown}`, { number: lists[shown].length })} className={styles.notes}>
          {shown === 'changed'
            ? changed.map(({ then, now }) => (
                <li key={then.id} className={styles.note}>
                  <NotePaper note={then} whose={t('history.then')} />
                  <NotePaper note={now} whose={t('history.now')} quiet />
                </li>
              ))
            : lists[shown].map((note) => (
                <li key={note.id} className={styles.note}>
                  <NotePaper note={note} />
                </li>
              ))}
        </ul>
      </section>
    </>
  )
}
