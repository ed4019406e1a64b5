import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Copy,
  LayoutGrid,
  Move,
  Scan,
  Trash2,
  X,
  type LucideIcon,
} from 'lucide-react'
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
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { arrangeOnWall, type Arrangement } from './arrangeOnWall.ts'
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

const ARRANGEMENTS: readonly { how: Arrangement; icon: LucideIcon }[] = [
  { how: 'stack', icon: LayoutGrid },
  { how: 'left', icon: AlignStartVertical },
  { how: 'centre', icon: AlignCenterVertical },
  { how: 'right', icon: AlignEndVertical },
  { how: 'top', icon: AlignStartHorizontal },
  { how: 'middle', icon: AlignCenterHorizontal },
  { how: 'bottom', icon: AlignEndHorizontal },
  { how: 'across', icon: AlignHorizontalSpaceBetween },
  { how: 'down', icon: AlignVerticalSpaceBetween },
]

/** What can be done with several selected notes at once. It is done with those that are one's own; how many these are is said. */
export function SelectionBar({ scene, onCarry }: SelectionBarProps) {
  const { t } = useTranslation()
  const session = useSession()
  const bar = useRef<HTMLDivElement>(null)
  const selection = useView((view) => view.selection)
  const here = useSessionState(useShallow(({ wall }) => [...selection].filter((id) => wall.notes.has(id))))
  const mine = useSessionState(useShallow(() => here.filter((id) => mayMove(session, id))))
  const isNone = mine.length === 0

  useEffect(() => {
    const follow = (): void => {
      const box = boxAround([...selection].flatMap((id) => scene.index.get(id) ?? []))
      if (bar.current && box) hangAbove(bar.current, box, scene.man)
    }
    follow()
    const stopMoves = scene.man.onMove(follow)
    const stopNotes = scene.onNotes((ids) => [...selection].some((id) => ids.has(id)) && follow())
    return () => {
      stopMoves()
      stopNotes()
    }
  }, [scene, selection])

  const copy = (): void => {
    if (mine.length > MOST_AT_ONCE) return giveHint({ text: t('hand.tooMany', { limit: MOST_AT_ONCE }) })
    duplicateNotes(scene, session, mine)
  }
  return (
    <div ref={bar} className={styles.bar}>
      <p className={styles.count} aria-live="polite">
        {t('hand.selected', { count: here.length })}
        {mine.length < here.length && <span className={styles.yours}> {t('hand.yours', { count: mine.length })}</span>}
      </p>
      <Toolbar aria-label={t('hand.actions')} className={classes(styles.actions)}>
        <IconButton label={t('canvas.move')} isDisabled={isNone} onPress={() => onCarry(mine)}>
          <Move aria-hidden="true" />
        </IconButton>
        <Menu
          label={t('hand.arrange')}
          onAction={(how) => arrangeOnWall(scene, session, mine, how as Arrangement)}
          trigger={
            <IconButton label={t('hand.arrange')} isDisabled={mine.length < 2}>
              <LayoutGrid aria-hidden="true" />
            </IconButton>
          }
        >
          {ARRANGEMENTS.map(({ how, icon: Icon }) => (
            <MenuItem key={how} id={how} icon={<Icon aria-hidden="true" />} textValue={t(`hand.how.${how}`)}>
              {t(`hand.how.${how}`)}
            </MenuItem>
          ))}
        </Menu>
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
