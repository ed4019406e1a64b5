import { Copy, LayoutGrid, Move, Scan, Trash2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Toolbar } from 'react-aria-components'
import { useShallow } from 'zustand/react/shallow'
import { boxAround } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { deleteNotes } from '../state/deleteNotes.ts'
import { selectNotes, useView } from '../state/viewStore.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { ArrangeNotesMenu } from './ArrangeNotesMenu.tsx'
import { arrangeOnWall } from './arrangeOnWall.ts'
import { duplicateNotes } from './duplicateNotes.ts'
import { hangAbove } from './hangAbove.ts'
import { MOST_AT_ONCE } from './hangNotes.ts'
import { giveHint } from './hints.ts'
import { mayMove } from './mayMove.ts'
import styles from './NoteToolbar.module.css'
import type { WallScene } from './wallScene.ts'

interface SelectionBarProps {
  scene: WallScene
  /** The notes are to be moved without dragging. */
  onCarry: (ids: readonly NoteId[]) => void
}

/** What can be done with several selected notes at once. It is done with those that are one's own; how many these are is said. */
export function SelectionBar({ scene, onCarry }: SelectionBarProps) {
  const { t } = useTranslation()
  const session = useSession()
  const bar = useRef<HTMLDivElement>(null)
  const selection = useView((view) => view.selection)
  const isSaidInList = useView((view) => view.selection === view.listSelection)
  const here = useSessionState(useShallow(({ wall }) => [...selection].filter((id) => wall.notes.has(id))))
  const mine = useSessionState(useShallow(() => here.filter((id) => mayMove(session, id))))
  const isNone = mine.length === 0

  useEffect(() => {
    const follow = (): void => {
      const box = boxAround([...selection].flatMap((id) => scene.index.get(id) ?? []))
      if (bar.current && box) hangAbove(bar.current, box, scene)
    }
    follow()
    const stopMoves = scene.man.onMove(follow)
    const stopNotes = scene.onNotes((ids) => [...selection].some((id) => ids.has(id)) && follow())
    const stopCovers = scene.covers.onChange(follow)
    return () => {
      stopMoves()
      stopNotes()
      stopCovers()
      scene.covers.hang(undefined)
    }
  }, [scene, selection])

  const copy = (): void => {
    if (mine.length > MOST_AT_ONCE) return giveHint({ text: t('hand.tooMany', { limit: MOST_AT_ONCE }) })
    duplicateNotes(scene.index.get, session, mine)
  }
  return (
    <div ref={bar} data-hung className={styles.bar}>
      <p className={styles.count} aria-live={isSaidInList ? 'off' : 'polite'}>
        {t('hand.selected', { count: here.length })}
        {mine.length < here.length && <span className={styles.yours}> {t('hand.yours', { count: mine.length })}</span>}
      </p>
      <Toolbar aria-label={t('hand.actions')} className={classes(styles.actions)}>
        <IconButton label={t('canvas.move')} isDisabled={isNone} onPress={() => onCarry(mine)}>
          <Move aria-hidden="true" />
        </IconButton>
        <ArrangeNotesMenu
          onArrange={(how) => arrangeOnWall(scene.index.all(), session, mine, how)}
          trigger={
            <IconButton label={t('hand.arrange')} isDisabled={mine.length < 2}>
              <LayoutGrid aria-hidden="true" />
            </IconButton>
          }
        />
        <IconButton label={t('hand.duplicate')} isDisabled={isNone} onPress={copy}>
          <Copy aria-hidden="true" />
        </IconButton>
        <IconButton label={t('hand.zoomTo')} onPress={() => scene.zoomTo(here)}>
          <Scan aria-hidden="true" />
        </IconButton>
        <IconButton label={t('common.delete')} isDisabled={isNone} onPress={() => deleteNotes(session, mine)}>
          <Trash2 aria-hidden="true" />
        </IconButton>
        <IconButton label={t('hand.unselect')} onPress={() => selectNotes([])}>
          <X aria-hidden="true" />
        </IconButton>
      </Toolbar>
    </div>
  )
}
